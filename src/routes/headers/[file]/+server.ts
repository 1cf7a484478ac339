import { error } from '@sveltejs/kit';
import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { frameAncestors, HEADER_FILES } from '$lib/server/pages/headers.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

export const prerender = true;

export const entries = () => Object.keys(HEADER_FILES).map((file) => ({ file }));

export function GET({ params: { file } }) {
  const write = HEADER_FILES[file] ?? error(404);
  const text = write({ info: loadDataset().info, site: siteUrl(), ancestors: frameAncestors() });
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
