import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { embedScript } from '$lib/server/pages/embed-files.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

export const prerender = true;

export async function GET() {
  return new Response(await embedScript(loadDataset().info, siteUrl()), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' }
  });
}
