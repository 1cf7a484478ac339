import type { Day } from './day.ts';
import type { DatasetEvent, ExternalFact } from './dataset.ts';
import { coverageOf, coverageSpans, type Coverage, type CoverageSpan } from './coverage.ts';
import { figuresOf, type Figure } from './figures.ts';
import type { EventStore, StoreQuery } from './event-store.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { once } from './once.ts';
import { isTold } from './texts.ts';
import {
  reportFilterOf,
  reportedClaim,
  reportsKey,
  supportOf,
  type ReportedClaim,
  type ReportFilter,
  type Support
} from './reports.ts';
import { presenceIn, type DayWindow } from './time.ts';
import { troopsAt, troopTracks, type TroopState, type TroopTracks } from './troops.ts';
import { asOfDay, windowOf, type ViewState } from './view.ts';

/** Relative to the window: certainly in it, possibly in it, or over before it (drawn faintly, not counted). */
export type ScenePresence = 'certain' | 'possible' | 'past';

/** The strongest first. */
export const PRESENCE_ORDER: Record<ScenePresence, number> = { certain: 0, possible: 1, past: 2 };

/** An event with the claims that count. */
export type SceneEvent = {
  event: DatasetEvent;
  presence: ScenePresence;
  /** Claims that count, each with how it bears on the event. */
  claims: (ReportedClaim & { role: 'about' | 'said' | 'context'; basis: 'article' | 'inferred'; why?: string })[];
  support: Support;
  /** `possible`: every article that states it was only possibly published by the as-of day. */
  reported: 'certain' | 'possible';
  figures: Figure[];
  /** Where it can be shown: at sites or in areas of the map, only elsewhere, or no place is stated. */
  where: 'map' | 'elsewhere' | 'unplaced';
};

/** "4 to 6": `certain` to `certain + possible`. */
export type Counts = { certain: number; possible: number };

/**
 * What a view shows. Counts are made with it; what has an object for each event is made when it is first asked for, as of
 * many events the page shows counts and parts of lists (long-chronicle.ts). What is at each place of the map: places.ts.
 */
export type Scene = {
  view: ViewState;
  window: DayWindow;
  /** `null`: all reports count. */
  asOf: Day | null;
  /** What the store of events was asked for it. */
  storeQuery: StoreQuery;
  counts: Counts;
  countsByKind: Map<string, Counts>;
  /** Events over before the window. */
  pastCount: number;
  /** In the window, oldest first. */
  readonly events: SceneEvent[];
  /** Over before the window, oldest first. */
  readonly past: SceneEvent[];
  /** In the window, with no place on the map. */
  readonly elsewhere: SceneEvent[];
  troops: TroopState | null;
  coverage: Coverage;
  /** Facts of the external layer dated in the window; empty where the layer is off. */
  external: ExternalFact[];
};

/**
 * Every event, whatever its date, under the reports that count, for the time panel. Only `presence` and
 * `storeQuery` depend on the window.
 */
export type Storyline = {
  readonly events: StoryEvent[];
  tracks: TroopTracks | null;
  coverage: CoverageSpan[];
  storeQuery: StoreQuery;
};

/** `ahead`: after the window; the time panel shows it, the map does not. */
export type StoryEvent = KnownEvent & { presence: ScenePresence | 'ahead' };

/** An event without what depends on the window. */
export type KnownEvent = Omit<SceneEvent, 'presence'>;

/**
 * Everything on screen, computed from the data and the view only.
 * Pure: equal arguments give equal scenes. `story`: the storyline of the same view, if the caller has it already.
 * Visits only the events that are shown.
 */
export function sceneAt(index: DatasetIndex, view: ViewState, story: Storyline = storylineOf(index, view)): Scene {
  const { dataset } = index;
  const { info, codes } = dataset;
  const window = windowOf(view, info.domain);
  const store = index.store.reported(view.hiddenArticles);
  const { storeQuery } = story;
  const { certain, possible, past: pastCount } = store.tally(storeQuery);
  const countsByKind = codes.kinds.map(({ id }, at): [string, Counts] => [
    id,
    { certain: certain[at]!, possible: possible[at]! }
  ]);
  const events = once(() => rowsShown(store, storeQuery).map(shownEvents(index, view)));
  const past = once(() => firstRows(store, store.rowsPast(storeQuery)).map(shownEvents(index, view)));
  return {
    view,
    window,
    asOf: asOfDay(view),
    storeQuery,
    counts: sumOf(countsByKind.map(([, counts]) => counts)),
    countsByKind: new Map(countsByKind),
    pastCount,
    get events() {
      return events();
    },
    get past() {
      return past();
    },
    get elsewhere() {
      return events().filter(({ where }) => where !== 'map');
    },
    troops: story.tracks ? troopsAt(story.tracks, view.day) : null,
    coverage: coverageOf(story.coverage, window),
    external: view.external
      ? dataset.external.filter((fact) => fact.date && presenceIn(fact.date, 'within', window) !== 'absent')
      : []
  };
}

/** The events and troop tracks under the reports that count, whatever their dates. */
export function storylineOf(index: DatasetIndex, view: ViewState): Storyline {
  const { tracks, coverage } = knownUnder(index, reportFilterOf(view));
  const storeQuery = storeQueryOf(index, view);
  const store = index.store.reported(view.hiddenArticles);
  const events = once(() =>
    [...store.firstRows].filter((row) => store.counts(row, storeQuery)).map(storyEvents(index, view))
  );
  return {
    get events() {
      return events();
    },
    tracks,
    coverage,
    storeQuery
  };
}

