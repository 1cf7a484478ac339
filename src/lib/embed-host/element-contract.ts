import type {
  EmbedAsOf,
  EmbedDay,
  EmbedSelection,
  EmbedState,
  EmbedWindow,
  FrameMessage,
  HostMessage
} from '../model/embed-contract.ts';

/** What each event of the element carries as `detail`. The events do not bubble. */
export type EmbedEvents = { [Type in FrameMessage['type']]: CustomEvent<Extract<FrameMessage, { type: Type }>> };

/**
 * The element that `embed.js` defines. Its attributes are the keys of the map's address (`day`, `window`, `asof`,
 * `event`, `site`, `area`, `claim`, `article`, `hide`, `without`, `external`, `names`, `chapter`), those of an embed
 * (`theme`, `controls`, `story`, `troops`, `lang`, `height`: `auto`, `fixed` or a number of px), and `isolated`, which
 * gives the frame an opaque origin. Calls made before the map has loaded are queued.
 */
export interface EmbedElement extends HTMLElement {
  /** What the map shows; `null` until `ready`. */
  readonly state: EmbedState | null;
  setDay(day: EmbedDay, window?: EmbedWindow): void;
  setAsOf(asOf: EmbedAsOf): void;
  select(selection: EmbedSelection | null): void;
  /** Opens a moment of the story; `null` leaves it, and closes what it opened. */
  openChapter(chapter: string | null): void;
  filter(filter: { hide?: string[]; without?: string[]; external?: boolean }): void;
  play(): void;
  pause(): void;
  setLanguage(language: string): void;
  /** Any message of the contract. */
  post(message: HostMessage): void;
  addEventListener<Type extends keyof EmbedEvents>(
    type: Type,
    listener: (event: EmbedEvents[Type]) => void,
    options?: boolean | AddEventListenerOptions
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions
  ): void;
}
