/*
 * The messages between a page and an embedded map. Only types, for both ends. The build also publishes this file as
 * `embed.d.ts`, so it must not import anything.
 */

/** A calendar day, `2023-05-29`. A field that takes only a day has the type `string`; text that is no day is refused. */
export type EmbedDay = `${number}-${number}-${number}`;

/** A preset that ends with the selected day, or the first day of a range that ends with it. */
export type EmbedWindow = 'day' | 'week' | 'month' | 'all' | EmbedDay;

/** Up to when publications count: all of them, those by the selected day, or those by a given day. */
export type EmbedAsOf = 'everything' | 'day' | EmbedDay;

export type EmbedSelection = { type: 'event' | 'site' | 'area' | 'claim' | 'article'; id: string };

/** Fields of every message. Messages without them belong to something else and are ignored. */
export type EmbedEnvelope = { protocol: 'map-embed'; version: 1 };

/**
 * From the page to the map. A message of an unknown type, with an unknown field or value, changes nothing and is answered
 * with `error`. Messages that come before `ready` are kept and done then.
 */
export type HostMessage =
  /** `window` is unchanged if left out. */
  | { type: 'setDay'; day: string; window?: EmbedWindow }
  | { type: 'setAsOf'; asOf: EmbedAsOf }
  | { type: 'select'; selection: EmbedSelection | null }
  /** Opens a chapter of the story: its day, window, selection and camera. `null` leaves it, and closes what it opened. */
  | { type: 'setChapter'; chapter: string | null }
  /** Hidden kinds of event, hidden articles, the layer of external facts; what is left out is unchanged. */
  | { type: 'filter'; hide?: string[]; without?: string[]; external?: boolean }
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'setLanguage'; language: string };

/** What the map shows. `query` is the same state as a query string: `fullView + '?' + query`. */
export type EmbedState = {
  day: EmbedDay;
  window: EmbedWindow;
  asOf: EmbedAsOf;
  selection: EmbedSelection | null;
  /** The chapter that is shown, until the reader or the page changes anything. */
  chapter: string | null;
  hide: string[];
  without: string[];
  external: boolean;
  playing: boolean;
  query: string;
};

/** From the map to the page. */
export type FrameMessage =
  /** Once, when the map accepts messages. */
  | {
      type: 'ready';
      state: EmbedState;
      days: { from: EmbedDay; to: EmbedDay };
      languages: string[];
      dataVersion: string;
    }
  /** The reader or the page changed the view; at most once per animation frame. */
  | { type: 'change'; state: EmbedState }
  /** The content's height in CSS pixels; it depends only on the frame's width. */
  | { type: 'height'; height: number }
  /**
   * A message was not understood; nothing changed. `about` is its type. At most one per animation frame. Right after
   * `ready`, `about` may be `address`: keys of the frame's address were not understood, and the rest is shown.
   */
  | { type: 'error'; about: string; problem: string };

/** A message as passed to `postMessage`. */
export type Posted<Message> = Message & EmbedEnvelope;
