import { dayWord, formatDate, formatEventDate } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { dayParts, isoDay, type Day } from '../model/day.ts';
import { lineOf, type Claim } from '../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import { addressOf, isPlain, itemOf, itemView } from '../model/item-page.ts';
import { isKnown } from '../model/url.ts';
import type { Selection, ViewState } from '../model/view.ts';
import { withSelection } from '../model/view-changes.ts';
import { claimsLicence, filterWords } from './about-file.ts';

const CITABLE = ['event', 'claim', 'article'] as const;
type Citable = (typeof CITABLE)[number];

/** What is cited: a state of the map, or one event, one claim, or what is taken from one article in it. */
export type CiteTarget = { type: 'map' } | { type: Citable; id: string };

export const isCitable = (type: Selection['type']): type is Citable => CITABLE.some((each) => each === type);

/** One citation in every format. `link` opens the cited view, and the page says so if the data has changed since. */
export type Citation = { link: string; text: string; bibtex: string; csl: string };

/** `home`: address of the map without query. `accessed`: the day of access, `null` to leave it out. */
export type CiteContext = { home: string; view: ViewState; accessed: Day | null };

/** `null` for what is not in the data. An event or article in a view without filters is cited by its own page. */
export function cite(
  language: Language,
  index: DatasetIndex,
  target: CiteTarget,
  context: CiteContext
): Citation | null {
  const selection = target.type === 'map' ? null : target;
  if (selection && !isKnown(index, selection.type, selection.id)) return null;
  const view = citedView(index, withSelection(context.view, selection, index));
  const what = describe(language, index, target, view);
  if (!what) return null;
  const { info } = index.dataset;
  const { t } = language;
  const link = context.home + addressOf(view, index, info.version);
  const whole = t('cite.dataset', { title: info.title, subtitle: info.subtitle });
  const version = t('cite.version', { version: info.version });
  const licence = t('cite.licence', { licence: claimsLicence(index) });
  const accessed = context.accessed === null ? null : t('cite.accessed', { day: dayWord(language, context.accessed) });
  const item: CslItem = {
    id: what.key,
    type: 'dataset',
    title: what.title ?? whole,
    ...(what.title !== null && { 'container-title': whole }),
    version: info.version,
    medium: t('cite.medium'),
    URL: link,
    ...(context.accessed !== null && { accessed: { 'date-parts': [dateParts(context.accessed)] } }),
    note: [what.note, licence].filter((part) => part).join(' ')
  };
  const sentences = [
    what.title === null ? `${whole}.` : `${what.title} ${t('cite.in', { title: whole })}`,
    version,
    what.note,
    licence,
    link,
    accessed
  ];
  return {
    link,
    text: sentences.filter((part) => part).join(' '),
    bibtex: bibtexOf(item, context.accessed),
    csl: JSON.stringify([item], null, 2)
  };
}

/** What is about one item alone is cited as the page of that item shows it, where the reader has left nothing out. */
function citedView(index: DatasetIndex, view: ViewState): ViewState {
  const item = view.chapter === null ? itemOf(view) : null;
  if (!item || !isPlain(view, index)) return view;
  return itemView(item, index);
}

/** The fields of CSL-JSON that are used. No author and no date are invented: the data set states neither. */
type CslItem = {
  id: string;
  type: 'dataset';
  title: string;
  'container-title'?: string;
  version: string;
  medium: string;
  URL: string;
  accessed?: { 'date-parts': [[number, number, number]] };
  note: string;
};

/** `title: null`: the map itself. */
function describe(language: Language, index: DatasetIndex, target: CiteTarget, view: ViewState) {
  const { t } = language;
  const { info } = index.dataset;
  const note = t('cite.view', { filter: filterWords(language, index, view) });
  const key = (id: string) => `${info.id}-${id}`;
  if (target.type === 'map') return { key: key(isoDay(view.day)), title: null, note };
  if (target.type === 'event') {
    const event = index.events.get(target.id);
    if (!event) return null;
    const title = t('cite.event', { title: event.title, date: formatEventDate(language, event.date, event.extent) });
    return { key: key(event.id), title, note };
  }
  if (target.type === 'article') {
    const article = index.articles.get(target.id);
    if (!article) return null;
    const { title, publisher } = article;
    const published = formatDate(language, article.published);
    return { key: key(article.id), title: t('cite.article', { title, publisher, published }), note };
  }
  const claim = index.claims.get(target.id);
  return claim ? { key: key(claim.id), title: claimTitle(language, index, claim), note: '' } : null;
}

function claimTitle(language: Language, index: DatasetIndex, claim: Claim): string {
  const article = index.articles.get(claim.article)!;
  const agent = (id: string) => {
    const found = index.agents.get(id);
    return found?.title && found.kind === 'person' ? `${found.title} ${found.name}` : (found?.name ?? id);
  };
  const first = claim.attribution.find(({ role }) => role === 'speaker') ?? claim.attribution[0];
  return language.t('cite.claim', {
    primarySource: first ? agent(first.agent) : article.publisher,
    what: claim.what.replace(/\.$/, ''),
    id: claim.id,
    chain: claim.attribution
      .map((link) => `${agent(link.agent)}, ${labelOf(index.dataset.codes, 'roles', link.role)}`)
      .join(' → '),
    publisher: article.publisher,
    line: String(lineOf(claim.locator)),
    published: formatDate(language, article.published)
  });
}

function dateParts(day: Day): [number, number, number] {
  const { year, month, dayOfMonth } = dayParts(day);
  return [year, month, dayOfMonth];
}

/** `@misc`, which every BibTeX style knows; the address also in `howpublished`, for styles without `url`. */
function bibtexOf(item: CslItem, accessed: Day | null): string {
  const fields: [string, string][] = [
    ['title', `{${texText(item.title)}}`],
    ...(item['container-title'] ? [['booktitle', texText(item['container-title'])] as [string, string]] : []),
    ['version', texText(item.version)],
    ['howpublished', texText(item.medium)],
    ['url', item.URL.replace(/[{}\\]/g, encodeURIComponent)],
    ...(accessed === null ? [] : [['urldate', isoDay(accessed)] as [string, string]]),
    ['note', texText(item.note)]
  ];
  return `@misc{${item.id},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
};

/** Letters of every script stay (BibLaTeX and modern BibTeX read UTF-8); characters special to TeX are escaped. */
const texText = (text: string) => text.replace(/[\\{}~^&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
