import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/lib/i18n/catalogues.ts';
import { circle, datasetFeatures, sceneFeatures } from '../../../../src/lib/map/features.ts';
import { countBadge, markLabel, markName } from '../../../../src/lib/map/overlay/mark-text.ts';
import { awayMarksOf, awaySites, marksOf, namedSites, type Mark } from '../../../../src/lib/map/overlay/marks.ts';
import type { Area, Dataset, DatasetEvent, EventPlace, Site } from '../../../../src/lib/model/dataset.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import type { PlacedEvent, Places } from '../../../../src/lib/model/places.ts';
import type { ScenePresence } from '../../../../src/lib/model/scene.ts';
import type { Selection } from '../../../../src/lib/model/view.ts';

const site = (id: string, more: Partial<Site> = {}): Site => ({
  id,
  kind: 'town',
  names: { en: id, 'sr-Cyrl': id.toUpperCase() },
  lngLat: [10, 50],
  accuracyM: 250,
  offMap: false,
  nameBasis: 'article',
  context: false,
  source: '',
  licence: '',
  ...more
});
const area: Area = {
  id: 'county',
  kind: 'region',
  names: { en: 'County' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [10, 50],
        [11, 50],
        [11, 51],
        [10, 50]
      ]
    ]
  },
  labelLngLat: [10.5, 50.3],
  source: '',
  licence: ''
};
const sites = [
  site('Hall', { accuracyM: 300, kind: 'building' }),
  site('Town', { context: true, lngLat: [10.001, 50] }),
  site('Village', { lngLat: [10.3, 50.2] }),
  site('Capital', { offMap: true })
];
const index = indexDataset({
  sites,
  areas: [area],
  articles: [],
  claims: [],
  events: [],
  relations: [],
  agents: [],
  origins: [],
  story: [],
  codes: {
    kinds: [
      { id: 'clash', label: 'Clash', shape: 'burst', group: 'violence' },
      { id: 'patrol', label: 'Patrol', shape: 'chevron', group: 'force' }
    ]
  }
} as unknown as Dataset);

const placed = (id: string, presence: ScenePresence, place: Partial<EventPlace> = {}, kind = 'clash'): PlacedEvent =>
  ({
    event: { id, kind, title: `The ${id}` } as DatasetEvent,
    presence,
    claims: [],
    place: { ref: 'x', basis: 'article', precision: 'named_building', ...place }
  }) as unknown as PlacedEvent;

const counts = (events: PlacedEvent[]) => ({
  certain: events.filter(({ presence }) => presence === 'certain').length,
  possible: events.filter(({ presence }) => presence === 'possible').length
});
const scene = (atHall: PlacedEvent[], inCounty: PlacedEvent[] = [], selection: Selection | null = null): Places =>
  ({
    view: { selection },
    sites: atHall.length
      ? [{ site: sites[0], events: atHall, presence: atHall[0]!.presence, counts: counts(atHall) }]
      : [],
    areas: inCounty.length
      ? [{ area, events: inCounty, presence: inCounty[0]!.presence, counts: counts(inCounty) }]
      : []
  }) as unknown as Places;
const only = (events: PlacedEvent[]) => marksOf(index, scene(events))[0]!;
const nameOf = (mark: Mark, form: string) => markName(english, mark, form, markLabel(english, index, mark, form, 200));

describe('what a mark is called', () => {
  test('place, number of events, and what they were', () => {
    expect(nameOf(only([placed('riot', 'certain')]), 'en')).toBe('Hall, Clash, 1 event: The riot');
  });
  test('how many are only possible', () => {
    const mark = only([placed('riot', 'certain'), placed('march', 'possible')]);
    expect(nameOf(mark, 'en')).toBe('Hall, Clash, 2 events, the day of 1 uncertain: The riot; The march');
    expect(countBadge(english, mark)).toBe('1–2');
  });
  test('that all are possible', () => {
    const mark = only([placed('march', 'possible')]);
    expect(nameOf(mark, 'en')).toBe('Hall, Clash, day uncertain, 1 event: The march');
    expect(countBadge(english, mark)).toBeNull();
    expect(markLabel(english, index, mark, 'en', 200).what).toBe('Clash, day uncertain');
  });
  test('what was earlier is said where nothing is now, and left out where something is', () => {
    expect(nameOf(only([placed('riot', 'past')]), 'en')).toBe('Hall, 1 earlier event: The riot');
    expect(nameOf(only([placed('march', 'certain'), placed('riot', 'past')]), 'en')).toBe(
      'Hall, Clash, 1 event: The march'
    );
  });
  test('the form of names that the reader chose', () => {
    expect(nameOf(only([placed('riot', 'certain')]), 'sr-Cyrl')).toMatch(/^HALL, /);
  });
  test('that it rests on external evidence, and only if nothing else places it', () => {
    const external = placed('riot', 'certain', { basis: 'external' });
    expect(nameOf(only([external]), 'en')).toBe(
      `Hall, ${english.t('map.label.external')}, Clash, 1 event: The riot (${english.t('badge.external')})`
    );
    expect(markLabel(english, index, only([external]), 'en', 200).badge).not.toBeNull();
    expect(only([external, placed('march', 'certain')]).basis).toBe('article');
    expect(only([external, placed('march', 'past')]).basis).toBe('external');
  });
});

