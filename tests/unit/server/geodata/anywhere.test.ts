import { afterAll, expect, test } from 'vitest';
import { DatasetStore } from '../../../../src/lib/model/dataset-columns.ts';
import { english } from '../../../../src/lib/i18n/catalogues.ts';
import { formatRange } from '../../../../src/lib/i18n/format.ts';
import { parseDay, type Day } from '../../../../src/lib/model/day.ts';
import type { Quantity } from '../../../../src/lib/model/dataset.ts';
import { figuresOf } from '../../../../src/lib/model/figures.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import { placesOf } from '../../../../src/lib/model/places.ts';
import { sceneAt } from '../../../../src/lib/model/scene.ts';
import { firstView } from '../../../../src/lib/model/view.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { marksOf } from '../../../../src/lib/map/overlay/marks.ts';
import { editedRegion, REGION } from './fixture.ts';

const undo: (() => void)[] = [];
afterAll(() => undo.forEach((remove) => remove()));

/** What the check says of the region with other bounds. */
function saidOf(bounds: readonly number[]) {
  const { dir, remove } = editedRegion([
    { file: 'dataset.json', path: ['bounds'], set: bounds },
    { file: 'dataset.json', path: ['firstView', 'bounds'], set: bounds }
  ]);
  undo.push(remove);
  return validateGeodata(dir).problems.filter(({ rule }) => rule === 'V38');
}

test.each([
  ['over the antimeridian, as RFC 7946 writes it', [177, -19, -178, -16]],
  ['over the antimeridian, going on', [177, -19, 182, -16]],
  ['the world', [-180, -60, 180, 80]]
])('%s is a box', (_, bounds) => {
  expect(saidOf(bounds)).toEqual([]);
});

test('what the map cannot show is refused with what to write', () => {
  expect(saidOf([-10, 70, 40, 90])[0]?.advice).toContain('[-10, 70, 40, 85.05]');
  expect(saidOf([40, 50, 30, 60])[0]?.advice).toContain('[west, south, east, north]');
});

const island = loadDataset(REGION);

/** The events of the island, each on a day of its own from here on. */
function inYear(iso: string) {
  const first = parseDay(iso)!;
  const events = island.events.map((event, at) => {
    const day = (first + at) as Day;
    const date = { earliest: day, latest: day, softEarliest: day, softLatest: day };
    return { ...event, extent: 'within' as const, date: { ...event.date, ...date } };
  });
  const domain = { from: first, to: (first + events.length) as Day };
  return { ...island, events, info: { ...island.info, domain } };
}

test.each(['1300-01-01', '1865-03-02', '1879-12-31', '1945-01-01', '2059-09-16', '2400-01-01'])(
  'an event of %s is on its day alone',
  (iso) => {
    const dataset = inYear(iso);
    const index = indexDataset(dataset);
    const view = { ...firstView(dataset.info), window: 'day' as const };
    for (const [at, { id }] of dataset.events.entries()) {
      const shown = sceneAt(index, { ...view, day: (dataset.info.domain.from + at) as Day }).events;
      expect(shown.map(({ event }) => event.id)).toEqual([id]);
    }
    expect(new DatasetStore(dataset).reported([]).firstDay(0)).toBe(dataset.info.domain.from);
  }
);

test('“about 3” is about 3, and at most 5 no 5', () => {
  const index = indexDataset(island);
  const claim = island.claims[0]!;
  const told = (...quantities: Partial<Quantity>[]) => {
    const stated = quantities.map((quantity) => ({
      claim: { ...claim, quantities: [{ ...PEOPLE, ...quantity }] },
      reported: 'certain' as const
    }));
    const [figure] = figuresOf(index, stated as never);
    return formatRange(english, figure!.lower, figure!.upper, figure!.about);
  };
  expect(told({ bound: 'approximately', value: 3 })).toBe('about 3');
  expect(told({ bound: 'approximately', value: 3 }, { bound: 'exact', value: 5, lower: 5, upper: 5 })).toBe(
    'about 3 to 5'
  );
  expect(told({ bound: 'at_most', value: 5, upper: 5 })).toBe('at most 5');
  expect(told({ bound: 'at_least', value: 5, lower: 5 })).toBe('at least 5');
});

const PEOPLE: Quantity = {
  measure: 'killed',
  unit: 'persons',
  party: 'crowd',
  bound: 'exact',
  value: null,
  lower: null,
  upper: null
};

test('sites at the very same point each have their mark', () => {
  const [first] = island.sites;
  const sites = island.sites.map((site) => ({ ...site, lngLat: first!.lngLat }));
  const marked = (of: typeof island) => {
    const index = indexDataset(of);
    const view = { ...firstView(of.info), day: of.info.domain.to, window: 'all' as const };
    return marksOf(index, placesOf(index, view)).length;
  };
  expect(marked(island)).toBeGreaterThan(0);
  expect(marked({ ...island, sites })).toBe(marked(island));
});
