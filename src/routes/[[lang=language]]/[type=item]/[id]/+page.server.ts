import { buildOnly } from '$lib/islands/build-only.ts';
import { folderOf } from '$lib/model/language-folder.ts';
import { headFor, structuredBlock } from '$lib/server/pages/head.ts';
import { itemData } from '$lib/server/pages/structured-data.ts';
import { hydratedPage } from '../../hydrated-page.ts';
import { itemAt } from '../../item.ts';

export { entries } from '../../item.ts';

export async function load({ params, parent }) {
  const layout = await parent();
  const { id: language, shared, root, home, siteUrl } = layout;
  const { item, index, words, description, path, view } = await itemAt({ ...params });
  const about = { title: words.title, description };
  const place = { path: folderOf(language) + path, home: siteUrl ? folderOf(language) : home, language };
  const page = {
    ...about,
    path,
    view,
    hydrated: hydratedPage(layout, 'map', item),
    head: headFor(shared.dataset, { language, path, root, about }, siteUrl),
    structuredData: structuredBlock(itemData(index, item, about, place, siteUrl))
  };
  return { page: buildOnly(page) };
}
