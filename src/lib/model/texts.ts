import type { DatasetEvent } from './dataset.ts';
import type { PackedDataset, Table } from './packed.ts';
import type { Selection } from './view.ts';

/*
 * A data set of many events travels in parts. Its head has what the map, the slider and the counts need of every event;
 * what is told of events, with their claims and articles, are its texts: files of some thousand events, which come after
 * the page answers. `src/lib/server/geodata/divide.ts` divides it.
 */

/** What of an event is not among its texts. */
type InHead = 'kind' | 'date' | 'extent' | 'planned' | 'places';

/** What the head has of an event. */
export type EventHead = Pick<DatasetEvent, InHead> & {
  /** How many claims bear on it. */
  claims: number;
  /** Which articles state it, by their position in the data set; one for each claim. */
  statedIn: number[];
};

/** `articles`: whole, or with the date of publication alone where they are many. `claims`: how many. */
export type PackedHead = Omit<PackedDataset, 'events' | 'claims' | 'articles'> & {
  events: Table;
  claims: number;
  articles: Table;
  /** Names of the files with the texts: those of `EVENTS_PER_FILE` events each, then of what no event rests on. */
  files: string[];
  /** The files with the ids of events, each with its first: `EVENTS_PER_FILE` in each, in the order of their letters. */
  ids: { from: string; file: string }[];
};

export const EVENTS_PER_FILE = 2000;

/** Where some events are: ids, and the position of each in the data set. */
export type PackedIds = { ids: string[]; at: number[] };

/** Some rows of a list of the data set. `at`: their positions in it. */
export type SomeRows = { at: number[]; table: Table };

/** The texts of some events, with all claims and articles that they rest on; other files may have the same ones. */
export type PackedTexts = { events: SomeRows; claims: SomeRows; articles: SomeRows };

/** What of an event is among the texts. */
export type EventTexts = Omit<DatasetEvent, InHead>;

/** What claims say of each event, known before they are: how many bear on it, and which articles state it. */
export type Stated = { claims: readonly number[]; articles: readonly (readonly number[])[] };

/** Whether the texts of an event are there. */
export const isTold = ({ id }: DatasetEvent): boolean => id !== '';

/**
 * Which texts are there. It is read as the view is: where more have come that were asked for, what was made from them is
 * made anew.
 */
export type Texts = {
  /** Whether all are there. */
  readonly whole: boolean;
  /** Grows when texts come that were asked for. */
  readonly version: number;
  /** Whether they could not be fetched. */
  readonly lost: boolean;
  /** Whether those of some events are there, by position; those that are not come next. */
  have(events: Iterable<number>): boolean;
  /** Resolves once those of an event are there, by its position; rejects where they cannot be had. */
  ready(event: number): Promise<void>;
  /** The same of those that tell whether there is what the query of an address names; `null` where they are there. */
  readyFor(query: URLSearchParams): Promise<unknown> | null;
  /** Whether those are there that the details of a selection tell of. */
  areEnoughFor(selection: Selection): boolean;
  /** Resolves once all are there, and fetches what lacks; rejects where that cannot be had. */
  all(): Promise<void>;
};

/** Those of a data set that is whole. */
export const ALL_TEXTS: Texts = {
  whole: true,
  version: 0,
  lost: false,
  have: () => true,
  ready: () => Promise.resolve(),
  readyFor: () => null,
  areEnoughFor: () => true,
  all: () => Promise.resolve()
};
