import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';
import { sitemap } from '$lib/server/pages/sitemap.ts';

export const prerender = true;
export const trailingSlash = 'never';

export const GET = () =>
  new Response(sitemap(loadDataset(), siteUrl()), { headers: { 'content-type': 'application/xml' } });
