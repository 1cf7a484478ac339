import { isoDay, parseDay, parseDayIn, type Day } from './day.ts';
import type {
  EmbedAsOf,
  EmbedDay,
  EmbedEnvelope,
  EmbedState,
  EmbedWindow,
  FrameMessage,
  HostMessage,
  Posted
} from './embed-contract.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { encodeView, isKnown, SELECTION_TYPES } from './url.ts';
import {
  changed,
  firstView,
  parseWindow,
  sameOr,
  windowText,
  type AsOf,
  type ViewState,
  type WindowSize
} from './view.ts';
import { chapterView, scrubTo, withoutChapter, withSelection, withWindow } from './view-changes.ts';

/*
 * The second serialisation of the view, besides the address: messages between a page and an embedded map.
 * Incoming messages are untrusted: every value is checked here, and none is ever used as an object key.
 */

export const ENVELOPE: EmbedEnvelope = { protocol: 'map-embed', version: 1 };

/** Longer lists and texts are rejected; no data set has such. */
const MAX_IDS = 500;
const MAX_TEXT_LENGTH = 200;

/** `null`: not a message for the map, to be ignored. `problem`: a message for the map that is invalid. */
export type Decoded = { message: HostMessage } | { about: string; problem: string } | null;

type Fields = Record<string, unknown>;
type Parser = (fields: Fields) => HostMessage | null;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT_LENGTH;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MAX_IDS && value.every(isText);
const oneOf = <T extends string>(list: readonly T[], value: unknown): value is T => list.some((item) => item === value);

/** The fields of each message, besides those of the envelope. */
const FIELDS = new Map<string, readonly string[]>([
  ['setDay', ['day', 'window']],
  ['setAsOf', ['asOf']],
  ['select', ['selection']],
  ['filter', ['hide', 'without', 'external']],
  ['setChapter', ['chapter']],
  ['setLanguage', ['language']]
]);
const OF_EVERY_MESSAGE = ['protocol', 'version', 'type'];
/** A page that sends the map's own messages back is not answered: that would never end. */
const OWN_TYPES: readonly FrameMessage['type'][] = ['ready', 'change', 'height', 'error'];
/** Of what is not known, an answer repeats no more. */
const MAX_REPEATED = 40;

const PARSERS = new Map<string, Parser>([
  [
    'setDay',
    ({ day, window }) => {
      if (!isText(day) || parseDay(day) === null) return null;
      if (window === undefined) return { type: 'setDay', day };
      return isText(window) && parseWindow(window) !== null
        ? { type: 'setDay', day, window: window as EmbedWindow }
        : null;
    }
  ],
  [
    'setAsOf',
    ({ asOf }) =>
      isText(asOf) && (asOf === 'everything' || asOf === 'day' || parseDay(asOf) !== null)
        ? { type: 'setAsOf', asOf: asOf as EmbedAsOf }
        : null
  ],
  [
    'select',
    ({ selection }) => {
      if (selection === null) return { type: 'select', selection };
      const { type, id } = ownFields(selection) ?? {};
      return oneOf(SELECTION_TYPES, type) && isText(id) ? { type: 'select', selection: { type, id } } : null;
    }
  ],
  [
    'filter',
    ({ hide, without, external }) => {
      if (hide !== undefined && !isTexts(hide)) return null;
      if (without !== undefined && !isTexts(without)) return null;
      if (external !== undefined && typeof external !== 'boolean') return null;
      return { type: 'filter', hide, without, external };
    }
  ],
  ['setChapter', ({ chapter }) => (chapter === null || isText(chapter) ? { type: 'setChapter', chapter } : null)],
  ['play', () => ({ type: 'play' })],
  ['pause', () => ({ type: 'pause' })],
  ['setLanguage', ({ language }) => (isText(language) ? { type: 'setLanguage', language } : null)]
]);

/** The object's own fields, on an object without a prototype; `null` for anything that is not a plain object. */
function ownFields(data: unknown): Fields | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  // A null prototype: no message can reach inherited properties.
  return Object.assign(Object.create(null) as Fields, data);
}

/** Parses what a page posted. Never throws. The caller checks the sender. */
export function decodeHostMessage(data: unknown): Decoded {
  const fields = ownFields(data);
  if (fields === null || fields.protocol !== ENVELOPE.protocol || fields.version !== ENVELOPE.version) return null;
  const type = isText(fields.type) ? fields.type : '';
  if (oneOf(OWN_TYPES, type)) return null;
  const about = type.slice(0, MAX_REPEATED);
  const parse = PARSERS.get(type);
  if (!parse) return { about, problem: `no message has this type; there are ${[...PARSERS.keys()].join(', ')}` };
  const known = FIELDS.get(type) ?? [];
  const unknown = Object.keys(fields).find((key) => !OF_EVERY_MESSAGE.includes(key) && !known.includes(key));
  if (unknown !== undefined)
    return { about, problem: `no field ${JSON.stringify(unknown.slice(0, MAX_REPEATED))}; ${fieldsOf(known)}` };
  const message = parse(fields);
  return message ? { message } : { about, problem: `a field is missing or has a wrong value; ${fieldsOf(known)}` };
}

