import type { DatasetIndex } from '$lib/model/index-dataset.ts';
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
  // What an item's page shows is told by texts, and so is whether there is what an address names.
  await (page.item === null ? index.texts.readyFor(readQuery(location.search)) : index.texts.all());
  return { ...own, ...rest, dataset: index.dataset, index };
}

async function fetchJson<Content>(url: string): Promise<Content> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as Content;
}
