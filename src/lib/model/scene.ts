import type { Day } from './day.ts';
import type { Area, DatasetEvent, EventPlace, ExternalFact, Site } from './dataset.ts';
import { coverageOf, coverageSpans, type Coverage, type CoverageSpan } from './coverage.ts';
import { figuresOf, type Figure } from './figures.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { reportFilterOf, reportedClaim, supportOf, type ReportedClaim, type ReportFilter, type Support } from './reports.ts';
import { hardBounds, presenceIn, softBounds, type DayWindow } from './time.ts';
import { troopsAt, troopTracks, type TroopState, type TroopTracks } from './troops.ts';
import { asOfDay, windowOf, type ViewState } from './view.ts';

/** Against the window: surely in it, possibly in it, or over before it (drawn faint, not counted). */
export type ScenePresence = 'certain' | 'possible' | 'past';

/** An event as the counted reports have it. */
export type SceneEvent = {
  event: DatasetEvent;
  presence: ScenePresence;
  /** Claims that count, each with how it bears on the event. */
  claims: (ReportedClaim & { role: 'about' | 'said' | 'context'; basis: 'article' | 'inferred'; why?: string })[];
  support: Support;
  /** `possible`: every article that states it was only possibly out by the as-of day. */
  reported: 'certain' | 'possible';
  figures: Figure[];
  /** Where it can be shown: at sites or in areas of the map, only elsewhere, or nowhere stated. */
  where: 'map' | 'elsewhere' | 'unplaced';
};

export type PlacedEvent = SceneEvent & { place: EventPlace };

/** A site with what is shown there; `presence` is its strongest event's. */
export type SceneSite = { site: Site; events: PlacedEvent[]; presence: ScenePresence; counts: Counts };
export type SceneArea = { area: Area; events: PlacedEvent[]; presence: ScenePresence; counts: Counts };

/** "4 to 6": `certain` to `certain + possible`. */
export type Counts = { certain: number; possible: number };

export type Scene = {
  view: ViewState;
  window: DayWindow;
  /** `null`: all reports count. */
  asOf: Day | null;
  /** In the window, oldest first. */
  events: SceneEvent[];
  /** Over before the window, oldest first. */
  past: SceneEvent[];
  counts: Counts;
  countsByKind: Map<string, Counts>;
  sites: SceneSite[];
  areas: SceneArea[];
  /** In the window, with no place on the map. */
  elsewhere: SceneEvent[];
  troops: TroopState | null;
  coverage: Coverage;
  /** Facts of the external layer dated in the window; empty where the layer is off. */
  external: ExternalFact[];
};

/** What does not depend on the day: every event under the reports that count, for the time panel. */
export type Storyline = { events: StoryEvent[]; tracks: TroopTracks | null; coverage: CoverageSpan[] };

/** `ahead`: after the window; the time panel shows it, the map does not. */
export type StoryEvent = Omit<SceneEvent, 'presence'> & { presence: ScenePresence | 'ahead' };

/**
 * Everything on screen, from the data and the view alone.
 * Pure: equal arguments give equal scenes. `story` is the storyline of the same view, where the caller has it already.
 */
export function sceneAt(index: DatasetIndex, view: ViewState, story: Storyline = storylineOf(index, view)): Scene {
  const window = windowOf(view, index.dataset.info.domain);
  const known = story.events.filter((event): event is SceneEvent => event.presence !== 'ahead');
  const events = known.filter(({ presence }) => presence !== 'past');
  return {
    view,
    window,
    asOf: asOfDay(view),
    events,
    past: known.filter(({ presence }) => presence === 'past'),
    counts: countsOf(events),
    countsByKind: new Map(
      index.dataset.codes.kinds.map((kind) => [kind.id, countsOf(events.filter(({ event }) => event.kind === kind.id))])
    ),
    sites: placesOf(known, index.dataset.sites.filter((site) => !site.offMap)).map(({ place, ...rest }) => ({ site: place, ...rest })),
    areas: placesOf(known, index.dataset.areas.filter((area) => area.geometry !== null)).map(({ place, ...rest }) => ({ area: place, ...rest })),
    elsewhere: events.filter(({ where }) => where !== 'map'),
    troops: story.tracks ? troopsAt(story.tracks, view.day) : null,
    coverage: coverageOf(story.coverage, window),
    external: view.external
      ? index.dataset.external.filter((fact) => fact.date && presenceIn(fact.date, 'within', window) !== 'absent')
      : []
  };
}

/** The events and troop tracks that the counted reports know of, whenever they are. */
export function storylineOf(index: DatasetIndex, view: ViewState): Storyline {
  const filter = reportFilterOf(view);
  const window = windowOf(view, index.dataset.info.domain);
  return {
    events: index.dataset.events
      .filter((event) => !view.hiddenKinds.includes(event.kind))
      .flatMap((event) => knownEvent(index, event, filter) ?? [])
      .map((event) => ({ ...event, presence: scenePresence(event.event, window) ?? 'ahead' })),
    tracks: troopTracks(index, filter),
    coverage: coverageSpans(index, filter)
  };
}

function scenePresence(event: DatasetEvent, window: DayWindow): ScenePresence | null {
  const presence = presenceIn(event.date, event.extent, window);
  if (presence !== 'absent') return presence;
  return softBounds(event.date).latest < window.from ? 'past' : null;
}

/** The event with the claims that count; `null` where none states it: no claim, nothing on screen. */
export function knownEvent(index: DatasetIndex, event: DatasetEvent, filter: ReportFilter): Omit<SceneEvent, 'presence'> | null {
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
    support: supportOf(stating.map(({ claim }) => claim)),
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
  return (index.areas.get(ref)?.geometry ?? null) !== null;
}

export function countsOf(events: readonly { presence: ScenePresence }[]): Counts {
  return {
    certain: events.filter(({ presence }) => presence === 'certain').length,
    possible: events.filter(({ presence }) => presence === 'possible').length
  };
}

const STRENGTH: readonly ScenePresence[] = ['certain', 'possible', 'past'];

function placesOf<Place extends { id: string }>(events: readonly SceneEvent[], places: readonly Place[]) {
  return places.flatMap((place) => {
    const here = events.flatMap((event): PlacedEvent[] => {
      const at = event.event.places.find(({ ref }) => ref === place.id);
      return at ? [{ ...event, place: at }] : [];
    });
    if (here.length === 0) return [];
    here.sort((a, b) => STRENGTH.indexOf(a.presence) - STRENGTH.indexOf(b.presence) || startOf(b.event) - startOf(a.event));
    return [{ place, events: here, presence: here[0]!.presence, counts: countsOf(here) }];
  });
}

const startOf = (event: DatasetEvent) => hardBounds(event.date).earliest;

/**
 * Days at which the slider stops when stepping from event to event: the first day of each, inside the domain.
 * An event known only "by" a day stops at that day.
 */
export function eventStops(events: readonly { event: DatasetEvent }[], domain: DayWindow): Day[] {
  const days = events
    .map(({ event: { date } }) => date.earliest ?? date.latest)
    .filter((day): day is Day => day !== null && day >= domain.from && day <= domain.to);
  return [...new Set(days)].sort((a, b) => a - b);
}
