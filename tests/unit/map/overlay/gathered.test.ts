import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/lib/i18n/catalogues.ts';
import { overlaps, type Box } from '../../../../src/lib/map/box.ts';
import { gatherMarks, gatherPlaces } from '../../../../src/lib/map/overlay/gathered.ts';
import { labelRooms, markLabels, placeMarkLabels, yearSlots } from '../../../../src/lib/map/overlay/label-requests.ts';
import { countBadge, markLabel, markName } from '../../../../src/lib/map/overlay/mark-text.ts';
import { marksOf } from '../../../../src/lib/map/overlay/marks.ts';
import { projector } from '../../../../src/lib/map/projection.ts';
import type { Dataset, LngLat } from '../../../../src/lib/model/dataset.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import type { PlacedEvent, Places } from '../../../../src/lib/model/places.ts';
import { countsOf } from '../../../../src/lib/model/scene.ts';

const size = { width: 768, height: 320 };
const camera = { center: [20, 6] as LngLat, zoom: 5 };
const project = projector(camera, size);

type Place = { id: string; lngLat: LngLat; events: number };

/** A data set with so many events at each place, and the scene that shows them all. */
function region(sites: Place[], areas: Place[] = []) {
  const eventsAt = ({ id, events }: Place) =>
    Array.from({ length: events }, (_, at) => ({
      id: `${id}-${at}`,
      kind: at % 2 ? 'patrol' : 'clash',
      title: `Event ${at} at ${id}`,
      date: { earliest: 0, latest: 0 },
      places: [{ ref: id, basis: 'article', precision: 'village' }],
      claims: []
    }));
  const dataset = {
    info: { firstView: { nameForm: 'en' } },
    sites: sites.map(({ id, lngLat }) => ({ id, kind: 'village', names: { en: id }, lngLat, offMap: false })),
    areas: areas.map(({ id, lngLat }) => ({ id, kind: 'region', names: { en: id }, labelLngLat: lngLat })),
    articles: [],
    claims: [],
    events: [...sites, ...areas].flatMap(eventsAt),
    relations: [],
    agents: [],
    origins: [],
    story: [],
    external: [],
    codes: {
      kinds: [
        { id: 'clash', label: 'Clash', shape: 'burst', group: 'violence' },
        { id: 'patrol', label: 'Patrol', shape: 'chevron', group: 'force' }
      ]
    }
  } as unknown as Dataset;
  const index = indexDataset(dataset);
  const placed = (place: Place) =>
    eventsAt(place).map((event) => ({
      event,
      presence: 'certain',
      claims: [],
      place: event.places[0]
    })) as never as PlacedEvent[];
  const here = (place: Place) => ({ events: placed(place), presence: 'certain', counts: countsOf(placed(place)) });
  const scene = {
    view: { selection: null },
    sites: sites.map((place, at) => ({ site: dataset.sites[at], ...here(place) })),
    areas: areas.map((place, at) => ({ area: dataset.areas[at], ...here(place) }))
  } as unknown as Places;
  return { index, marks: marksOf(index, scene) };
}

/** Numbers from 0 to 1 that look random and are the same in every run. */
function random(seed: number) {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function crowd(count: number, seed: number, prefix = 'site'): Place[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, at) => ({
    id: `${prefix}-${at}`,
    lngLat: [14 + 12 * next(), 3 + 6 * next()] as LngLat,
    events: 1 + Math.floor(5 * next())
  }));
}

describe('three sites at one point', () => {
  const sites: Place[] = [
    { id: 'Market', lngLat: [20, 6], events: 1 },
    { id: 'Mosque', lngLat: [20, 6], events: 3 },
    { id: 'School', lngLat: [20, 6], events: 1 },
    { id: 'Elsewhere', lngLat: [20.001, 6], events: 1 }
  ];
  const { index, marks } = region(sites);
  const gathered = gatherMarks(index, marks, gatherPlaces(index, project));

  test('have one mark, with the number of all their events; the next point has its own, however near', () => {
    expect(gathered.map(({ places }) => [...places].sort())).toEqual([['Market', 'Mosque', 'School'], ['Elsewhere']]);
    expect(countBadge(english, gathered[0]!)).toBe('5');
    expect(gathered[0]!.apart).toBe(false);
  });
  test('are named by the strongest, and how many more there are', () => {
    const label = markLabel(english, index, gathered[0]!, 'en', 200);
    expect(label.name.join(' ')).toBe('Mosque and 2 more');
    expect(markName(english, gathered[0]!, 'en', label)).toMatch(/^Mosque and 2 more, 5 events: .*School/);
  });
});

test('few areas have a chip each, many share few', () => {
  const few = region([], crowd(12, 5, 'area'));
  expect(gatherMarks(few.index, few.marks, gatherPlaces(few.index, project))).toHaveLength(12);
  const many = region([], crowd(197, 5, 'area'));
  const chips = gatherMarks(many.index, many.marks, gatherPlaces(many.index, project));
  expect(chips.length).toBeLessThan(30);
  expect(chips.flatMap(({ places }) => places)).toHaveLength(197);
});

describe.each([1, 2, 3])('many sites, seed %i', (seed) => {
  const { index, marks } = region(crowd(600, seed));
  const groups = gatherPlaces(index, project);
  const gathered = gatherMarks(index, marks, groups);

  test('share marks that can be told apart, and no event is lost or told twice', () => {
    const points = gathered.map(({ lngLat }) => project(lngLat));
    for (const [at, a] of points.entries())
      for (const b of points.slice(at + 1))
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(36);
    const told = gathered.flatMap(({ events }) => events.map(({ event }) => event.id));
    expect([...told].sort()).toEqual(index.dataset.events.map(({ id }) => id).sort());
    expect(gathered.reduce((sum, { counts }) => sum + counts.certain, 0)).toBe(told.length);
  });
  test('stand where they stand on every other day', () => {
    const some = marks.filter((_, at) => at % 7 === 0);
    const known = new Map(gathered.map(({ id, lngLat }) => [id, lngLat]));
    for (const { id, lngLat } of gatherMarks(index, some, groups)) expect(known.get(id)).toEqual(lngLat);
  });
  test('have labels that lie neither on each other nor on a mark', () => {
    const words = { language: english, index, form: 'en', size };
    const slots = yearSlots({ index, size, rooms: labelRooms(words), project, sites: index.dataset.sites, groups });
    const labels = markLabels(words, gathered);
    const places = placeMarkLabels({ ...words, project }, slots, { marks: gathered, labels, sites: [] });
    const boxes = [...places.values()].flatMap((place) => place?.box ?? []);
    expect(boxes.length).toBeGreaterThan(0);
    // Lines of text are higher than their letters.
    const letters = ({ x, y, width, height }: Box) => ({ x: x + 2, y: y + 2, width: width - 4, height: height - 4 });
    for (const [at, box] of boxes.entries())
      expect(boxes.slice(at + 1).filter((other) => overlaps(letters(box), letters(other)))).toEqual([]);
    for (const [id, place] of places) {
      const others = gathered.filter((mark) => mark.id !== id).map(({ lngLat }) => project(lngLat));
      if (place) expect(others.filter((at) => overlaps(place.box, { ...at, width: 0, height: 0 }))).toEqual([]);
    }
  });
});