describe('how a mark is drawn', () => {
  test('as its strongest event', () => {
    const mark = only([placed('patrol', 'certain', {}, 'patrol'), placed('riot', 'possible')]);
    expect([mark.shape, mark.group, mark.presence]).toEqual(['chevron', 'force', 'certain']);
  });
  test('with a base for how precisely the place is known', () => {
    expect(only([placed('riot', 'certain')]).base).toBe('building');
    expect(only([placed('riot', 'certain', { precision: 'village' })]).base).toBe('spot');
    const inArea = (precision: EventPlace['precision']) =>
      marksOf(index, scene([], [placed('vote', 'certain', { precision })]))[0]!.base;
    expect(inArea('admin2_set')).toBe('set');
    expect(inArea('region')).toBe('region');
  });
  test('as chosen, with its place, its event or a claim on its event', () => {
    const chosen = (type: 'site' | 'event' | 'area', id: string) =>
      marksOf(index, scene([placed('riot', 'certain')], [], { type, id }))[0]!.selected;
    expect(chosen('site', 'Hall')).toBe(true);
    expect(chosen('event', 'riot')).toBe(true);
    expect(chosen('area', 'Hall')).toBe(false);
    expect(chosen('event', 'march')).toBe(false);
  });
});

describe('names without a mark', () => {
  test('every place on the map that has none, but no building beside the name of its town', () => {
    expect(namedSites(index, []).map(({ id }) => id)).toEqual(['Town', 'Village']);
  });
  test('a site off the map has a mark where something is there, else a name', () => {
    const here = (events: PlacedEvent[]) =>
      ({
        ...scene([]),
        away: events.length ? [{ site: sites[3], events, presence: 'certain', counts: counts(events) }] : []
      }) as Places;
    expect(awayMarksOf(index, here([placed('riot', 'certain')])).map(({ id }) => id)).toEqual(['Capital']);
    expect(awaySites(index, awayMarksOf(index, here([placed('riot', 'certain')])))).toEqual([]);
    expect(awaySites(index, awayMarksOf(index, here([]))).map(({ id }) => id)).toEqual(['Capital']);
  });
});

describe('shapes on the map', () => {
  test('an area is filled while something there is in the window, and no longer', () => {
    const shapes = (presence: ScenePresence) =>
      sceneFeatures(index, marksOf(index, scene([], [placed('vote', presence, { precision: 'admin2_set' })]))).areas
        .features;
    expect(shapes('possible').map(({ properties }) => properties)).toEqual([
      { id: 'county', edge: 'set', group: 'violence', presence: 'possible', selected: false }
    ]);
    expect(shapes('past')).toEqual([]);
  });
  test('a site has a circle of its accuracy, true to the metre within one in a hundred', () => {
    const [ring] = circle([20.8, 43], 250).coordinates;
    for (const [lng, lat] of ring as [number, number][]) {
      // Great-circle distance, by the haversine formula.
      const rad = Math.PI / 180;
      const h =
        Math.sin(((lat - 43) * rad) / 2) ** 2 +
        Math.cos(43 * rad) * Math.cos(lat * rad) * Math.sin(((lng - 20.8) * rad) / 2) ** 2;
      expect(2 * 6_371_000 * Math.asin(Math.sqrt(h))).toBeGreaterThan(247.5);
      expect(2 * 6_371_000 * Math.asin(Math.sqrt(h))).toBeLessThan(252.5);
    }
    expect(ring![0]).toEqual(ring!.at(-1));
  });
  test('every site holds its room, those off the map too, should they come into view', () => {
    expect(datasetFeatures(index).keepOut.features).toHaveLength(4);
  });
});
