import { yearsOf } from '../../model/other-years.ts';
import type { PartFolders } from '../geodata/part-folders.ts';
import { escaped } from './head.ts';

/**
 * The page over several builds of some years each: links to all, and on to the last. `site`: the address of its folder,
 * where that is known. It has no script, and asks for nothing.
 */
export function partsIndex({ title, parts }: PartFolders, site: string | null): string {
  const last = `${parts.at(-1)!.id}/`;
  const links = parts.map((part) => {
    const events = part.events === 1 ? '1 event' : `${part.events.toLocaleString('en')} events`;
    return `<li><a href="${part.id}/">${yearsOf(part)}</a>, ${events}</li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${last}">
${site === null ? '' : `<link rel="canonical" href="${escaped(site + last)}">\n`}<title>${escaped(title)}</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.75 system-ui, sans-serif; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>Each map shows some years. The last one opens by itself.</p>
<ul>
${links.join('\n')}
</ul>
</body>
</html>
`;
}

/** The sitemaps of all parts, for search engines. Addresses in it are absolute: without that of the site there are none. */
export const partsSitemap = ({ parts }: PartFolders, site: string | null): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...(site === null
      ? ['<!-- Build with SITE_URL: addresses in a sitemap are absolute. -->']
      : parts.map(({ id }) => `<sitemap><loc>${escaped(site)}${id}/sitemap.xml</loc></sitemap>`)),
    '</sitemapindex>',
    ''
  ].join('\n');
