import { dataInPage } from '$lib/islands/hydrate-page.ts';
import { unpackDataset } from '$lib/model/packed.ts';
import { basemapInPage, basemapIsIn } from '$lib/map/svg/basemap-pieces.ts';
import type { DataApart, MapPageData, OwnData, PackedData } from './page-data.ts';

/** In the browser: the data of this page. The basemap is read from the SVG when it is first asked for, after hydration. */
export async function readPageData(): Promise<MapPageData> {
  const inPage = dataInPage<(OwnData & PackedData) | DataApart>();
  const data =
    'dataset' in inPage
      ? { ...inPage, dataset: unpackDataset(inPage.dataset) }
      : await (await import('./data-apart.ts')).withSharedData(inPage);
  let basemap: MapPageData['basemap'] | undefined;
  return {
    ...data,
    get basemap() {
      return (basemap ??= basemapInPage(document));
    },
    loadBasemap: async () => {
      // A page that others have changed may have lost its SVG: that is no reason to have no basemap.
      if (!basemap && !basemapIsIn(document)) basemap = (await import('virtual:svg-basemap')).default;
    }
  };
}
