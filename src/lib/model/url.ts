import { axisSizeIn } from './axis-span.ts';
import { isoDay, parseDayIn } from './day.ts';
import type { DatasetIndex } from './index-dataset.ts';
import {
  changed,
  firstView,
  parseWindow,
  sameOr,
  windowText,
  type AsOf,
  type Selection,
  type ViewState
} from './view.ts';
import { chapterView, concernedDay, isInWindow, selectedEvent, withSelection, withWindow } from './view-changes.ts';

/*
 * The URL is the serialisation of the view:
 *   ?day=2023-05-29&window=day&asof=2023-05-30&event=zvecan-clash&hide=statement,vote&without=topwar-2023-09-29
 *   &external=1&names=sr-Latn&axis=year&v=1.0.0
 * `window` is a preset or the first day of a range. `day` and `window` are always written, so that a link keeps its
 * meaning when the first view changes. A chapter stands for its day, window and selection:
 *   ?chapter=september&names=sr-Latn
 * `v` is the version of the data that a citation or a shared link was made with. It is not part of the view, and the
 * page's own address does not contain it.
 */

export const SELECTION_TYPES = [
  'event',
  'site',
  'area',
  'claim',
  'article'
] as const satisfies readonly Selection['type'][];

/** Keys that choose what is shown; the others say how. */
const CHOOSING = ['day', 'window', 'chapter', 'asof', ...SELECTION_TYPES, 'hide', 'without'];

/** Every key of an address that changes the view, or says of which data it is. */
export const VIEW_KEYS: readonly string[] = [...CHOOSING, 'external', 'names', 'axis', 'v'];

/**
 * The query of an address as its sender wrote it. On its way `&` may have become `&amp;`, or been encoded with its `=`; keys
 * may be in upper case; and the sentence around a link may have lost a bracket or full stop to it. Keys that are not the
 * view’s stay as they are.
 */
export function readQuery(search: string): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(search.replace(/&(amp;|#0*38;|#x0*26;)+/gi, '&'))) {
    if (!isViewKey(key.split('=')[0]!)) query.append(key, value);
    else
      for (const pair of `${key}=${value}`.split('&')) {
        const [name = '', ...rest] = pair.split('=');
        query.append(isViewKey(name) ? plainKey(name) : name, plainValue(rest.join('=')));
      }
  }
  return query;
}

const plainKey = (key: string) => key.trim().toLowerCase();
const isViewKey = (key: string) => VIEW_KEYS.includes(plainKey(key));
/** Values are ids, days and words: nothing else begins or ends them, and a line break falls between their letters. */
const plainValue = (value: string) =>
  value.replace(/[\s\u00ad\u200b-\u200d\ufeff]+/g, '').replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '');

/** Three numbers and an optional suffix: `1.0.0`, `2.1.0-draft`. */
export const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[\w.]{1,20})?$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** A link made with one version of the data, opened on another. */
export type VersionChange = { from: string; to: string };

/** The result of decoding an address. `changed` is set if the link was made with another version of the data. */
export type DecodedView = { view: ViewState; dropped: string[]; changed?: VersionChange };

/**
 * The query string of a view, without `?`. Equal views give equal strings.
 * `version`: pins the version of the data, for links that must not change their meaning.
 */
export function encodeView(view: ViewState, first: ViewState, version: string | null = null): string {
  const params: [string, string][] = view.chapter === null ? chosen(view) : [['chapter', view.chapter]];
  if (view.external) params.push(['external', '1']);
  if (view.nameForm !== first.nameForm) params.push(['names', view.nameForm]);
  if (view.axis !== first.axis) params.push(['axis', view.axis]);
  if (version !== null) params.push(['v', version]);
  // Ids and days consist of plain characters, and a comma is allowed in a query: the link stays readable.
  return params.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}

/** What a chapter would stand for. */
function chosen(view: ViewState): [string, string][] {
  const params: [string, string][] = [
    ['day', isoDay(view.day)],
    ['window', windowText(view.window)]
  ];
  if (view.asOf !== 'everything') params.push(['asof', view.asOf === 'day' ? 'day' : isoDay(view.asOf)]);
  if (view.selection) params.push([view.selection.type, view.selection.id]);
  if (view.hiddenKinds.length) params.push(['hide', view.hiddenKinds.join(',')]);
  if (view.hiddenArticles.length) params.push(['without', view.hiddenArticles.join(',')]);
  return params;
}

