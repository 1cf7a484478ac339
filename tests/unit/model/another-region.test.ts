import { expect, test } from 'vitest';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { sceneAt, storylineOf } from '../../../src/lib/model/scene.ts';
import { firstView } from '../../../src/lib/model/view.ts';

// An invented island: the program may know nothing that its data does not say.
const index = indexDataset(loadDataset('tests/fixtures/region'));

test('another region’s data makes scenes by the same code', () => {
  const view = { ...firstView(index.dataset.info), day: index.dataset.info.domain.to, window: 'all' as const };
  const scene = sceneAt(index, view);
  expect(scene.events.length).toBe(index.dataset.events.length);
  expect(storylineOf(index, view).events.length).toBe(index.dataset.events.length);
});

test('a region without troop statements has no troop state, and everything else', () => {
  const peaceful = indexDataset({ ...index.dataset, troops: null });
  const scene = sceneAt(peaceful, {
    ...firstView(peaceful.dataset.info),
    window: 'all',
    day: peaceful.dataset.info.domain.to
  });
  expect(scene.troops).toBeNull();
  expect(scene.events.length).toBe(index.dataset.events.length);
});
