import { dayWord, formatList, spanWords } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { isoDay } from '../model/day.ts';
import type { Licence } from '../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import { encodeView } from '../model/url.ts';
import { asOfDay, firstView, windowOf, type ViewState } from '../model/view.ts';
import type { Selected } from './selection.ts';

/**
 * Metadata that every file carries, so that it can be understood apart from the page. No creation date: equal data give
 * equal files.
 */
export type AboutFile = {
  dataset: string;
  title: string;
  dataVersion: string;
  /** BCP 47, of the texts. Field names and codes are the same in every language. */
  language: string;
  licences: { what: string; licence: string; href: string }[];
  attribution: { text: string; href: string }[];
  notices: string[];
  filter: {
    /** In words. */
    words: string;
    /** The view as the query of the page's address, with the data version; `null`: no filter. */
    query: string | null;
    window: { from: string; to: string } | null;
    /** Publications up to this day count; `null`: all. */
    asOf: string | null;
    hiddenKinds: string[];
    hiddenArticles: string[];
    external: boolean;
  };
};

export function aboutFile(
  language: Language,
  index: DatasetIndex,
  { view, window }: Pick<Selected, 'view' | 'window'>
): AboutFile {
  const { info } = index.dataset;
  const asOf = view && asOfDay(view);
  return {
    dataset: info.id,
    title: info.title,
    dataVersion: info.version,
    language: language.id,
    licences: dataLicences(index).map(({ what, licence, href }) => ({ what, licence, href })),
    attribution: info.attribution,
    notices: [...info.notices, ...untranslatedNote(language, index)],
    filter: {
      words: filterWords(language, index, view),
      query: view && pinnedQuery(index, { ...view, selection: null }),
      window: view && { from: isoDay(window.from), to: isoDay(window.to) },
      asOf: asOf === null ? null : isoDay(asOf),
      hiddenKinds: [...(view?.hiddenKinds ?? [])],
      hiddenArticles: [...(view?.hiddenArticles ?? [])],
      external: view?.external ?? true
    }
  };
}

/** A sentence on the texts that are in English for want of a translation; none where there are none. */
export function untranslatedNote({ t }: Language, { dataset }: DatasetIndex): string[] {
  const n = dataset.info.textsIn ? 0 : (dataset.untranslated?.length ?? 0);
  return n > 0 ? [t('exports.untranslated', { n })] : [];
}

/** The query of a view with the data version, without `?`. */
export function pinnedQuery(index: DatasetIndex, view: ViewState): string {
  const { info } = index.dataset;
  return encodeView(view, firstView(info), info.version);
}

/** Licences of what the files contain; all licences where the data set does not say which cover what. */
export function dataLicences(index: DatasetIndex): Licence[] {
  const { licences } = index.dataset.info;
  const covering = licences.filter(({ covers }) => covers !== undefined);
  return covering.length ? covering : licences;
}

/** "CC BY 4.0": covers the claims and everything else that is not geometry. */
export const claimsLicence = (index: DatasetIndex) =>
  licenceNames(dataLicences(index).filter(({ covers }) => covers !== 'geometry'));

/** "ODbL 1.0; CC BY 4.0": covers shapes and positions; each feature names its own. */
export const geometryLicence = (index: DatasetIndex) =>
  licenceNames(dataLicences(index).filter(({ covers }) => covers !== 'claims'));

const licenceNames = (licences: readonly Licence[]) => [...new Set(licences.map(({ licence }) => licence))].join('; ');

/** The filter in sentences. The selection is not a filter and is not mentioned. */
export function filterWords(language: Language, index: DatasetIndex, view: ViewState | null): string {
  const { t } = language;
  if (!view) return t('exports.filter.none');
  const window = windowOf(view, index.dataset.info.domain);
  const asOf = asOfDay(view);
  const sentences = [
    window.from === window.to
      ? t('exports.filter.window.day', { to: dayWord(language, window.to) })
      : t('exports.filter.window.span', spanWords(language, window)),
    asOf === null ? t('exports.filter.asOf.everything') : t('exports.filter.asOf.day', { day: dayWord(language, asOf) })
  ];
  sentences.push(...leftOutWords(language, index, view));
  if (index.dataset.troops) sentences.push(t('exports.filter.troops', { day: dayWord(language, view.day) }));
  if (view.external) sentences.push(t('exports.filter.external'));
  return sentences.join(' ');
}

/** A sentence on the hidden kinds and one on the hidden articles; neither where nothing is hidden. */
export function leftOutWords(
  language: Language,
  index: DatasetIndex,
  { hiddenKinds, hiddenArticles }: ViewState
): string[] {
  const { t } = language;
  const kinds = hiddenKinds.map((id) => labelOf(index.dataset.codes, 'kinds', id));
  const articles = hiddenArticles.map((id) => `${index.articles.get(id)?.publisher ?? id} (${id})`);
  return [
    ...(kinds.length ? [t('exports.filter.kinds', { kinds: formatList(language, kinds) })] : []),
    ...(articles.length ? [t('exports.filter.articles', { articles: formatList(language, articles) })] : [])
  ];
}
