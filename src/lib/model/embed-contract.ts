/*
 * The messages between a page and an embedded map: types alone, for both ends, and for strangers: the build publishes
 * this file as `embed.d.ts`. So it imports nothing.
 */

/** A calendar day, `2023-05-29`. */
export type EmbedDay = string;

export type EmbedWindow = 'day' | 'week' | 'month' | 'all';

/** Up to when publications count: all of them, those by the day looked at, or those by a day. */
export type EmbedAsOf = 'everything' | 'day' | EmbedDay;

export type EmbedSelection = { type: 'event' | 'site' | 'area' | 'claim' | 'article'; id: string };

/** What every message carries. What lacks it is not ours, and is left alone. */
export type EmbedEnvelope = { protocol: 'map-embed'; version: 1 };

/** From the page to the map. A message with a value that is unknown changes nothing and is answered with `error`. */
export type HostMessage =
  /** `window` stays as it is where it is left out. */
  | { type: 'setDay'; day: EmbedDay; window?: EmbedWindow }
  | { type: 'setAsOf'; asOf: EmbedAsOf }
  | { type: 'select'; selection: EmbedSelection | null }
  /** Kinds of event switched off, articles that do not count, the layer of external facts; what is left out stays. */
  | { type: 'filter'; hide?: string[]; without?: string[]; external?: boolean }
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'setLanguage'; language: string };

/** What the map shows. `query` is the same as an address: `fullView + '?' + query`. */
export type EmbedState = {
  day: EmbedDay;
  window: EmbedWindow;
  asOf: EmbedAsOf;
  selection: EmbedSelection | null;
  hide: string[];
  without: string[];
  external: boolean;
  playing: boolean;
  query: string;
};

/** From the map to the page. */
export type FrameMessage =
  /** Once, when messages are heard. */
  | {
      type: 'ready';
      state: EmbedState;
      days: { from: EmbedDay; to: EmbedDay };
      languages: string[];
      dataVersion: string;
    }
  /** The reader or the page chose something else; at most once a frame. */
  | { type: 'change'; state: EmbedState }
  /** The content's height in CSS pixels; it depends on the frame's width alone. */
  | { type: 'height'; height: number }
  /** A message was not understood; nothing changed. `about` is its type. At most one a frame. */
  | { type: 'error'; about: string; problem: string };

/** A message as it is posted. */
export type Posted<Message> = Message & EmbedEnvelope;
