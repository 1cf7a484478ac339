import { dataInPage } from '$lib/islands/hydrate-page.ts';
import type { DatasetIndex } from '$lib/model/index-dataset.ts';
import { unpackDataset } from '$lib/model/packed.ts';
import type { PackedTexts } from '$lib/model/texts.ts';
import { basemapInPage, basemapIsIn } from '$lib/map/svg/basemap-pieces.ts';
import type { DataApart, MapPageData, OwnData, PackedData, PackedDataHead, PageData } from './page-data.ts';

/** In the browser: the data of this page. The basemap is read from the SVG when it is first asked for, after hydration. */
export async function readPageData(): Promise<MapPageData> {
  const inPage = dataInPage<(OwnData & PackedData) | DataApart>();
  const data = 'dataset' in inPage ? unpacked(inPage) : await withSharedData(inPage);
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

type Data = PageData & { index?: DatasetIndex };

const unpacked = ({ dataset, ...rest }: OwnData & PackedData): Data => ({ ...rest, dataset: unpackDataset(dataset) });

/**
 * Of a page without the data in it. The address of an item's changes when another view is chosen: links must not depend on
 * it. Rejects where the file is lost, or what came is not the whole of it.
 */
async function withSharedData({ dataFile, first, ...page }: DataApart): Promise<Data> {
  const absolute = (path: string, base = location.href) => new URL(path, base).href;
  const file = absolute(dataFile);
  // Beside the data; of small data sets no page has that program.
  const program = first && import('$lib/state/coming-texts.svelte.ts');
  const shared = await fetchJson<PackedData | PackedDataHead>(file);
  for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel="icon"], link[rel="alternate"]'))
    link.href = absolute(link.href);
  const own = { ...page, root: absolute(page.root), home: absolute(page.home) };
  if ('dataset' in shared) return unpacked({ ...own, ...shared });
  const { head, ...rest } = shared;
  const { indexHead } = await program!;
  const index = indexHead(head, first, (name) => fetchJson<PackedTexts>(absolute(name, file)));
  // What an item's page shows is told by texts, and so is whether there is what an address names.
  if (page.item !== null || namesTexts(location.search)) await index.texts.all();
  return { ...own, ...rest, dataset: index.dataset, index };
}

async function fetchJson<Content>(url: string): Promise<Content> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as Content;
}

const namesTexts = (query: string): boolean =>
  [...new URLSearchParams(query).keys()].some((key) => ['event', 'claim', 'article', 'without'].includes(key));
