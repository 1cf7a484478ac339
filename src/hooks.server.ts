import type { Handle } from '@sveltejs/kit';
import { loadDataset } from '$lib/server/dataset.ts';
import { dataBlock, headFor } from '$lib/server/head.ts';
import { siteUrl } from '$lib/server/site-url.ts';

/** The pages that people find and share; what else is prerendered says of itself what it needs. */
const SHARED: Record<string, string> = { '/': '', '/about': 'about/' };

/** Runs at build only, once for each page. */
export const handle: Handle = ({ event, resolve }) => {
  const path = SHARED[event.route.id ?? ''];
  if (path === undefined) return resolve(event);
  const [dataset, site] = [loadDataset(), siteUrl()];
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const headed = html.replace('</head>', () => `\t${headFor(dataset, path, site)}\n\t</head>`);
      return path === '' ? headed.replace('</body>', () => `\t${dataBlock(dataset, site)}\n\t</body>`) : headed;
    }
  });
};
