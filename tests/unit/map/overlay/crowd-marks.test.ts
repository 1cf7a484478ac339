import { expect, test } from 'vitest';
import { crowdMarks } from '../../../../src/lib/map/overlay/crowd-marks.ts';
import { gatherMarks, gatherPlaces } from '../../../../src/lib/map/overlay/gathered.ts';
import { MOST_TITLES } from '../../../../src/lib/map/overlay/mark-text.ts';
import { marksOf, type Mark } from '../../../../src/lib/map/overlay/marks.ts';
import { firstFrame, projector } from '../../../../src/lib/map/projection.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import { placesOf } from '../../../../src/lib/model/places.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { syntheticDataset } from '../../../synthetic/dataset.ts';
import { syntheticColumns } from '../../../synthetic/generate.ts';
import { numbers, randomView } from '../../random-view.ts';

const like = loadDataset('geodata', 'en');
const made = syntheticDataset(like, syntheticColumns({ rows: 3000 }));
const index = indexDataset({
  ...made,
  areas: like.areas,
  // Some at other precisions and on other evidence, and some sites off the map.
  events: made.events.map((event, at) => ({
    ...event,
    places: event.places.map((place) => ({
      ...place,
      precision: at % 3 ? place.precision : 'named_building',
      basis: (['article', 'inferred', 'external'] as const)[at % 3]!
    }))
  })),
  sites: made.sites.map((site, at) => ({ ...site, offMap: at % 50 === 0 }))
});
const { camera, size } = firstFrame(index.dataset.info.firstView.bounds);

/** The first events, in their order: a mark of many has no others. */
const told = ({ events, ...mark }: Mark) => ({ ...mark, events: events.slice(0, MOST_TITLES) });

test.each([1, 2, 3, 4, 5, 6, 7, 8])('marks of many sites are those gathered of the marks of all (%i)', (seed) => {
  const random = numbers(seed);
  const view = randomView(index, random);
  // Far out nearly all share a mark, near few do.
  const project = projector({ ...camera, zoom: camera.zoom - 2 + 6 * random.next().value }, size);
  const groups = gatherPlaces(index, project);
  const all = marksOf(index, { view, sites: placesOf(index, view).sites, areas: [] });
  const expected = gatherMarks(index, all, groups).map(told);
  expect(crowdMarks(index, view, groups, (site) => !site.offMap).map(told)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});
