import type { Basis, Localised, LngLat, PlacePrecision, Site, SymbolStyle } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import type { PlacedEvent, Places, SceneArea, SceneSite } from '../../model/places.ts';
import type { Counts, ScenePresence } from '../../model/scene.ts';
import type { Selection } from '../../model/view.ts';
import { hasManySites } from './many-sites.ts';

/** How precisely the place is known: a building, a spot or settlement, an area with boundaries, an area without. */
export type MarkBase = 'building' | 'spot' | 'set' | 'region';

/** A mark at a site or in an area of the scene, or for several (`gathered.ts`). */
export type Mark = SymbolStyle & {
  type: 'site' | 'area';
  id: string;
  /** The sites or areas that it stands for, the strongest first: it has that one’s name and symbol. */
  places: readonly string[];
  /** Whether it stands, on some day, for places at different points. */
  apart: boolean;
  lngLat: LngLat;
  names: Localised;
  base: MarkBase;
  presence: ScenePresence;
  counts: Counts;
  /** `external` only if no article places any of the events here: the mark itself relies on outside evidence. */
  basis: Basis;
  /** Of the events that the mark represents the strongest, strongest first: those in the window, or else the past ones. */
  events: PlacedEvent[];
  /** How many it represents. */
  total: number;
  /** Whether all are of one kind. */
  alike: boolean;
  selected: boolean;
};

/** Half the width of the space around a mark that other lettering keeps free. */
export const MARK_PX = 22;

/** Marks of the places of a scene, in the order of the data: the tab order does not change with the day. */
export function marksOf(index: DatasetIndex, places: Pick<Places, 'view' | 'sites' | 'areas'>): Mark[] {
  const { selection } = places.view;
  return [
    ...places.sites.map((here) => mark(index, here, 'site', here.site, here.site.lngLat, selection)),
    ...places.areas.flatMap((here) =>
      here.area.labelLngLat ? [mark(index, here, 'area', here.area, here.area.labelLngLat, selection)] : []
    )
  ];
}

/** As `marksOf`, of the sites off the map: marks where they come into view, else pointers at its edge. */
export function awayMarksOf(index: DatasetIndex, { view, away }: Pick<Places, 'view' | 'away'>): Mark[] {
  const { selection } = view;
  return away.map((here) => mark(index, here, 'site', here.site, here.site.lngLat, selection));
}

function mark(
  index: DatasetIndex,
  here: SceneSite | SceneArea,
  type: Mark['type'],
  { id, names }: { id: string; names: Localised },
  lngLat: LngLat,
  selection: Selection | null
): Mark {
  const counted = here.events.filter(({ presence }) => presence !== 'past');
  const events = counted.length > 0 ? counted : here.events;
  const { event, place } = events[0]!;
  return {
    type,
    id,
    places: [id],
    apart: false,
    lngLat,
    names,
    base: baseOf(type, place.precision),
    ...symbolOf(index, event.kind),
    presence: here.presence,
    counts: here.counts,
    ...summaryOf(events),
    events,
    selected: selectionIncludes(selection, type, id, here.events)
  };
}

/** Of a mark whose strongest event is known so precisely. */
export function baseOf(type: Mark['type'], precision: PlacePrecision): MarkBase {
  if (type === 'area') return precision === 'admin2_set' ? 'set' : 'region';
  return precision === 'named_building' ? 'building' : 'spot';
}

/** That of a kind. */
export function symbolOf({ kinds }: DatasetIndex, kind: string): SymbolStyle {
  const { shape = 'circle', group = 'speech', detail } = kinds.get(kind) ?? {};
  return { shape, group, detail };
}

const BASES: readonly Basis[] = ['article', 'inferred', 'external'];

export const strongestBasis = (found: readonly Basis[]): Basis =>
  BASES.find((basis) => found.includes(basis)) ?? 'article';

/** What a mark says of all of its events. */
export const summaryOf = (events: readonly PlacedEvent[]): Pick<Mark, 'basis' | 'total' | 'alike'> => ({
  basis: strongestBasis(events.map(({ place }) => place.basis)),
  total: events.length,
  alike: events.every(({ event }) => event.kind === events[0]!.event.kind)
});

/** A selected event or claim also selects every place where it is shown. */
function selectionIncludes(
  selection: Selection | null,
  type: Mark['type'],
  id: string,
  events: PlacedEvent[]
): boolean {
  if (selection === null) return false;
  if (selection.type === 'event') return events.some(({ event }) => event.id === selection.id);
  if (selection.type === 'claim')
    return events.some(({ claims }) => claims.some(({ claim }) => claim.id === selection.id));
  return selection.type === type && selection.id === id;
}

const DEGREE_M = 111_320;

/** Sites off the map without a mark, which are labelled where they come into view. */
export function awaySites(index: DatasetIndex, marks: readonly Mark[]): Site[] {
  return index.dataset.sites.filter(({ id, offMap }) => offMap && !marks.some((mark) => mark.id === id));
}

/**
 * Sites labelled on the map without a mark, where there are not too many. A building is left out if a settlement within
 * its accuracy is labelled.
 */
export function namedSites(index: DatasetIndex, marks: readonly Mark[]): Site[] {
  if (hasManySites(index)) return [];
  const marked = new Set(marks.map(({ id }) => id));
  const silent = index.dataset.sites.filter(({ id, offMap }) => !offMap && !marked.has(id));
  return silent.filter(
    (site) =>
      site.context || !silent.some((other) => other.context && distanceM(site.lngLat, other.lngLat) <= site.accuracyM)
  );
}

function distanceM(a: LngLat, b: LngLat): number {
  const east = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(east, a[1] - b[1]) * DEGREE_M;
}
