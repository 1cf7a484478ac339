import type {
  EmbedAsOf,
  EmbedSelection,
  EmbedState,
  EmbedWindow,
  FrameMessage,
  HostMessage
} from '../model/embed-contract.ts';

/** What each event of the element carries as `detail`. The events do not bubble. */
export type EmbedEvents = { [Type in FrameMessage['type']]: CustomEvent<Extract<FrameMessage, { type: Type }>> };

/**
 * The attributes of the element. What the map shows: the keys of its address; how it shows it: those of an embed. `src`:
 * the address of the map's folder, where the script cannot tell it. `height`: in px. `isolated` gives the frame an opaque
 * origin.
 */
export interface EmbedAttributes {
  src?: string;
  day?: string;
  window?: EmbedWindow;
  asof?: EmbedAsOf;
  event?: string;
  site?: string;
  area?: string;
  claim?: string;
  article?: string;
  hide?: string;
  without?: string;
  external?: '0' | '1';
  names?: string;
  axis?: 'century' | 'decade' | 'year' | 'month';
  chapter?: string;
  theme?: 'auto' | 'light' | 'dark';
  controls?: '0' | '1' | 'minimal';
  height?: 'auto' | 'fixed' | number | `${number}` | `${number}px`;
  story?: '0' | '1';
  troops?: '0' | '1';
  lang?: string;
  title?: string;
  isolated?: boolean | '';
}

/** The element that `embed.js` defines. Calls made before the map has loaded are queued. */
export interface EmbedElement extends HTMLElement {
  /** What the map shows; `null` until `ready`. */
  readonly state: EmbedState | null;
  setDay(day: string, window?: EmbedWindow): void;
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
  removeEventListener<Type extends keyof EmbedEvents>(
    type: Type,
    listener: (event: EmbedEvents[Type]) => void,
    options?: boolean | EventListenerOptions
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions
  ): void;
}

/** The element in JSX: its own attributes, and what every element may have. */
export interface EmbedProps extends EmbedAttributes {
  /* eslint-disable @typescript-eslint/no-explicit-any -- each framework has types of its own for these */
  children?: any;
  key?: any;
  ref?: any;
  style?: any;
  class?: any;
  className?: string;
  id?: string;
  slot?: string;
  hidden?: any;
  [other: `data-${string}` | `aria-${string}` | `on${string}`]: any;
  /* eslint-enable @typescript-eslint/no-explicit-any */
}
