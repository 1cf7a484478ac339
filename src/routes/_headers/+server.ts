import { frozenVersions } from '$lib/server/frozen/frozen-versions.ts';
import { loadDataset } from '$lib/server/geodata/dataset.ts';
import { frameAncestors, underscoreHeaders } from '$lib/server/pages/headers.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

export const prerender = true;

export const GET = () =>
  new Response(
    underscoreHeaders({
      info: loadDataset().info,
      site: siteUrl(),
      ancestors: frameAncestors(),
      frozen: frozenVersions().length > 0
    }),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } }
  );
