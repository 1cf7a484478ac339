import basemap from 'virtual:svg-basemap';
import surroundings from 'virtual:svg-surroundings';
import { itemCardPng } from '$lib/server/pages/item-card.ts';
import { itemAt } from '../../../item.ts';

export { entries } from '../../../item.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** The social card of an item, drawn at build. */
export async function GET({ params }) {
  const { index, language, words, basemapNames, view } = await itemAt({ ...params });
  const png = await itemCardPng({
    language,
    index,
    basemap: { pieces: basemap, names: basemapNames, surroundings },
    view,
    words
  });
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}
