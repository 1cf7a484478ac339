import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { embedTypes } from '$lib/server/pages/embed-files.ts';

export const prerender = true;

export function GET() {
  return new Response(embedTypes(loadDataset().info), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
