import type { Dataset } from '../model/dataset.ts';
import { structuredData } from './structured-data.ts';

/** The picture that a shared link shows; where it is missing, links are shared without one. */
const CARD = 'card.png';

/**
 * The structured data of the first page, where the record is that its claims are anchored in. For the end of the body:
 * it is as readable there, and what is drawn need not wait for it.
 */
export function dataBlock(dataset: Dataset, site: string | null): string {
  return `<script type="application/ld+json">${scriptText(structuredData(dataset, site))}</script>`;
}

/**
 * What search engines and link previews read in the head of a page; readers' browsers never do, so it is written into
 * the HTML at build and is no part of the program. `path` counts from the site's folder: '' or 'about/'.
 */
export function headFor(dataset: Dataset, path: string, site: string | null): string {
  const { info } = dataset;
  const card = site ? site + CARD : null;
  const meta: [attribute: 'property' | 'name', key: string, content: string | null][] = [
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', info.title.en],
    ['property', 'og:title', info.title.en],
    ['property', 'og:description', info.description.en],
    ['property', 'og:url', site && site + path],
    ['property', 'og:image', card],
    ['property', 'og:image:alt', card && info.subtitle.en],
    ['name', 'twitter:card', card ? 'summary_large_image' : 'summary']
  ];
  return [
    ...(site ? [`<link rel="canonical" href="${escaped(site + path)}">`] : []),
    ...meta.flatMap(([attribute, key, content]) => (content ? [`<meta ${attribute}="${key}" content="${escaped(content)}">`] : []))
  ].join('\n\t\t');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** JSON that no text of the data can end: in a script element only `<` could. */
export const scriptText = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');
