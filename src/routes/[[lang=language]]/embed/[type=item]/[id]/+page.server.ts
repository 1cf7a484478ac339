import { hydratedPage } from '../../../hydrated-page.ts';
import { itemAt } from '../../../item.ts';

export { entries } from '../../../item.ts';

export async function load({ params, parent }) {
  const { item, words, description, path, view } = await itemAt({ ...params });
  return { title: words.title, description, path, view, hydrated: hydratedPage(await parent(), 'embed', item) };
}