const fieldsOf = (known: readonly string[]) =>
  known.length ? `its fields are ${known.join(', ')}` : 'it has no fields';

/** The answer to keys of the address that mean nothing here, as `key=value`; `null` where there are none. */
export function addressProblem(unknown: readonly string[]): Extract<FrameMessage, { type: 'error' }> | null {
  if (unknown.length === 0) return null;
  const shown = unknown.slice(0, 10).map((text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text));
  const more = unknown.length > shown.length ? ` and ${unknown.length - shown.length} more` : '';
  return { type: 'error', about: 'address', problem: `not understood: ${shown.join('; ')}${more}` };
}

export function posted<Message extends FrameMessage | HostMessage>(message: Message): Posted<Message> {
  return { ...message, ...ENVELOPE };
}

/**
 * The view after a message; the same object where nothing changes. `problem` says what is unknown, and then nothing
 * has changed. `play`, `pause` and `setLanguage` do not concern the view and leave it as it is.
 */
export function viewAfter(
  view: ViewState,
  message: HostMessage,
  index: DatasetIndex
): { view: ViewState } | { problem: string } {
  switch (message.type) {
    case 'setDay': {
      const day = dayIn(message.day, index);
      if (day === null) return outside(message.day, index);
      const window = windowIn(message.window, view, index);
      if (window === null) return outside(message.window!, index);
      return { view: withWindow(scrubTo(view, day, index), window, index) };
    }
    case 'setAsOf': {
      const { asOf } = message;
      const to: AsOf | null = asOf === 'everything' || asOf === 'day' ? asOf : dayIn(asOf, index);
      return to === null ? outside(asOf, index) : { view: changed(view, { asOf: to }) };
    }
    case 'select': {
      const { selection } = message;
      if (selection && !isKnown(index, selection.type, selection.id))
        return { problem: `no ${selection.type} ${JSON.stringify(selection.id)}` };
      return { view: withSelection(view, selection, index) };
    }
    case 'setChapter': {
      if (message.chapter === null) return { view: withoutChapter(view) };
      const chapter = index.chapters.get(message.chapter);
      return chapter
        ? { view: chapterView(view, chapter) }
        : { problem: `no chapter ${JSON.stringify(message.chapter)}` };
    }
    case 'filter': {
      const { hide, without, external = view.external } = message;
      const kind = hide?.find((id) => !index.kinds.has(id));
      if (kind !== undefined) return { problem: `no kind of event ${JSON.stringify(kind)}` };
      const article = without?.find((id) => !index.articles.has(id));
      if (article !== undefined) return { problem: `no article ${JSON.stringify(article)}` };
      return {
        view: changed(view, {
          hiddenKinds: hide ? sameOr(view.hiddenKinds, distinct(hide)) : view.hiddenKinds,
          hiddenArticles: without ? sameOr(view.hiddenArticles, distinct(without)) : view.hiddenArticles,
          external
        })
      };
    }
    default:
      return { view };
  }
}

/** What the map shows, for the host page. */
export function stateOf(view: ViewState, playing: boolean, index: DatasetIndex): EmbedState {
  return {
    day: isoDay(view.day) as EmbedDay,
    window: windowText(view.window) as EmbedWindow,
    asOf: typeof view.asOf === 'number' ? (isoDay(view.asOf) as EmbedDay) : view.asOf,
    selection: view.selection,
    chapter: view.chapter,
    hide: [...view.hiddenKinds],
    without: [...view.hiddenArticles],
    external: view.external,
    playing,
    query: encodeView(view, firstView(index.dataset.info))
  };
}

const distinct = (ids: readonly string[]) => [...new Set(ids)].sort();

/** The window asked for, or the one of the view; `null` for a day outside the domain. */
function windowIn(text: string | undefined, view: ViewState, index: DatasetIndex): WindowSize | null {
  if (text === undefined) return view.window;
  const window = parseWindow(text);
  return typeof window === 'number' ? dayIn(text, index) : window;
}

const dayIn = (text: string, index: DatasetIndex): Day | null => parseDayIn(text, index.dataset.info.domain);

function outside(text: string, index: DatasetIndex): { problem: string } {
  const { from, to } = index.dataset.info.domain;
  return { problem: `${text} is not a day from ${isoDay(from)} to ${isoDay(to)}` };
}
