import { dataInPage } from '$lib/islands/hydrate-page.ts';
import { basemapInPage, basemapIsIn } from '$lib/map/svg/basemap-pieces.ts';
import type { MapPageData, PageData } from './page-data.ts';

/** In the browser: the data of this page. The basemap is read from the SVG when it is first asked for, after hydration. */
export async function readPageData(): Promise<MapPageData> {
  // A page that others have changed may have lost its SVG: that is no reason to have no basemap.
  let basemap = basemapIsIn(document) ? null : (await import('virtual:svg-basemap')).default;
  return {
    ...dataInPage<PageData>(),
    get basemap() {
      return (basemap ??= basemapInPage(document));
    }
  };
}
