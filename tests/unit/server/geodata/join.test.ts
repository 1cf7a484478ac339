import { expect, test } from 'vitest';
import { isoDay } from '../../../../src/lib/model/day.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { editedRegion, REGION } from './fixture.ts';

const region = loadDataset(REGION);

test('articles stand by publication, claims as in their articles, events by date', () => {
  expect(region.articles.map(({ id }) => id)).toEqual(['courier-2031-05-13', 'herald-2031-06-20']);
  expect(region.claims.map(({ id }) => id)).toEqual([
    'courier-01',
    'courier-02',
    'courier-03',
    'herald-01',
    'herald-02',
    'herald-03',
    'herald-04'
  ]);
  expect(region.events.map(({ id }) => id)).toEqual(['quay-clash', 'reinforcement', 'council']);
});

test('dates become days, with their basis', () => {
  const [first] = region.claims;
  expect(first?.date).toMatchObject({ edtf: '2031-05-12', basis: '“Monday” before the printed Tuesday' });
  expect(isoDay(first?.date.earliest ?? region.info.domain.from)).toBe('2031-05-12');
  expect([region.info.domain.from, region.info.domain.to, region.info.firstView.day].map(isoDay)).toEqual([
    '2031-01-01',
    '2031-12-31',
    '2031-05-12'
  ]);
  expect(region.troops?.flows[0]?.notBefore).toMatchObject({ day: first?.date.earliest });
});

test('what may be left out is filled in', () => {
  const [clash, reinforcement] = region.events;
  expect(clash?.planned).toBe(false);
  expect(clash?.claims).toEqual([
    { id: 'courier-01', role: 'about', basis: 'article' },
    { id: 'herald-02', role: 'about', basis: 'inferred', why: 'the only clash of that month in these articles' }
  ]);
  expect(reinforcement?.claims[1]).toEqual({ id: 'courier-03', role: 'said', basis: 'article' });
  expect(region.claims.filter(({ background }) => background).map(({ id }) => id)).toEqual(['herald-04']);
});

test('chapters stand as they are told, their days as days', () => {
  expect(region.story.map(({ id, window }) => [id, typeof window === 'number' ? isoDay(window) : window])).toEqual([
    ['quay', 'day'],
    ['more-guards', '2031-05-13']
  ]);
  expect(region.story[0]).toMatchObject({
    day: region.info.firstView.day,
    selection: { type: 'event', id: 'quay-clash' },
    bounds: [10.4, 54.3, 10.6, 54.5]
  });
  expect(region.story[1]).toMatchObject({ selection: null, bounds: null });
});

test('a region without a story has no chapters', () => {
  const { dir, remove } = editedRegion([{ file: 'story.json', delete: true }]);
  expect(loadDataset(dir).story).toEqual([]);
  remove();
});

test('claims know their article; sites and areas their place', () => {
  expect(region.claims.map(({ article }) => article.split('-')[0])).toEqual(
    region.claims.map(({ id }) => id.split('-')[0])
  );
  expect(region.sites[0]).toMatchObject({ id: 'quay-hall', lngLat: [10.5, 54.4] });
  expect(region.areas.map(({ id, geometry, labelLngLat }) => [id, geometry?.type, labelLngLat])).toEqual([
    ['north-shore', 'Polygon', [10.5, 54.5]],
    ['testholm', undefined, null]
  ]);
});

test('the result is plain data: it survives JSON, and carries nothing of the schemas', () => {
  const text = JSON.stringify(region);
  expect(JSON.parse(text)).toEqual(region);
  expect(text).not.toContain('$schema');
});

test('a region without troops has none', () => {
  const { dir, remove } = editedRegion([{ file: 'troops.json', delete: true }]);
  // herald-01 was used by the troop track alone.
  expect(() => loadDataset(dir)).toThrow('"herald-01" is in no event and no troop track');
  remove();
  const edited = editedRegion([
    { file: 'troops.json', delete: true },
    { file: 'articles/herald-2031-06-20.json', path: ['claims', 0, 'background'], set: true }
  ]);
  expect(loadDataset(edited.dir).troops).toBeNull();
  edited.remove();
});
