import type { LngLat } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { countsOf, PRESENCE_ORDER } from '../../model/scene.ts';
import type { Point, Size } from '../projection.ts';
import { happeningsOf } from './happenings.ts';
import { hasManySites } from './many-sites.ts';
import { summaryOf, type Mark } from './marks.ts';

/** With more areas than this their chips cover the map. */
const FEW_AREAS = 12;
/** How far apart marks must be to be told apart, where there are many. */
const SITES_APART: Size = { width: 36, height: 36 };
const AREAS_APART: Size = { width: 110, height: 70 };

export type Groups = {
  /** By the id of a site or area with events: that of the place under which its mark is gathered, or its own. */
  leaders: ReadonlyMap<string, string>;
  /** Those under which places at other points are gathered. */
  apart: ReadonlySet<string>;
};

type Place = { id: string; lngLat: LngLat };

/**
 * Which places share one mark: those at the very same point; and, where there are many, those too near on the screen to
 * be told apart. Of a group it is the place with most events of all days that the others are gathered under: the day
 * moves no mark. `withSites`: whether sites have marks, too.
 */
export function gatherPlaces(index: DatasetIndex, project: (lngLat: LngLat) => Point, withSites = true): Groups {
  const happenings = happeningsOf(index);
  const happened = ({ id }: { id: string }) => happenings.has(id);
  const weight = ({ id }: Place) => happenings.get(id)!.count;
  const sites = withSites ? index.dataset.sites.filter(happened) : [];
  const areas = index.dataset.areas.flatMap(({ id, labelLngLat }) =>
    labelLngLat && happened({ id }) ? [{ id, lngLat: labelLngLat }] : []
  );
  const groups = { leaders: new Map<string, string>(), apart: new Set<string>() };
  gather(groups, sites, weight, hasManySites(index) ? { apart: SITES_APART, project } : null);
  gather(groups, areas, weight, areas.length > FEW_AREAS ? { apart: AREAS_APART, project } : null);
  return groups;
}

function gather(
  groups: { leaders: Map<string, string>; apart: Set<string> },
  places: readonly Place[],
  weight: (place: Place) => number,
  crowded: { apart: Size; project: (lngLat: LngLat) => Point } | null
): void {
  const points = new Map<string, string>();
  const isNear = crowded && nearest(crowded.apart);
  const weighed = places.map((place) => ({ place, weight: weight(place) })).sort((a, b) => b.weight - a.weight);
  for (const { place } of weighed) {
    const point = place.lngLat.join();
    const known = points.get(point);
    const leader = known ?? isNear?.(place.id, crowded!.project(place.lngLat)) ?? place.id;
    if (!known && leader !== place.id) groups.apart.add(leader);
    points.set(point, leader);
    groups.leaders.set(place.id, leader);
  }
}

/** Answers which earlier place is nearer to a point than `apart`; `null`: none, and the point is remembered. */
function nearest({ width, height }: Size): (id: string, at: Point) => string | null {
  const cells = new Map<number, { id: string; at: Point }[]>();
  const keyOf = (column: number, row: number) => column * 1e7 + row;
  return (id, at) => {
    const [column, row] = [Math.floor(at.x / width), Math.floor(at.y / height)];
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of cells.get(keyOf(x, y)) ?? [])
          if (Math.abs(other.at.x - at.x) < width && Math.abs(other.at.y - at.y) < height) return other.id;
    const key = keyOf(column, row);
    cells.set(key, [...(cells.get(key) ?? []), { id, at }]);
    return null;
  };
}

/** One mark for each group: that of its strongest place, with the events of all. It stands where its group does. */
export function gatherMarks(index: DatasetIndex, marks: readonly Mark[], groups: Groups): Mark[] {
  const members = new Map<string, Mark[]>();
  for (const mark of marks) {
    const leader = groups.leaders.get(mark.id) ?? mark.id;
    const list = members.get(leader);
    if (list) list.push(mark);
    else members.set(leader, [mark]);
  }
  return [...members].map(([leader, list]) =>
    list.length === 1 && list[0]!.id === leader && !groups.apart.has(leader)
      ? list[0]!
      : { ...together(index, leader, list), apart: groups.apart.has(leader) }
  );
}

function together(index: DatasetIndex, leader: string, marks: readonly Mark[]): Mark {
  const gravity = ({ events }: Mark) => index.gravity.get(events[0]!.event.kind) ?? Infinity;
  const [strongest, ...others] = [...marks].sort(
    (a, b) =>
      PRESENCE_ORDER[a.presence] - PRESENCE_ORDER[b.presence] ||
      gravity(a) - gravity(b) ||
      b.events.length - a.events.length
  ) as [Mark, ...Mark[]];
  // As at one place: what is over is told only where nothing else is.
  const shown = [strongest, ...others.filter(({ presence }) => presence !== 'past' || strongest.presence === 'past')];
  // An event at two of the places is one.
  const told = new Set<string>();
  const events = shown
    .flatMap((mark) => mark.events)
    .filter(({ event: { id } }) => !told.has(id) && told.add(id))
    .sort((a, b) => PRESENCE_ORDER[a.presence] - PRESENCE_ORDER[b.presence]);
  return {
    ...strongest,
    id: leader,
    lngLat: index.sites.get(leader)?.lngLat ?? index.areas.get(leader)?.labelLngLat ?? strongest.lngLat,
    places: shown.flatMap(({ places }) => places),
    counts: countsOf(events),
    ...summaryOf(events),
    events,
    selected: marks.some(({ selected }) => selected)
  };
}
