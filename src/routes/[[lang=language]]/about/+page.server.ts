import { clientTags } from '$lib/islands/client-tags.ts';
import { textsOf } from '$lib/server/geodata/texts.ts';
import { headFor } from '$lib/server/pages/head.ts';

export { entries } from '../+page.server.ts';

export async function load({ parent, route }) {
  const { id, shared, root, siteUrl } = await parent();
  const gaps = shared.dataset.untranslated;
  return {
    gaps: gaps ? { n: gaps.length, all: textsOf(shared.dataset).size } : null,
    client: clientTags(route.id, { modules: [], next: [], root }),
    head: headFor(shared.dataset, { language: id, path: 'about/', root }, siteUrl)
  };
}