/**
 * The view of a query string. Never throws: unknown values are left out and their keys listed in `dropped`, each once, to be
 * shown to the reader. So is a second value that says something else, and a day on which the event of the address is not.
 * Only days and numbers are listed with their value: an address must not make the page say a stranger’s words. Unknown keys
 * are ignored silently. An address that opens a claim or an article and names no day gets the day that these concern.
 * `ownView`: of the page without a query. A query that chooses what is shown replaces all of it.
 */
export function decodeView(
  query: URLSearchParams,
  index: DatasetIndex,
  ownView: ViewState = firstView(index.dataset.info)
): DecodedView {
  const { info } = index.dataset;
  const plain = CHOOSING.some((key) => query.has(key)) ? firstView(info) : ownView;
  const unread = new Set<string>();
  const drop = (key: string, value: string) => unread.add(/^[\d.-]{1,12}$/.test(value) ? `${key}=${value}` : key);
  const read = <T>(key: string, parse: (value: string) => T | null): T | null => {
    let found: T | null = null;
    for (const value of new Set(query.getAll(key))) {
      const parsed: T | null = found === null ? (parse(value) ?? parse(value.toLowerCase())) : null;
      if (parsed === null) drop(key, value);
      else found = parsed;
    }
    return found;
  };
  const ids = (key: string, known: (id: string) => boolean): string[] => {
    const asked = query
      .getAll(key)
      .flatMap((list) => list.split(','))
      .filter((id) => id !== '')
      .map((id) => (known(id) ? id : id.toLowerCase()));
    if (!asked.every(known)) drop(key, '');
    return [...new Set(asked.filter(known))].sort();
  };
  const inDomain = (text: string) => parseDayIn(text, info.domain);
  const selections = SELECTION_TYPES.flatMap((type) => {
    const id = read(type, (value) => (isKnown(index, type, value) ? value : null));
    return id === null ? [] : [{ type, id }];
  });
  for (const { type } of selections.slice(1)) drop(type, '');
  const chapter = read('chapter', (value) => index.chapters.get(value) ?? null);
  const first = chapter ? chapterView(plain, chapter) : plain;
  const day = read('day', inDomain);
  const asked = changed(first, {
    day: day ?? first.day,
    asOf: read<AsOf>('asof', (value) => (value === 'day' ? 'day' : inDomain(value))) ?? first.asOf,
    hiddenKinds: sameOr(
      first.hiddenKinds,
      ids('hide', (id) => index.kinds.has(id))
    ),
    hiddenArticles: sameOr(
      first.hiddenArticles,
      ids('without', (id) => index.articles.has(id))
    ),
    external: read('external', (value) => (value === '1' ? true : value === '0' ? false : null)) ?? first.external,
    nameForm:
      read('names', (value) => info.nameForms.find(({ id }) => id.toLowerCase() === value.toLowerCase())?.id ?? null) ??
      first.nameForm,
    axis: read('axis', (value) => axisSizeIn(value, info.domain)) ?? first.axis
  });
  const window = read('window', (value) => {
    const parsed = parseWindow(value);
    return typeof parsed === 'number' ? inDomain(value) : parsed;
  });
  const selection = selections[0] ?? first.selection;
  const concerns = day === null && chapter === null ? concernedDay(selections[0] ?? null, index) : null;
  const timed = withWindow(
    concerns === null ? asked : changed(asked, { day: concerns }),
    window ?? first.window,
    index
  );
  const event = selectedEvent(selection, index);
  if (event && day !== null && !isInWindow(event, timed, index)) drop('day', isoDay(day));
  const view = withSelection(timed, selection, index);
  const from = read('v', (value) => (isVersion(value) ? value : null));
  const dropped = [...unread];
  return from === null || from === info.version
    ? { view, dropped }
    : { view, dropped, changed: { from, to: info.version } };
}

/** Whether the data set has the item that a selection refers to. */
export function isKnown(index: DatasetIndex, type: Selection['type'], id: string): boolean {
  const lists = {
    event: index.events,
    site: index.sites,
    area: index.areas,
    claim: index.claims,
    article: index.articles
  };
  return lists[type].has(id);
}
