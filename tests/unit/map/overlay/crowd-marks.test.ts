import { expect, test } from 'vitest';
import { crowdMarks, eachMark } from '../../../../src/lib/map/overlay/crowd-marks.ts';
import { gatherMarks, gatherPlaces } from '../../../../src/lib/map/overlay/gathered.ts';
import { MOST_TITLES } from '../../../../src/lib/map/overlay/mark-text.ts';
import { marksOf, type Mark } from '../../../../src/lib/map/overlay/marks.ts';
import { firstFrame, projector } from '../../../../src/lib/map/projection.ts';
import type { Dataset, DatasetEvent } from '../../../../src/lib/model/dataset.ts';
import { indexDataset, type DatasetIndex } from '../../../../src/lib/model/index-dataset.ts';
import { placesOf } from '../../../../src/lib/model/places.ts';
import type { ViewState } from '../../../../src/lib/model/view.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { syntheticDataset } from '../../../synthetic/dataset.ts';
import { syntheticColumns } from '../../../synthetic/generate.ts';
import { numbers, randomView } from '../../random-view.ts';

const like = loadDataset('geodata', 'en');
const made = syntheticDataset(like, syntheticColumns({ rows: 3000 }));
const { bounds } = like.info.firstView;

/** Some at other precisions, on other evidence and in areas too, or in areas alone; and some sites off the map. */
function placedOtherwise(sites: Dataset['sites'], siteOf: (ref: string, at: number) => string): Dataset {
  const areas = Array.from({ length: 30 }, (_, at) => ({
    ...like.areas[0]!,
    id: `area-${at}`,
    labelLngLat: [bounds[0] + (at % 6) * 0.1, bounds[1] + Math.floor(at / 6) * 0.1] as [number, number]
  }));
  const events = made.events.map((event, at): DatasetEvent => {
    const basis = (['article', 'inferred', 'external'] as const)[at % 3]!;
    const inArea = { ref: areas[at % 30]!.id, basis, precision: at % 2 ? 'region' : 'admin2_set' } as const;
    const refs = [...new Set(event.places.map(({ ref }) => siteOf(ref, at)))];
    const atSites = refs.map((ref) => ({ ref, basis, precision: at % 3 ? 'village' : 'named_building' }) as const);
    return { ...event, places: at % 5 === 0 ? [inArea] : at % 5 === 1 ? [...atSites, inArea] : atSites };
  });
  return { ...made, areas, events, sites: sites.map((site, at) => ({ ...site, offMap: at % 50 === 0 })) };
}

const few = made.sites.slice(0, 60);
const indexes = {
  many: indexDataset(placedOtherwise(made.sites, (ref) => ref)),
  few: indexDataset(placedOtherwise(few, (_, at) => few[at % few.length]!.id))
};

/** The first events, in their order: a mark of many has no others. */
const told = ({ events, ...mark }: Mark) => ({ ...mark, events: events.slice(0, MOST_TITLES) });

/** With an event, or a claim, selected in every other view: one that is selected is told in all of its areas. */
function viewOf(index: DatasetIndex, seed: number, random: ReturnType<typeof numbers>): ViewState {
  const view = randomView(index, random);
  const event = index.dataset.events[seed * 5 + 1]!;
  if (seed % 3 === 0) return { ...view, selection: { type: 'event', id: event.id } };
  return seed % 3 === 1 ? { ...view, selection: { type: 'claim', id: event.claims[0]!.id } } : view;
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
test.each(seeds.flatMap((seed) => [['many', seed] as const, ['few', seed] as const]))(
  'marks of %s sites with many events are those gathered of the marks of all (%i)',
  (sites, seed) => {
    const index = indexes[sites];
    const { camera, size } = firstFrame(index.dataset.info.firstView.bounds);
    const random = numbers(seed);
    const view = viewOf(index, seed, random);
    // Far out nearly all share a mark, near few do.
    const project = projector({ ...camera, zoom: camera.zoom - 2 + 6 * random.next().value }, size);
    const groups = gatherPlaces(index, project);
    const all = marksOf(index, placesOf(index, view));
    const onMap = { sites: index.dataset.sites.filter(({ offMap }) => !offMap), areas: index.dataset.areas };
    const crowds = crowdMarks(index, view, groups, onMap).map(told);
    expect(crowds).toEqual(gatherMarks(index, all, groups).map(told));
    expect(new Set(crowds.map(({ type }) => type)).size).toBe(2);
    const each = eachMark(index, view).map(told);
    expect(each).toEqual(all.filter(({ type, selected }) => sites === 'few' || type === 'area' || selected).map(told));
  }
);
