import type { StaticBasemap } from '../map/picture.ts';
import type { Dataset } from '../model/dataset.ts';

/** What every page is given at build: `siteUrl` is the address the site will have, where the build was told one. */
export type PageData = { dataset: Dataset; siteUrl: string | null };

/** What a page with a map is given besides. */
export type MapPageData = PageData & { ground: StaticBasemap['pieces']; groundNames: StaticBasemap['names'] };
