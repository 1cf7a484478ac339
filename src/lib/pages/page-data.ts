import type { StaticBasemap } from '../map/svg/map-picture.ts';
import type { Dataset } from '../model/dataset.ts';
import { withoutTexts } from './record-texts.ts';

/** What a page is made from. It travels in the page itself, as JSON: no program has to ask for it. */
export type PageData = {
  dataset: Dataset;
  /** From the page to the site's folder: `./` or `../`. The same build works at a domain's root and under any sub-path. */
  root: string;
  /** From the page to the map in the page's language. */
  home: string;
  /** The address the site will have, where the build was told one. */
  siteUrl: string | null;
  /** Names on the basemap of the static map. */
  basemapNames: StaticBasemap['names'];
};

/**
 * What a page carries that is brought to life: all but the policy, which stands on the page about the data alone, and
 * what is read from its record, where it has one.
 */
export function liveData(data: PageData, record: boolean): PageData {
  const { info, claims } = data.dataset;
  const boundary = { ...info.boundary, policy: [] };
  return {
    ...data,
    dataset: { ...data.dataset, info: { ...info, boundary }, claims: record ? withoutTexts(claims) : claims }
  };
}

/** With the basemap of the static map, which is in the page already where it is drawn there. */
export type MapPageData = PageData & { basemap: StaticBasemap['pieces'] };
