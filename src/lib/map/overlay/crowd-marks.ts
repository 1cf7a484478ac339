import type { Area, DatasetEvent, EventPlace, LngLat, Site } from '../../model/dataset.ts';
import { MAX_KINDS } from '../../model/event-columns.ts';
import { addTo, type DatasetIndex } from '../../model/index-dataset.ts';
import { once, oncePer } from '../../model/once.ts';
import type { PlacedEvent } from '../../model/places.ts';
import { AHEAD, CERTAIN, PAST, POSSIBLE } from '../../model/presence.ts';
import { reportedClaim, reportFilterOf } from '../../model/reports.ts';
import { rowsAt } from '../../model/rows-by-place.ts';
import { PRESENCE_ORDER, shownEvents, storeQueryOf, type ScenePresence } from '../../model/scene.ts';
import { firstInOrder, order } from '../../model/sorted.ts';
import { openEvent, type ViewState } from '../../model/view.ts';
import type { Groups } from './gathered.ts';
import { hasManySites } from './many-sites.ts';
import { MOST_TITLES } from './mark-text.ts';
import { baseOf, strongestBasis, symbolOf, type Mark } from './marks.ts';

/** From the strongest on, as the scene and as the store have them. */
const PRESENCES = Object.keys(PRESENCE_ORDER) as ScenePresence[];
const STORED = [CERTAIN, POSSIBLE, PAST];

type Places = { sites: readonly Site[]; areas: readonly Area[] };

/** The rows at a place; past ones are told only where there are no others. */
type PlaceRows = {
  type: Mark['type'];
  place: Site | Area;
  lngLat: LngLat;
  rows: readonly number[];
  presence: ScenePresence;
  /** The row of the strongest event. */
  strongest: number;
  /** By the strongest event: its presence, then its kind. */
  rank: number;
  /** How many are told. */
  count: number;
};
/** From this rank on, all is past. */
const PAST_RANK = 2 * MAX_KINDS;

const strongestFirst = (a: PlaceRows, b: PlaceRows) => a.rank - b.rank || b.count - a.count;

/**
 * The marks of places with many events, each for those that are gathered under it: as `gatherMarks` makes them of the marks
 * of all, but counted in the columns of the store. An object is made of the first `MOST_TITLES` events of a mark alone, when
 * it is asked for. `groups`: `null` where each place has a mark of its own.
 */
export function crowdMarks(
  index: DatasetIndex,
  view: ViewState,
  groups: Groups | null,
  { sites, areas }: Places
): Mark[] {
  const rows = rowsOf(index, view);
  const crowds = new Map<string, PlaceRows[]>();
  const add = (here: PlaceRows | null) => {
    if (here) addTo(crowds, groups?.leaders.get(here.place.id) ?? here.place.id, here);
  };
  for (const site of sites) add(rows.at('site', site, site.lngLat));
  for (const area of areas) if (area.labelLngLat) add(rows.at('area', area, area.labelLngLat));
  return [...crowds].map(([leader, crowd]): Mark => {
    // As at one place: what is over is told only where nothing else is.
    const now = crowd.filter(({ rank }) => rank < PAST_RANK);
    const shown = (now.length > 0 ? now : crowd).sort(strongestFirst);
    const [{ type, place, lngLat, presence, strongest }] = shown as [PlaceRows, ...PlaceRows[]];
    const { kind, precision } = rows.about(strongest, place);
    const events = once(() => rows.firstEvents(shown));
    return {
      type,
      id: leader,
      places: shown.map(({ place: { id } }) => id),
      apart: groups?.apart.has(leader) ?? false,
      lngLat: index.sites.get(leader)?.lngLat ?? index.areas.get(leader)?.labelLngLat ?? lngLat,
      names: place.names,
      base: baseOf(type, precision),
      ...symbolOf(index, kind),
      presence,
      ...rows.count(shown),
      get events() {
        return events();
      },
      selected: crowd.some(rows.isSelected)
    };
  });
}

/** The marks of places with many events, each by itself: where they are few, of all; else of those that are selected, or drawn as areas. */
export function eachMark(index: DatasetIndex, view: ViewState): Mark[] {
  const { sites, areas } = index.dataset;
  const selected = new Set(
    view.selection?.type === 'site' || view.selection?.type === 'area'
      ? [view.selection.id]
      : selectedEvents(index, view).flatMap(({ places }) => places.map(({ ref }) => ref))
  );
  const isChosen = ({ id }: Site | Area) => selected.has(id);
  const many = hasManySites(index);
  const isDrawn = (area: Area) => area.geometry !== null;
  const chosen = many ? (selected.size > 0 ? sites.filter(isChosen) : []) : sites;
  const marks = crowdMarks(index, view, null, {
    sites: chosen.filter(({ offMap }) => !offMap),
    areas: areas.filter((area) => isDrawn(area) || isChosen(area))
  });
  // What is selected may be at none of its places on this day.
  return marks.filter(
    ({ type, id, selected }) => selected || (type === 'site' ? !many : isDrawn(index.areas.get(id)!))
  );
}

/** A selected event; or those that a selected claim bears on, where it counts. */
function selectedEvents(index: DatasetIndex, view: ViewState): readonly DatasetEvent[] {
  const { type, id } = view.selection ?? { type: null, id: '' };
  const event = type === 'event' ? index.events.get(id) : undefined;
  if (event) return [event];
  const counts = type === 'claim' && reportedClaim(index, id, reportFilterOf(view)) !== null;
  return counts ? (index.eventsOfClaim.get(id) ?? []) : [];
}

