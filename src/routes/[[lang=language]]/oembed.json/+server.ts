import { json } from '@sveltejs/kit';
import { isLanguage } from '$lib/i18n/languages.ts';
import { folderOf, SOURCE } from '$lib/model/language-folder.ts';
import { geodataDir, loadDataset } from '$lib/server/geodata/dataset.ts';
import { oembed } from '$lib/server/pages/oembed.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

export { entries } from '../+page.server.ts';

export const prerender = true;
export const trailingSlash = 'never';

export function GET({ params: { lang = SOURCE } }) {
  const { info } = loadDataset(geodataDir(), isLanguage(lang) ? lang : SOURCE);
  return json(oembed(info, siteUrl(), { folder: folderOf(lang) }));
}
