import { isLanguage } from '$lib/i18n/languages.ts';
import { SOURCE } from '$lib/model/language-folder.ts';
import { loadOutline } from '$lib/server/geodata/dataset.ts';
import { dataBlock, headFor, oembedLink, type PagePlace } from '$lib/server/pages/head.ts';
import { hydratedPage } from './hydrated-page.ts';

/** The languages that the data folder declares have pages, and no others; the first language's stand at the root. */
export const entries = () =>
  loadOutline()
    .info.languages.filter(isLanguage)
    .map((id) => (id === SOURCE ? {} : { lang: id }));

/** The first view is rendered in one piece: bit by bit, the slider would be interactive later. */
const EXPECT_LIST = '<link rel="expect" href="#list" blocking="render">';

export async function load({ parent }) {
  const layout = await parent();
  const { id, shared, root, siteUrl } = layout;
  const place: PagePlace = { language: id, path: '', root };
  return {
    hydrated: hydratedPage(layout, 'map'),
    head: oembedLink(shared.dataset, place, siteUrl) + headFor(shared.dataset, place, siteUrl) + EXPECT_LIST,
    structuredData: id === SOURCE ? dataBlock(shared.dataset, siteUrl) : ''
  };
}
