import { json } from '@sveltejs/kit';
import { folderOf } from '$lib/model/language-folder.ts';
import { oembed } from '$lib/server/pages/oembed.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';
import { itemAt } from '../../../item.ts';

export { entries } from '../../../item.ts';

export const prerender = true;
export const trailingSlash = 'never';

export async function GET({ params }) {
  const { index, language, words, path } = await itemAt({ ...params });
  return json(oembed(index.dataset.info, siteUrl(), { folder: folderOf(language.id), path, title: words.title }));
}
