import type { LanguageId } from '../../i18n/languages.ts';
import { folderOf, SOURCE } from '../../model/language-folder.ts';
import type { Dataset } from '../../model/dataset.ts';
import { cardAddress } from '../../model/share-code.ts';
import { structuredData } from './structured-data.ts';

/**
 * A page: its language, its path below that language's folder, and the relative path to the site's folder: `./`, `../`.
 * `about`: what it is about, where that is not the whole map; it then has a card of its own beside it.
 */
export type PagePlace = {
  language: LanguageId;
  path: string;
  root: string;
  about?: { title: string; description: string };
  /** It has no card of its own all the same, but that of the map. */
  cardOfMap?: true;
};

/**
 * The structured data, on the page with the record that its claims link to. For the end of the body, where it does not
 * delay rendering.
 */
export const dataBlock = (dataset: Dataset, site: string | null) => structuredBlock(structuredData(dataset, site));

export const structuredBlock = (data: Record<string, unknown>) =>
  `<script type="application/ld+json">${scriptText(data)}</script>`;

/**
 * Metadata that search engines and link previews read from the head of a page. Browsers do not need it, so it is
 * written into the HTML at build and is not part of the client code.
 */
export function headFor(
  dataset: Dataset,
  { language, path, root, about, cardOfMap }: PagePlace,
  site: string | null
): string {
  const { info } = dataset;
  const own = folderOf(language) + path;
  const card = site && cardAddress(site, folderOf(language), about && !cardOfMap ? path : undefined);
  const meta: [attribute: 'property' | 'name', key: string, content: string | null][] = [
    ['property', 'og:type', about ? 'article' : 'website'],
    ['property', 'og:site_name', info.title],
    ['property', 'og:title', about?.title ?? info.title],
    ['property', 'og:description', about?.description ?? info.description],
    ['property', 'og:url', site && site + own],
    ['property', 'og:image', card],
    ['property', 'og:image:alt', card && (about?.description ?? info.subtitle)],
    ['name', 'twitter:card', card ? 'summary_large_image' : 'summary']
  ];
  return [
    ...(site ? [`<link rel="canonical" href="${escaped(site + own)}">`] : []),
    ...alternates(info.languages, path, site ?? root),
    ...meta.flatMap(([attribute, key, content]) =>
      content ? [`<meta ${attribute}="${key}" content="${escaped(content)}">`] : []
    )
  ].join('\n\t\t');
}

/** Where sites that a link is pasted into find what they may show of the page. Where it has an embed and `oembed.json`. */
export function oembedLink({ info }: Dataset, { language, path, about }: PagePlace, site: string | null): string {
  if (!site) return '';
  const href = `${site}${folderOf(language)}${path}oembed.json`;
  const title = about?.title ?? info.title;
  return `<link rel="alternate" type="application/json+oembed" href="${escaped(href)}" title="${escaped(title)}">`;
}

/** The page in each language, including this one, for search engines; empty if there is only one language. */
function alternates(languages: readonly string[], path: string, from: string): string[] {
  if (languages.length < 2) return [];
  return languagesOfPage(languages).map(
    ([hreflang, id]) => `<link rel="alternate" hreflang="${hreflang}" href="${escaped(from + folderOf(id) + path)}">`
  );
}

/** The alternates of a page: what each is called, and the language that it is in. */
export const languagesOfPage = (languages: readonly string[]): [hreflang: string, id: string][] => [
  ...languages.map((id): [string, string] => [id, id]),
  ['x-default', SOURCE]
];

/** Text for HTML, within double quotation marks too. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** JSON that cannot end its script element: only `<` could. */
export const scriptText = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');
