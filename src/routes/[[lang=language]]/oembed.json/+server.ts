import { json } from '@sveltejs/kit';
import { languageOf } from '$lib/i18n/languages.ts';
import { folderOf } from '$lib/model/language-folder.ts';
import { geodataDir, loadDataset } from '$lib/server/geodata/dataset.ts';
import { oembed } from '$lib/server/pages/oembed.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

export { entries } from '../+page.server.ts';

export const prerender = true;
export const trailingSlash = 'never';

export function GET({ params }) {
  const id = languageOf(params.lang);
  const { info } = loadDataset(geodataDir(), id);
  return json(oembed(info, siteUrl(), { folder: folderOf(id) }));
}
