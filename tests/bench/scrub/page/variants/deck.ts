import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { readColumns } from '../../../../synthetic/columns-binary.ts';
import type { DayWindow } from '../../../../../src/lib/model/time.ts';
import { RADIUS_PX } from '../../plan.ts';
import { onMap, startMap } from '../map.ts';
import { columnsUrl, EVENT_COLOUR, type Variant } from '../variant.ts';

const DAYS_FROM = -40_000;
const DAYS_TO = 40_000;

/** deck.gl as its guide advises for large data: columns as attributes, filtered on the graphics card, in the map's own canvas. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);
  const extensions = [new DataFilterExtension({ filterSize: 2 })];
  let data: object;
  return {
    ...onMap(map),
    async load(rows) {
      const { length, lng, lat, softEarliest, softLatest } = readColumns(
        await (await fetch(columnsUrl(rows))).arrayBuffer(),
        columnsUrl(rows)
      );
      const positions = new Float32Array(2 * length);
      const days = new Float32Array(2 * length);
      for (let row = 0; row < length; row++) {
        positions.set([lng[row]!, lat[row]!], 2 * row);
        days.set([softEarliest[row]!, softLatest[row]!], 2 * row);
      }
      data = {
        length,
        attributes: { getPosition: { value: positions, size: 2 }, getFilterValue: { value: days, size: 2 } }
      };
    },
    show({ from, to }: DayWindow) {
      const layer = new ScatterplotLayer({
        id: 'events',
        data: data as never,
        radiusUnits: 'pixels',
        getRadius: RADIUS_PX,
        getFillColor: [...EVENT_COLOUR],
        extensions,
        filterRange: [
          [DAYS_FROM, to],
          [from, DAYS_TO]
        ]
      } as never);
      overlay.setProps({ layers: [layer] });
    }
  };
}
