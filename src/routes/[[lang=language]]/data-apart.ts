import type { DatasetIndex } from '$lib/model/index-dataset.ts';
import { hasManyArticles } from '$lib/model/many-articles.ts';
import { unpackDataset } from '$lib/model/packed.ts';
import { readQuery } from '$lib/model/url.ts';
import type { DataApart, PackedData, PackedDataHead, PageData } from './page-data.ts';

/**
 * Of a page without the data in it. The address of an item's changes when another view is chosen: links must not depend on
 * it. Rejects where the file is lost, or what came is not the whole of it.
 */
export async function withSharedData({
  dataFile,
  first,
  ...page
}: DataApart): Promise<PageData & { index?: DatasetIndex }> {
  const absolute = (path: string, base = location.href) => new URL(path, base).href;
  const file = absolute(dataFile);
  // Beside the data; of small data sets no page has that program.
  const program = first && import('$lib/state/coming-texts.svelte.ts');
  const shared = await fetchJson<PackedData | PackedDataHead>(file);
  for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel="icon"], link[rel="alternate"]'))
    link.href = absolute(link.href);
  const own = { ...page, root: absolute(page.root), home: absolute(page.home) };
  if ('dataset' in shared) return { ...own, ...shared, dataset: unpackDataset(shared.dataset) };
  const { head, ...rest } = shared;
  const { indexHead } = await program!;
  const index = indexHead(head, first, (name) => fetchJson(absolute(name, file)));
  await textsOfPage(index, page.item !== null, readQuery(location.search));
  return { ...own, ...rest, dataset: index.dataset, index };
}

async function fetchJson<Content>(url: string): Promise<Content> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as Content;
}

/** The texts that tell what an item's page shows, and whether there is what an address names. */
async function textsOfPage({ texts, dataset }: DatasetIndex, isItem: boolean, query: URLSearchParams): Promise<void> {
  const needsAll = ['claim', 'article', ...(hasManyArticles(dataset) ? ['without'] : [])];
  if (isItem || needsAll.some((key) => query.has(key))) return texts.all();
  // As the address is read: as it stands, or else in lower case.
  const ids = query.getAll('event').flatMap((id) => [id, id.toLowerCase()]);
  await Promise.all([...new Set(ids)].map((id) => texts.named(id)));
}
