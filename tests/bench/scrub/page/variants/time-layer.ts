import { createTimeLayer, type TimeLayer } from '../../../../../src/lib/map/maplibre/time-layer/time-layer.ts';
import { drawnRows } from '../../../../e2e/time-layer-page/read-back.ts';
import { readColumns } from '../../../../synthetic/columns-binary.ts';
import { palettes } from '../../../../../src/lib/ui/palette.ts';
import { onMap, startMap } from '../map.ts';
import { columnsUrl, type Variant } from '../variant.ts';

/** The layer of this map, with its own symbols and clusters, over the same empty map. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  let layer: TimeLayer;
  return {
    ...onMap(map),
    async load(rows) {
      const file = await (await fetch(columnsUrl(rows))).arrayBuffer();
      layer = createTimeLayer(readColumns(file, columnsUrl(rows)), palettes.light);
      map.addLayer(layer);
    },
    show: ({ from, to }) => layer.show({ from, to, asOf: null, hiddenKinds: 0, pastDays: 0 }),
    drawnRows: () => drawnRows(layer)
  };
}
