import type { DatasetInfo } from '../../model/dataset.ts';

const WIDTH_PX = 800;
const HEIGHT_PX = 780;

/**
 * The response of an oEmbed provider as a static file: always for the first view, since a file cannot read a query.
 * Type `rich` if the site's address is known, else `link`: code with a relative address would point to the consumer's
 * own site.
 */
export function oembed(info: DatasetInfo, site: string | null) {
  const common = { version: '1.0', title: info.title, provider_name: info.title, cache_age: 86_400 };
  if (site === null) return { ...common, type: 'link' };
  const title = info.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const html = `<iframe src="${site}embed/?height=fixed" title="${title}" width="${WIDTH_PX}" height="${HEIGHT_PX}" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return { ...common, type: 'rich', provider_url: site, html, width: WIDTH_PX, height: HEIGHT_PX };
}