/** By area: the rows there of events that are not at a site on the map, too. Told there, they would read as two. */
const rowsInAreas = oncePer((index: DatasetIndex): ReadonlyMap<string, readonly number[]> => {
  const { event } = index.store.reported([]).columns;
  const isAtSite = ({ ref }: EventPlace) => index.sites.get(ref)?.offMap === false;
  return new Map(
    index.dataset.areas.map(({ id }) => [
      id,
      rowsAt(index, id).filter((row) => !index.dataset.events[event.at(row)]!.places.some(isAtSite))
    ])
  );
});

/** What the store says of the events at places under a view, without an object for each. */
function rowsOf(index: DatasetIndex, view: ViewState) {
  const store = index.store.reported(view.hiddenArticles);
  const query = storeQueryOf(index, view);
  const event = shownEvents(index, view);
  const { length, kind, date, dates, event: eventOf } = store.columns;
  const firstDay = (row: number) => dates.hardEarliest[date[row]!]!;
  /** The gravest first, then the latest. */
  const compare = (a: number, b: number) => kind[a]! - kind[b]! || order(firstDay(b), firstDay(a));
  /** By row, one more than its presence; 0 where nobody has asked yet. */
  const known = new Uint8Array(length);
  const presenceOf = (row: number) => (known[row] ||= store.presence(row, query) + 1) - 1;
  const rowsOfEvents = (events: readonly DatasetEvent[]) =>
    new Set(events.map((event) => store.firstRows[index.store.positionOf(event)]!));
  const selected = rowsOfEvents(selectedEvents(index, view));
  const [openRow] = openEvent(view) === null ? [] : selected;

  const rowsIn = (id: string): readonly number[] => {
    const told = rowsInAreas(index).get(id)!;
    // The one that is open is told at all of its places.
    if (openRow === undefined || told.includes(openRow) || !rowsAt(index, id).includes(openRow)) return told;
    return [...told, openRow].sort((a, b) => eventOf.at(a) - eventOf.at(b));
  };

  // No list is made here: it is done for each of all sites.
  function at(type: Mark['type'], place: Site | Area, lngLat: LngLat): PlaceRows | null {
    const rows = type === 'site' ? rowsAt(index, place.id) : rowsIn(place.id);
    let highest = AHEAD;
    let strongest = -1;
    let [current, past] = [0, 0];
    for (const row of rows) {
      const presence = presenceOf(row);
      if (presence === AHEAD) continue;
      if (presence === PAST) past++;
      else current++;
      if (presence < highest || (presence === highest && compare(strongest, row) <= 0)) continue;
      strongest = row;
      highest = presence;
    }
    if (highest === AHEAD) return null;
    const nth = STORED.indexOf(highest);
    const rank = nth * MAX_KINDS + kind[strongest]!;
    return { type, place, lngLat, rows, presence: PRESENCES[nth]!, strongest, rank, count: current || past };
  }

  const placeOf = (row: number, { id }: Site | Area) =>
    index.dataset.events[eventOf.at(row)]!.places.find(({ ref }) => ref === id)!;

  const about = (row: number, place: Site | Area) => ({
    kind: index.dataset.events[eventOf.at(row)]!.kind,
    precision: placeOf(row, place).precision
  });

  const isTold = ({ rank }: PlaceRows, presence: number) => presence >= (rank < PAST_RANK ? POSSIBLE : PAST);

  const isSelected = ({ type, place, rows }: PlaceRows): boolean =>
    (view.selection?.type === type && view.selection.id === place.id) ||
    (selected.size > 0 && rows.some((row) => selected.has(row) && presenceOf(row) !== AHEAD));

  /** The first events, the strongest first; one at several of the places is one. */
  function firstEvents(places: readonly PlaceRows[]): PlacedEvent[] {
    const found = new Map<number, Site | Area>();
    for (const presence of STORED)
      for (const here of places) {
        if (found.size >= MOST_TITLES) break;
        if (!isTold(here, presence)) continue;
        const others = here.rows.filter((row) => presenceOf(row) === presence && !found.has(row));
        for (const row of firstInOrder(others, compare, MOST_TITLES - found.size)) found.set(row, here.place);
      }
    return [...found].map(([row, place]) => ({ ...event(row), place: placeOf(row, place) }));
  }

  /** By row: the last mark, by number, that it was counted in. */
  const countedIn = new Uint32Array(length);
  let marks = 0;

  function count(places: readonly PlaceRows[]): Pick<Mark, 'counts' | 'total' | 'alike' | 'basis'> {
    marks++;
    let [certain, possible, total, kinds] = [0, 0, 0, 0];
    let basis: Mark['basis'] = 'external';
    for (const here of places)
      for (const row of here.rows) {
        const presence = presenceOf(row);
        if (!isTold(here, presence) || countedIn[row] === marks) continue;
        countedIn[row] = marks;
        total++;
        if (presence === CERTAIN) certain++;
        else if (presence === POSSIBLE) possible++;
        kinds |= 1 << kind[row]!;
        if (basis !== 'article') basis = strongestBasis([basis, placeOf(row, here.place).basis]);
      }
    return { counts: { certain, possible }, total, alike: (kinds & (kinds - 1)) === 0, basis };
  }

  return { at, about, firstEvents, count, isSelected };
}