/** How the rows of a store are told under a view, whatever their dates. */
export function storyEvents(index: DatasetIndex, view: ViewState): (row: number) => StoryEvent {
  const store = index.store.reported(view.hiddenArticles);
  const storeQuery = storeQueryOf(index, view);
  const known = eventsUnder(index, reportFilterOf(view));
  return (row) => ({
    ...known(store.columns.event.at(row)),
    presence: PRESENCES[store.presence(row, storeQuery)]!
  });
}

/** As `storyEvents`, of rows in the window or before it. */
export const shownEvents = storyEvents as (index: DatasetIndex, view: ViewState) => (row: number) => SceneEvent;

/** Indexed by the presence numbers of the store. */
const PRESENCES: readonly StoryEvent['presence'][] = ['ahead', 'past', 'possible', 'certain'];

/** The view as a query to the store. */
export function storeQueryOf(index: DatasetIndex, view: ViewState): StoreQuery {
  const { codes, info } = index.dataset;
  const hidden = (mask: number, { id }: { id: string }, at: number) =>
    view.hiddenKinds.includes(id) ? mask | (1 << at) : mask;
  return { ...windowOf(view, info.domain), asOf: asOfDay(view), hiddenKinds: codes.kinds.reduce(hidden, 0) };
}

/** Whether the texts of some events are there, by their rows. Those that are not come next. */
export function areTold(index: DatasetIndex, view: ViewState): (rows: readonly number[]) => boolean {
  const { event } = index.store.reported(view.hiddenArticles).columns;
  return (rows) => index.texts.whole || index.texts.have(rows.map((row) => event.at(row)));
}

/** The same of all events of a scene that are in the window, or before it. */
export function isListTold(index: DatasetIndex, { view, storeQuery }: Scene, list: 'events' | 'past'): boolean {
  if (index.texts.whole) return true;
  const store = index.store.reported(view.hiddenArticles);
  return areTold(index, view)(list === 'past' ? store.rowsPast(storeQuery) : store.rowsIn(storeQuery));
}

/** First rows of the events in the window, oldest first: those of `Scene.events`. */
export const rowsShown = (store: EventStore, query: StoreQuery): number[] => firstRows(store, store.rowsIn(query));

/** As `firstOf`, in the order of the dataset. */
function firstRows(store: EventStore, rows: readonly number[]): number[] {
  const { event } = store.columns;
  return store.firstOf(rows).sort((a, b) => event.at(a) - event.at(b));
}

/** What depends on nothing but the articles that count. Events by their index; each is built on first use. */
type Known = { reported: string; events: KnownEvent[]; tracks: TroopTracks | null; coverage: CoverageSpan[] };

/** Kept while the same articles count: a step of the slider rebuilds none of it, nor what is drawn from it. */
const made = new WeakMap<DatasetIndex, Known>();

function knownUnder(index: DatasetIndex, filter: ReportFilter): Known {
  const reported = `${reportsKey(index, filter)} ${index.texts.version}`;
  const last = made.get(index);
  if (last?.reported === reported) return last;
  const known = {
    reported,
    events: [],
    tracks: troopTracks(index, filter),
    coverage: coverageSpans(index, filter)
  };
  made.set(index, known);
  return known;
}

/** The events under a filter, by their index. */
function eventsUnder(index: DatasetIndex, filter: ReportFilter): (at: number) => KnownEvent {
  const { events } = knownUnder(index, filter);
  return (at) => {
    const event = index.dataset.events[at]!;
    return isTold(event) ? (events[at] ??= knownEvent(index, event, filter)!) : untold(index, event);
  };
}

/** An event whose texts are yet to come, for what shows no more than its kind, days and places. */
const untold = (index: DatasetIndex, event: DatasetEvent): KnownEvent => ({
  event,
  claims: [],
  support: { claims: 0, articles: 0, origins: 0 },
  reported: 'certain',
  figures: [],
  where: whereOf(index, event)
});

/** The event with the claims that count; `null` where none states it: no claim, nothing on screen. */
export function knownEvent(index: DatasetIndex, event: DatasetEvent, filter: ReportFilter): KnownEvent | null {
  const claims = event.claims.flatMap(({ id, role, basis, why }) => {
    const reported = reportedClaim(index, id, filter);
    return reported ? [{ ...reported, role, basis, why }] : [];
  });
  if (!claims.some(({ role }) => role !== 'context')) return null;
  const stating = claims.filter(({ role }) => role !== 'context');
  const about = claims.filter(({ role }) => role === 'about');
  return {
    event,
    claims,
    support: supportOf(
      index,
      stating.map(({ claim }) => claim)
    ),
    reported: stating.some(({ reported }) => reported === 'certain') ? 'certain' : 'possible',
    figures: figuresOf(index, about),
    where: whereOf(index, event)
  };
}

function whereOf(index: DatasetIndex, event: DatasetEvent): SceneEvent['where'] {
  if (event.places.some(({ ref }) => isOnMap(index, ref))) return 'map';
  return event.places.length > 0 ? 'elsewhere' : 'unplaced';
}

function isOnMap(index: DatasetIndex, ref: string): boolean {
  const site = index.sites.get(ref);
  if (site) return !site.offMap;
  const area = index.areas.get(ref);
  // Without an outline a mark says that it was somewhere there.
  return (area?.geometry ?? area?.labelLngLat ?? null) !== null;
}

export function countsOf(events: readonly { presence: ScenePresence }[]): Counts {
  return {
    certain: events.filter(({ presence }) => presence === 'certain').length,
    possible: events.filter(({ presence }) => presence === 'possible').length
  };
}

const sumOf = (counts: readonly Counts[]): Counts => ({
  certain: counts.reduce((sum, { certain }) => sum + certain, 0),
  possible: counts.reduce((sum, { possible }) => sum + possible, 0)
});

/** How many at most. */
export const totalOf = ({ certain, possible }: Counts): number => certain + possible;
