import type { StaticBasemap } from '$lib/map/svg/map-picture.ts';
import type { Dataset } from '$lib/model/dataset.ts';

/** What an interactive page is made from. It travels in the page itself, as JSON: nothing has to be fetched for it. */
export type PageData = {
  dataset: Dataset;
  /** From the page to the site's folder: `./` or `../`. The same build works at a domain's root and under any sub-path. */
  root: string;
  /** From the page to the map in the page's language. */
  home: string;
  /** The address the site will have, where the build was given one. */
  siteUrl: string | null;
  /** Names on the basemap of the static map. */
  basemapNames: StaticBasemap['names'];
};

/**
 * With the pieces of the static map's basemap, which do not travel twice where the page has them as SVG, and at build with
 * what is around it: in the browser, what needs that fetches it.
 */
export type MapPageData = PageData & {
  basemap: StaticBasemap['pieces'];
  surroundings?: StaticBasemap['surroundings'];
};

/** What of a page's data the browser gets: all but the boundary policy, which stands on the page about the data. */
export function clientData({ dataset, ...rest }: PageData): PageData {
  const { info } = dataset;
  return { ...rest, dataset: { ...dataset, info: { ...info, boundary: { ...info.boundary, policy: [] } } } };
}
