import type { Area, DatasetEvent, EventPlace, Site } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { once } from './once.ts';
import { PAST } from './presence.ts';
import { rowsAt } from './rows-by-place.ts';
import {
  countsOf,
  PRESENCE_ORDER,
  shownEvents,
  storeQueryOf,
  type Counts,
  type SceneEvent,
  type ScenePresence
} from './scene.ts';
import { hardBounds } from './time.ts';
import { openEvent, type ViewState } from './view.ts';

export type PlacedEvent = SceneEvent & { place: EventPlace };

/** A site with the events shown there; `presence` is that of its strongest event. */
export type SceneSite = { site: Site; events: PlacedEvent[]; presence: ScenePresence; counts: Counts };
export type SceneArea = { area: Area; events: PlacedEvent[]; presence: ScenePresence; counts: Counts };

/** What the events of a scene are told at. Made when it is asked for. */
export type Places = {
  view: ViewState;
  /** On the map, each with its events in the window or before it. */
  readonly sites: SceneSite[];
  readonly areas: SceneArea[];
  /** Sites off the map, as `sites`: each with the events said to be there. */
  readonly away: SceneSite[];
};

export function placesOf(index: DatasetIndex, view: ViewState): Places {
  const sites = once(() => sitesIn(index, view, (site) => !site.offMap));
  const away = once(() => sitesIn(index, view, (site) => site.offMap));
  const areas = once(() => areasIn(index, view));
  return {
    view,
    get sites() {
      return sites();
    },
    get areas() {
      return areas();
    },
    get away() {
      return away();
    }
  };
}

/** The sites with events in the window or before it, of those that are wanted. */
export function sitesIn(index: DatasetIndex, view: ViewState, isWanted: (site: Site) => boolean): SceneSite[] {
  const placed = placer(index, view);
  return index.dataset.sites.filter(isWanted).flatMap((site) => {
    const here = placed(site.id);
    return here ? [{ site, ...here }] : [];
  });
}

function areasIn(index: DatasetIndex, view: ViewState): SceneArea[] {
  const open = openEvent(view);
  const placed = placer(
    index,
    view,
    // Told at its site, it would read as two.
    (event) => event.id === open || !event.places.some(({ ref }) => index.sites.get(ref)?.offMap === false)
  );
  return index.dataset.areas.flatMap((area) => {
    const here = area.geometry || area.labelLngLat ? placed(area.id) : null;
    return here ? [{ area, ...here }] : [];
  });
}

/**
 * What is at a place: its events, strongest first, then gravest, in the order of the kinds, then latest; `null` where there
 * is none.
 */
function placer(index: DatasetIndex, view: ViewState, isTold: (event: DatasetEvent) => boolean = () => true) {
  const store = index.store.reported(view.hiddenArticles);
  const query = storeQueryOf(index, view);
  const shown = shownEvents(index, view);
  const { event: eventOf } = store.columns;
  return (ref: string): Omit<SceneSite, 'site'> | null => {
    const events = rowsAt(index, ref)
      .filter((row) => store.presence(row, query) >= PAST && isTold(index.dataset.events[eventOf.at(row)]!))
      .map((row): PlacedEvent => {
        const event = shown(row);
        return { ...event, place: event.event.places.find((place) => place.ref === ref)! };
      });
    events.sort(
      (a, b) =>
        PRESENCE_ORDER[a.presence] - PRESENCE_ORDER[b.presence] ||
        index.gravity.get(a.event.kind)! - index.gravity.get(b.event.kind)! ||
        startOf(b.event) - startOf(a.event)
    );
    return events.length > 0 ? { events, presence: events[0]!.presence, counts: countsOf(events) } : null;
  };
}

const startOf = (event: DatasetEvent) => hardBounds(event.date).earliest;
