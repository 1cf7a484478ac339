import { loadDataset } from '$lib/server/dataset.ts';
import { siteUrl } from '$lib/server/site-url.ts';

export const prerender = true;
export const trailingSlash = 'always';

/** Runs at build only: the page carries the joined dataset, and no reader's browser parses or validates. */
export function load() {
  return { dataset: loadDataset(), siteUrl: siteUrl() };
}
