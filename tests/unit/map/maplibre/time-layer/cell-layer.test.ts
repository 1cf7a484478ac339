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

test('cells that are prepared are there before the first frame, and those of other reports are not', async () => {
  const layer = new CellLayer(store, palettes.light);
  layer.prepare(ZOOM);
  await expect.poll(() => layer.cells).toEqual(finished(cellsOf(store, levelAt(ZOOM))));
  layer.recount(new EventStore({ ...store.columns }));
  expect(layer.cells).toBeNull();
});
