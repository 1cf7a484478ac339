import type { Day } from '../../../src/lib/model/day.ts';
import type { DatasetEvent } from '../../../src/lib/model/dataset.ts';
import { coverageOf, coverageSpans } from '../../../src/lib/model/coverage.ts';
import type { PlacedEvent, Places } from '../../../src/lib/model/places.ts';
import type { DatasetIndex } from '../../../src/lib/model/index-dataset.ts';
import { reportFilterOf } from '../../../src/lib/model/reports.ts';
import {
  countsOf,
  knownEvent,
  type Scene,
  type SceneEvent,
  type ScenePresence,
  type StoryEvent
} from '../../../src/lib/model/scene.ts';
import { startDay } from '../../../src/lib/model/stops.ts';
import { hardBounds, presenceIn, softBounds, type DayWindow } from '../../../src/lib/model/time.ts';
import { troopsAt, troopTracks } from '../../../src/lib/model/troops.ts';
import { asOfDay, windowOf, type ViewState } from '../../../src/lib/model/view.ts';

/*
 * The oracle: the scene and the storyline without a store, by asking the predicate of every event.
 */

export function bruteScene(index: DatasetIndex, view: ViewState): Scene {
  const story = bruteStory(index, view);
  const window = windowOf(view, index.dataset.info.domain);
  const known = story.events.filter((event): event is SceneEvent => event.presence !== 'ahead');
  const events = known.filter(({ presence }) => presence !== 'past');
  return {
    view,
    window,
    asOf: asOfDay(view),
    storeQuery: {
      ...window,
      asOf: asOfDay(view),
      hiddenKinds: index.dataset.codes.kinds.reduce(
        (mask, { id }, at) => mask + (view.hiddenKinds.includes(id) ? 2 ** at : 0),
        0
      )
    },
    events,
    past: known.filter(({ presence }) => presence === 'past'),
    pastCount: known.filter(({ presence }) => presence === 'past').length,
    counts: countsOf(events),
    countsByKind: new Map(
      index.dataset.codes.kinds.map((kind) => [kind.id, countsOf(events.filter(({ event }) => event.kind === kind.id))])
    ),
    elsewhere: events.filter(({ where }) => where !== 'map'),
    troops: story.tracks ? troopsAt(story.tracks, view.day) : null,
    coverage: coverageOf(story.coverage, window),
    external: view.external
      ? index.dataset.external.filter((fact) => fact.date && presenceIn(fact.date, 'within', window) !== 'absent')
      : []
  };
}

export function brutePlaces(index: DatasetIndex, view: ViewState): Places {
  const known = bruteStory(index, view).events.filter((event): event is SceneEvent => event.presence !== 'ahead');
  return {
    view,
    sites: eventsBy(
      index,
      known,
      index.dataset.sites.filter((site) => !site.offMap)
    ).map(({ place, ...rest }) => ({ site: place, ...rest })),
    away: eventsBy(
      index,
      known,
      index.dataset.sites.filter((site) => site.offMap)
    ).map(({ place, ...rest }) => ({ site: place, ...rest })),
    areas: eventsBy(
      index,
      known.filter(
        ({ event }) =>
          event.id === (view.selection?.type === 'event' && view.selection.id) ||
          event.places.every(({ ref }) => index.sites.get(ref)?.offMap ?? true)
      ),
      index.dataset.areas.filter((area) => area.geometry !== null)
    ).map(({ place, ...rest }) => ({ area: place, ...rest }))
  };
}

export function bruteStory(index: DatasetIndex, view: ViewState) {
  const filter = reportFilterOf(view);
  const window = windowOf(view, index.dataset.info.domain);
  return {
    events: index.dataset.events
      .filter((event) => !view.hiddenKinds.includes(event.kind))
      .flatMap((event) => knownEvent(index, event, filter) ?? [])
      .map((event): StoryEvent => ({ ...event, presence: scenePresence(event.event, window) ?? 'ahead' })),
    tracks: troopTracks(index, filter),
    coverage: coverageSpans(index, filter)
  };
}

/** The first day of each event, inside the domain, ascending, each once. */
export function bruteStops(events: readonly { event: DatasetEvent }[], domain: DayWindow): Day[] {
  const days = events
    .map(({ event }) => startDay(event))
    .filter((day): day is Day => day !== null && day >= domain.from && day <= domain.to);
  return [...new Set(days)].sort((a, b) => a - b);
}

function scenePresence(event: DatasetEvent, window: DayWindow): ScenePresence | null {
  const presence = presenceIn(event.date, event.extent, window);
  if (presence !== 'absent') return presence;
  return softBounds(event.date).latest < window.from ? 'past' : null;
}

const STRENGTH: readonly ScenePresence[] = ['certain', 'possible', 'past'];

function eventsBy<Place extends { id: string }>(
  index: DatasetIndex,
  events: readonly SceneEvent[],
  places: readonly Place[]
) {
  const gravity = index.dataset.codes.kinds.map(({ id }) => id);
  return places.flatMap((place) => {
    const here = events.flatMap((event): PlacedEvent[] => {
      const at = event.event.places.find(({ ref }) => ref === place.id);
      return at ? [{ ...event, place: at }] : [];
    });
    if (here.length === 0) return [];
    here.sort(
      (a, b) =>
        STRENGTH.indexOf(a.presence) - STRENGTH.indexOf(b.presence) ||
        gravity.indexOf(a.event.kind) - gravity.indexOf(b.event.kind) ||
        startOf(b.event) - startOf(a.event)
    );
    return [{ place, events: here, presence: here[0]!.presence, counts: countsOf(here) }];
  });
}

const startOf = (event: DatasetEvent) => hardBounds(event.date).earliest;
