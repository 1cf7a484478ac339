import type { Day } from './day.ts';
import type { Area, DatasetEvent, EventPlace, ExternalFact, Site } from './dataset.ts';
import { coverageOf, coverageSpans, type Coverage, type CoverageSpan } from './coverage.ts';
import { figuresOf, type Figure } from './figures.ts';
import type { EventStore, StoreQuery } from './event-store.ts';
import type { DatasetIndex } from './index-dataset.ts';
import {
  articleReported,
  reportFilterOf,
  reportedClaim,
  supportOf,
  type ReportedClaim,
  type ReportFilter,
  type Support
} from './reports.ts';
import { hardBounds, presenceIn, type DayWindow } from './time.ts';
import { troopsAt, troopTracks, type TroopState, type TroopTracks } from './troops.ts';
import { asOfDay, openEvent, windowOf, type ViewState } from './view.ts';

/** Relative to the window: certainly in it, possibly in it, or over before it (drawn faintly, not counted). */
export type ScenePresence = 'certain' | 'possible' | 'past';

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

export type PlacedEvent = SceneEvent & { place: EventPlace };

/** A site with the events shown there; `presence` is that of its strongest event. */
export type SceneSite = { site: Site; events: PlacedEvent[]; presence: ScenePresence; counts: Counts };
export type SceneArea = { area: Area; events: PlacedEvent[]; presence: ScenePresence; counts: Counts };

/** "4 to 6": `certain` to `certain + possible`. */
export type Counts = { certain: number; possible: number };

export type Scene = {
  view: ViewState;
  window: DayWindow;
  /** `null`: all reports count. */
  asOf: Day | null;
  /** What the store of events was asked for it. */
  storeQuery: StoreQuery;
  /** In the window, oldest first. */
  events: SceneEvent[];
  /** Over before the window, oldest first. */
  past: SceneEvent[];
  counts: Counts;
  countsByKind: Map<string, Counts>;
  sites: SceneSite[];
  areas: SceneArea[];
  /** Sites off the map, as `sites`: each with the events said to be there. */
  away: SceneSite[];
  /** In the window, with no place on the map. */
  elsewhere: SceneEvent[];
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
  const window = windowOf(view, dataset.info.domain);
  const store = index.store.reported(view.hiddenArticles);
  const { storeQuery } = story;
  const known = eventsUnder(index, reportFilterOf(view));
  const shown = (rows: Iterable<number>) =>
    firstRows(store, rows).map((row): SceneEvent => {
      return {
        ...known(store.columns.event[row]!),
        presence: PRESENCES[store.presence(row, storeQuery)] as ScenePresence
      };
    });
  const events = shown(store.rowsIn(storeQuery));
  const past = shown(store.rowsPast(storeQuery));
  const placed = placedIn(index, [...events, ...past], openEvent(view));
  const sites = dataset.sites.flatMap((site) => (placed.has(site.id) ? [{ site, ...placed.get(site.id)! }] : []));
  return {
    view,
    window,
    asOf: asOfDay(view),
    storeQuery,
    events,
    past,
    counts: countsOf(events),
    countsByKind: new Map(
      dataset.codes.kinds.map((kind) => [kind.id, countsOf(events.filter(({ event }) => event.kind === kind.id))])
    ),
    sites: sites.filter(({ site }) => !site.offMap),
    away: sites.filter(({ site }) => site.offMap),
    areas: dataset.areas.flatMap((area) =>
      placed.has(area.id) && (area.geometry || area.labelLngLat) ? [{ area, ...placed.get(area.id)! }] : []
    ),
    elsewhere: events.filter(({ where }) => where !== 'map'),
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
  let events: StoryEvent[] | null = null;
  return {
    // A getter: the scene does not need events that are not shown.
    get events() {
      return (events ??= storyEvents(index, view, storeQuery));
    },
    tracks,
    coverage,
    storeQuery
  };
}

function storyEvents(index: DatasetIndex, view: ViewState, storeQuery: StoreQuery): StoryEvent[] {
  const store = index.store.reported(view.hiddenArticles);
  const known = eventsUnder(index, reportFilterOf(view));
  const rows = Array.from({ length: store.columns.length }, (_, row) => row).filter((row) =>
    store.counts(row, storeQuery)
  );
  return firstRows(store, rows).map((row) => ({
    ...known(store.columns.event[row]!),
    presence: PRESENCES[store.presence(row, storeQuery)]!
  }));
}

/** Indexed by the presence numbers of the store. */
const PRESENCES: readonly StoryEvent['presence'][] = ['ahead', 'past', 'possible', 'certain'];

/** The view as a query to the store. */
function storeQueryOf(index: DatasetIndex, view: ViewState): StoreQuery {
  const { codes, info } = index.dataset;
  const hidden = (mask: number, { id }: { id: string }, at: number) =>
    view.hiddenKinds.includes(id) ? mask | (1 << at) : mask;
  return { ...windowOf(view, info.domain), asOf: asOfDay(view), hiddenKinds: codes.kinds.reduce(hidden, 0) };
}

/** Only the first row of each event, in the order of the dataset. */
function firstRows(store: EventStore, rows: Iterable<number>): number[] {
  const { event } = store.columns;
  return [...rows].filter((row) => store.isFirst(row)).sort((a, b) => event[a]! - event[b]!);
}

/** What depends on nothing but the articles that count. Events by their index; each is built on first use. */
type Known = { reported: string; events: KnownEvent[]; tracks: TroopTracks | null; coverage: CoverageSpan[] };

/** Kept while the same articles count: a step of the slider rebuilds none of it, nor what is drawn from it. */
const made = new WeakMap<DatasetIndex, Known>();

function knownUnder(index: DatasetIndex, filter: ReportFilter): Known {
  const reported = index.dataset.articles.map(({ id }) => articleReported(index, id, filter)).join();
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
  return (at) => (events[at] ??= knownEvent(index, index.dataset.events[at]!, filter)!);
}

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

const STRENGTH: readonly ScenePresence[] = ['certain', 'possible', 'past'];

/**
 * The events at each place, strongest first, then gravest, in the order of the kinds, then latest. An event with a site
 * on the map is told there, and in its areas only while it is open: else it would read as two.
 */
function placedIn(
  index: DatasetIndex,
  events: readonly SceneEvent[],
  open: string | null
): Map<string, Omit<SceneSite, 'site'>> {
  const here = new Map<string, PlacedEvent[]>();
  for (const event of events) {
    const atSite = event.event.places.some(({ ref }) => index.sites.get(ref)?.offMap === false);
    // If an event lists a place twice, its first entry is used.
    for (const place of new Map(
      event.event.places.map((place) => [place.ref, place]).reverse() as [string, EventPlace][]
    ).values()) {
      if (atSite && index.areas.has(place.ref) && event.event.id !== open) continue;
      const list = here.get(place.ref);
      if (list) list.push({ ...event, place });
      else here.set(place.ref, [{ ...event, place }]);
    }
  }
  const strength = ({ presence }: SceneEvent) => STRENGTH.indexOf(presence);
  return new Map(
    [...here].map(([ref, list]) => {
      list.sort(
        (a, b) =>
          strength(a) - strength(b) ||
          index.gravity.get(a.event.kind)! - index.gravity.get(b.event.kind)! ||
          startOf(b.event) - startOf(a.event)
      );
      return [ref, { events: list, presence: list[0]!.presence, counts: countsOf(list) }];
    })
  );
}

const startOf = (event: DatasetEvent) => hardBounds(event.date).earliest;
