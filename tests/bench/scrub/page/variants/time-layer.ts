import { createCellLayer, type CellLayer } from '../../../../../src/lib/map/maplibre/time-layer/cell-layer.ts';
import { drawnRows } from '../../../../e2e/time-layer-page/read-back.ts';
import { packColumns } from '../../../../../src/lib/model/pack-columns.ts';
import { readColumns } from '../../../../synthetic/columns-binary.ts';
import { palettes } from '../../../../../src/lib/ui/palette.ts';
import { onMap, startMap } from '../map.ts';
import { columnsUrl, type Variant } from '../variant.ts';

/** The layer of this map, with its own symbols and counts, over the same empty map. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  let layer: CellLayer;
  return {
    ...onMap(map),
    async load(rows) {
      const file = await (await fetch(columnsUrl(rows))).arrayBuffer();
      layer = createCellLayer(packColumns(readColumns(file, columnsUrl(rows))), palettes.light);
      map.addLayer(layer);
    },
    show: (window, choice) => layer.show({ ...window, ...choice, pastDays: 0 }),
    async drawnRows() {
      const symbols = (await drawnRows(layer.symbols)).map((row) => layer.symbolRows[row]!);
      const { crowds, cells, view } = layer;
      const counted = crowds.flatMap(({ cell, count }) => {
        const rows = cells!.rowsIn(cell, view);
        const events = new Set(rows.map((row) => layer.store.columns.event.at(row))).size;
        if (events !== count) throw new Error(`a count says ${count} where there are ${events} events`);
        return rows;
      });
      return [...symbols, ...counted].sort((a, b) => a - b);
    }
  };
}
