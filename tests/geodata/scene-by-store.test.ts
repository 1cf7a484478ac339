import { expect, test } from 'vitest';
import { addDays } from '../../src/lib/model/day.ts';
import { indexDataset, type DatasetIndex } from '../../src/lib/model/index-dataset.ts';
import { sceneAt, storylineOf } from '../../src/lib/model/scene.ts';
import { firstView, WINDOW_PRESETS, type ViewState } from '../../src/lib/model/view.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { bruteScene, bruteStory } from '../unit/model/brute-scene.ts';
import { numbers, randomView } from '../unit/random-view.ts';

/** Whole scenes are compared, hundreds of times. */
const LONG_MS = 120_000;

function expectSame(index: DatasetIndex, view: ViewState) {
  expect(sceneAt(index, view)).toEqual(bruteScene(index, view));
  expect(storylineOf(index, view).events).toEqual(bruteStory(index, view).events);
}

for (const folder of [undefined, 'tests/fixtures/region']) {
  const index = indexDataset(loadDataset(folder));
  const { domain } = index.dataset.info;

  test(
    `the store shows every day of ${index.dataset.info.id} as asking every event does`,
    () => {
      for (let day = domain.from; day <= domain.to; day = addDays(day, 1)) {
        const window = WINDOW_PRESETS[day % WINDOW_PRESETS.length]!;
        expectSame(index, { ...firstView(index.dataset.info), day, window, asOf: day % 3 ? 'everything' : 'day' });
      }
    },
    LONG_MS
  );

  test(
    `and 1,000 views of ${index.dataset.info.id} at random`,
    () => {
      const random = numbers(11);
      for (let i = 0; i < 1000; i++) expectSame(index, randomView(index, random));
    },
    LONG_MS
  );
}
