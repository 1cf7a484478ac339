import { buildOnly } from '$lib/islands/build-only.ts';
import { folderOf } from '$lib/model/language-folder.ts';
import { headFor, oembedLink, structuredBlock, type PagePlace } from '$lib/server/pages/head.ts';
import { itemData } from '$lib/server/pages/structured-data.ts';
import { hydratedPage } from '../../hydrated-page.ts';
import { itemAt } from '../../item.ts';

export { entries } from '../../item.ts';

export async function load({ params, parent }) {
  const layout = await parent();
  const { id: language, shared, root, home, siteUrl } = layout;
  const { item, index, words, description, path, view } = await itemAt({ ...params });
  const about = { title: words.title, description };
  const place: PagePlace = { language, path, root, about };
  const address = { path: folderOf(language) + path, home: siteUrl ? folderOf(language) : home, language };
  const page = {
    ...about,
    view,
    hydrated: hydratedPage(layout, 'map', item),
    head: oembedLink(shared.dataset, place, siteUrl) + headFor(shared.dataset, place, siteUrl),
    structuredData: structuredBlock(itemData(index, item, about, address, siteUrl))
  };
  return { page: buildOnly(page) };
}
