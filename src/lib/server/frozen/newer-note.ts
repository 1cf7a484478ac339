import { wholeLanguage } from '../../i18n/catalogues.ts';
import { languageOf } from '../../i18n/languages.ts';

/** `frozen`: the version that a page is of; `version`: the one of today, whose page stands at `href` from there. */
type Newer = { frozen: string; version: string; href: string };

/**
 * A page of an earlier build with a line over it that says so, in the language of the page. Before all that the page
 * hydrates, and as plain HTML: the page’s policy lets nothing in that was not there when it was built.
 */
export function withNewerNote(html: string, { frozen, version, href }: Newer): string {
  const lang = /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1];
  const { t } = wholeLanguage(languageOf(lang));
  const link = `<a href="${href}">${t('page.frozen.now', { version })}</a>`;
  return html.replace(
    /<body[^>]*>/,
    (body) => `${body}<p data-frozen>${t('page.frozen', { version: frozen })} ${link}</p>`
  );
}
