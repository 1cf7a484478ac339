import { expect, test } from 'vitest';
import { CellLayer } from '../../../../../src/lib/map/maplibre/time-layer/cell-layer.ts';
import { levelAt } from '../../../../../src/lib/map/maplibre/time-layer/cell-grid.ts';
import { cellsOf } from '../../../../../src/lib/map/maplibre/time-layer/cells.ts';
import { EventStore } from '../../../../../src/lib/model/event-store.ts';
import { finished } from '../../../../../src/lib/model/steps.ts';
import { palettes } from '../../../../../src/lib/ui/palette.ts';
import { syntheticColumns } from '../../../../synthetic/generate.ts';

const ZOOM = 9.3;
const store = new EventStore(syntheticColumns({ rows: 5000 }));

async function prepared(): Promise<CellLayer> {
  const layer = new CellLayer(store, palettes.light);
  layer.prepare(ZOOM);
  await expect.poll(() => layer.cells).not.toBeNull();
  return layer;
}

test('cells that are prepared are there before the first frame', async () => {
  const layer = await prepared();
  expect(layer.cells).toEqual(finished(cellsOf(store, levelAt(ZOOM))));
});

test('where other reports count, it is drawn as it was until their cells are built', async () => {
  const layer = await prepared();
  const before = layer.cells;
  const other = new EventStore({ ...store.columns });
  layer.recount(other);
  expect(layer.cells).toBe(before);
  expect(layer.store).toBe(store);
  await expect.poll(() => layer.cells).not.toBe(before);
  expect(layer.store).toBe(other);
  expect(layer.cells).toEqual(finished(cellsOf(other, levelAt(ZOOM))));
});

test('reports that count no longer when their cells are due are not drawn', async () => {
  const layer = await prepared();
  const [other, last] = [new EventStore({ ...store.columns }), new EventStore({ ...store.columns })];
  layer.recount(other);
  layer.recount(last);
  await expect.poll(() => layer.store).not.toBe(store);
  expect(layer.store).toBe(last);
});
