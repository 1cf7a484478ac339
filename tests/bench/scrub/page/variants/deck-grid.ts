import { ScreenGridLayer } from '@deck.gl/aggregation-layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { EventColumns } from '../../../../../src/lib/model/event-columns.ts';
import { readColumns } from '../../../../synthetic/columns-binary.ts';
import { onMap, startMap } from '../map.ts';
import { columnsUrl, type Variant } from '../variant.ts';

/** As small as the squares of this map get. */
const CELL_PX = 54;

/** What the layer keeps of its squares, in one number each; `NaN` where a square is empty. */
type Aggregator = { binCount: number; getResult(channel: 0): { buffer: { readSyncWebGL(): Uint8Array } } };

/**
 * deck.gl's counts by squares of the screen, added up on the graphics card. The events of the window are picked out on the
 * page: of version 9.4 the layer counts all that it was given, whatever range a `DataFilterExtension` has.
 */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);
  let columns: EventColumns;
  let drawn: Aggregator;
  class Grid extends ScreenGridLayer {
    static override layerName = 'Grid';
    override draw(options: Parameters<ScreenGridLayer['draw']>[0]) {
      super.draw(options);
      drawn = this.state.aggregator as unknown as Aggregator;
    }
  }
  return {
    ...onMap(map),
    async load(rows) {
      columns = readColumns(await (await fetch(columnsUrl(rows))).arrayBuffer(), columnsUrl(rows));
    },
    show({ from, to }) {
      const { length: rows, lng, lat, softEarliest, softLatest } = columns;
      const positions = new Float64Array(3 * rows);
      let length = 0;
      for (let row = 0; row < rows; row++) {
        if (softEarliest[row]! > to || softLatest[row]! < from) continue;
        positions[3 * length] = lng[row]!;
        positions[3 * length + 1] = lat[row]!;
        length++;
      }
      const layer = new Grid({
        id: 'events',
        data: { length, attributes: { getPosition: { value: positions.subarray(0, 3 * length), size: 3 } } } as never,
        cellSizePixels: CELL_PX,
        gpuAggregation: true
      });
      overlay.setProps({ layers: [layer] });
    },
    counted() {
      const { buffer, byteOffset } = drawn.getResult(0).buffer.readSyncWebGL();
      const counts = new Float32Array(buffer, byteOffset, drawn.binCount);
      return counts.reduce((sum, count) => sum + (count || 0), 0);
    }
  };
}
