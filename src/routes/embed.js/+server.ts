import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { embedScript } from '$lib/server/pages/embed-files.ts';

export const prerender = true;

export async function GET() {
  return new Response(await embedScript(loadDataset().info), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' }
  });
}
