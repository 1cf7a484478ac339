import { dataInPage } from '$lib/islands/hydrate-page.ts';
import { unpackDataset } from '$lib/model/packed.ts';
import { basemapInPage, basemapIsIn } from '$lib/map/svg/basemap-pieces.ts';
import type { DataApart, MapPageData, OwnData, PackedData } from './page-data.ts';

/** In the browser: the data of this page. The basemap is read from the SVG when it is first asked for, after hydration. */
export async function readPageData(): Promise<MapPageData> {
  const inPage = dataInPage<(OwnData & PackedData) | DataApart>();
  const data = 'dataset' in inPage ? inPage : await withSharedData(inPage);
  let basemap: MapPageData['basemap'] | undefined;
  return {
    ...data,
    dataset: unpackDataset(data.dataset),
    get basemap() {
      return (basemap ??= basemapInPage(document));
    },
    loadBasemap: async () => {
      // A page that others have changed may have lost its SVG: that is no reason to have no basemap.
      if (!basemap && !basemapIsIn(document)) basemap = (await import('virtual:svg-basemap')).default;
    }
  };
}

/**
 * Of a page without the data in it. The address of an item's changes when another view is chosen: links must not depend on
 * it. Rejects where the file is lost, or what came is not the whole of it.
 */
async function withSharedData({ dataFile, ...page }: DataApart): Promise<OwnData & PackedData> {
  const answer = await fetch(dataFile);
  if (!answer.ok) throw new Error(`${dataFile}: ${answer.status}`);
  const shared: PackedData = await answer.json();
  const absolute = (path: string) => new URL(path, location.href).href;
  for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel="icon"], link[rel="alternate"]'))
    link.href = absolute(link.href);
  return { ...page, ...shared, root: absolute(page.root), home: absolute(page.home) };
}
