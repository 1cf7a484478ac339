import { expect, test } from 'vitest';
import type { Dataset, DatasetEvent } from '../../../src/lib/model/dataset.ts';
import { beginningOn } from '../../../src/lib/model/chronicle.ts';
import { histogramOf } from '../../../src/lib/model/histogram.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { longChronicle, longPast } from '../../../src/lib/model/long-chronicle.ts';
import { sceneAt, totalOf } from '../../../src/lib/model/scene.ts';
import { stopsOf } from '../../../src/lib/model/stops.ts';
import { neighbourOf } from '../../../src/lib/model/story-events.ts';
import { changed, firstView, WINDOW_PRESETS, type ViewState } from '../../../src/lib/model/view.ts';
import { crowdMarks, eachMark } from '../../../src/lib/map/overlay/crowd-marks.ts';
import { MOST_TITLES } from '../../../src/lib/map/overlay/mark-text.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { syntheticDataset } from '../../synthetic/dataset.ts';
import { atFewPlaces } from '../../synthetic/few-places.ts';
import { syntheticColumns } from '../../synthetic/generate.ts';
import { brutePlaces, bruteScene } from './brute-scene.ts';

/** A data set that says how many events are read in full: their claims are asked for where an object is made of one. */
function watched(dataset: Dataset): { dataset: Dataset; read: Set<DatasetEvent> } {
  const read = new Set<DatasetEvent>();
  const events = dataset.events.map((event) => {
    const { claims } = event;
    return Object.defineProperty({ ...event }, 'claims', {
      enumerable: true,
      get(this: DatasetEvent) {
        read.add(this);
        return claims;
      }
    });
  });
  return { dataset: { ...dataset, events }, read };
}

const many = syntheticDataset(loadDataset('tests/fixtures/region'), syntheticColumns({ rows: 4000 }));
const DOMAIN = { from: 19_358, to: 19_722 } as Dataset['info']['domain'];
many.info = { ...many.info, domain: DOMAIN };

test('a step, a filter or another day of the second clock makes an object of the events that are seen alone', () => {
  const { dataset, read } = watched(many);
  const index = indexDataset(dataset);
  const { kinds } = dataset.codes;
  const first: ViewState = { ...firstView(dataset.info), day: DOMAIN.to, window: 'all' };
  // The columns are made once, from all.
  sceneAt(index, first);
  read.clear();
  const views = [
    first,
    changed(first, { day: (DOMAIN.from + 180) as ViewState['day'] }),
    changed(first, { asOf: 'day', day: (DOMAIN.from + 200) as ViewState['day'] }),
    changed(first, { hiddenKinds: [kinds[0]!.id] }),
    changed(first, { hiddenArticles: [dataset.articles[3]!.id] })
  ];
  for (const view of views) {
    const scene = sceneAt(index, view);
    expect(totalOf(scene.counts)).toBeGreaterThan(1000);
    longChronicle(index, scene).slice(20, 60);
    longPast(index, scene).slice(0, 40);
    beginningOn(index, scene);
    const store = index.store.reported(view.hiddenArticles);
    stopsOf(store, scene.storeQuery, DOMAIN);
    histogramOf(store, { ...scene.storeQuery, ...DOMAIN }, 2);
    neighbourOf(index, view, dataset.events[700]!, 1);
    expect(eachMark(index, view)).toEqual([]);
  }
  expect(read.size).toBeGreaterThan(40);
  expect(read.size).toBeLessThan(dataset.events.length / 10);
});

test('marks of a few places with many events make no object of them, but of those whose titles are read', () => {
  const { dataset, read } = watched(atFewPlaces(many));
  const index = indexDataset(dataset);
  const view: ViewState = { ...firstView(dataset.info), day: DOMAIN.to, window: 'all' };
  const all = { sites: dataset.sites, areas: dataset.areas };
  sceneAt(index, view);
  read.clear();
  const marks = [...eachMark(index, view), ...crowdMarks(index, view, null, all)];
  expect(marks.reduce((sum, { total }) => sum + total, 0)).toBeGreaterThan(5000);
  expect(read.size).toBe(0);
  for (const { events } of marks) expect(events).toHaveLength(MOST_TITLES);
  expect(read.size).toBeLessThanOrEqual(marks.length * MOST_TITLES);
});

test('the counts of many events are those of asking each, and a selected site is marked as in the whole scene', () => {
  const index = indexDataset(many);
  for (const [at, window] of WINDOW_PRESETS.entries()) {
    const id = many.events[500 + at]!.places[0]!.ref;
    const view: ViewState = {
      ...firstView(many.info),
      day: (DOMAIN.from + 60 + 70 * at) as ViewState['day'],
      window,
      asOf: at % 2 ? 'day' : 'everything',
      selection: { type: 'site', id }
    };
    const [scene, brute] = [sceneAt(index, view), bruteScene(index, view)];
    expect([scene.counts, scene.countsByKind, scene.pastCount]).toEqual([
      brute.counts,
      brute.countsByKind,
      brute.pastCount
    ]);
    const there = brutePlaces(index, view).sites.filter(({ site }) => site.id === id);
    expect(eachMark(index, view).map(({ counts, presence }) => ({ counts, presence }))).toEqual(
      there.map(({ counts, presence }) => ({ counts, presence }))
    );
  }
});
