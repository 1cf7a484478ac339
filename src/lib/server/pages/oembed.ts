import type { DatasetInfo } from '../../model/dataset.ts';
import { cardAddress, SANDBOX } from '../../model/share-code.ts';
import { escaped } from './head.ts';

const WIDTH_PX = 800;
const HEIGHT_PX = 780;

/** What is answered about: the map in the folder of a language, or the page of an item below that. */
type About = { folder: string; path?: string; title?: string };

/**
 * The response of an oEmbed provider as a static file: of the first view, or of the item whose page was pasted, since a
 * file cannot read a query. Type `rich` if the site's address is known, else `link`: code with a relative address would
 * point to the consumer's own site.
 */
export function oembed(
  info: DatasetInfo,
  site: string | null,
  { folder, path = '', title = info.title }: About = { folder: '' }
) {
  const common = { version: '1.0', title, provider_name: info.title, cache_age: 86_400 };
  if (site === null) return { ...common, type: 'link' };
  const html = `<iframe src="${site}${folder}embed/${path}?height=fixed" title="${escaped(title)}" width="${WIDTH_PX}" height="${HEIGHT_PX}" loading="lazy" sandbox="${SANDBOX}"></iframe>`;
  return {
    ...common,
    type: 'rich',
    provider_url: site,
    html,
    width: WIDTH_PX,
    height: HEIGHT_PX,
    thumbnail_url: cardAddress(site, folder, path)
  };
}
