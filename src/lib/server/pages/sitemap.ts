import { isLanguage } from '../../i18n/languages.ts';
import type { Dataset } from '../../model/dataset.ts';
import { itemPath, itemsOf } from '../../model/item-page.ts';
import { folderOf } from '../../model/language-folder.ts';
import { recordPath } from '../../model/record-pages.ts';
import { languagesOfPage } from './head.ts';
import { sharedRecord } from './shared-data.ts';

/**
 * Every page that should be found, in every language, with its alternates. The embed is not among them. Addresses in a
 * sitemap are absolute: where that of the site is not known, it names no page and says why.
 */
export function sitemap(dataset: Dataset, site: string | null): string {
  const languages = dataset.info.languages.filter(isLanguage);
  const paths = [
    '',
    'about/',
    ...itemsOf(dataset).map(itemPath),
    ...(sharedRecord(dataset)?.pages ?? []).map(recordPath)
  ];
  const urls =
    site === null
      ? ['<!-- Build with SITE_URL: addresses in a sitemap are absolute. -->']
      : paths.flatMap((path) => {
          const at = (language: string) => site + folderOf(language) + path;
          const alternates = languagesOfPage(languages).map(
            ([hreflang, id]) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${at(id)}"/>`
          );
          return languages.map(
            (id) => `<url><loc>${at(id)}</loc>${languages.length > 1 ? alternates.join('') : ''}</url>`
          );
        });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    ''
  ].join('\n');
}
