import { LAST_LATITUDE } from '../../model/longitude.ts';
import { growBounds, mercatorBox, PAN_MARGIN, toMercator, type Bounds } from '../../map/projection.ts';
import type { BasemapFacts } from '../../map/maplibre/style.ts';
import type { Dataset, LngLat } from '../../model/dataset.ts';
import { featuresOf } from './features.ts';
import { hasSea } from './sea.ts';

/** What is so of the basemap of a data folder, for the map and the words below it. */
export function basemapFacts(dir: string, { info }: Pick<Dataset, 'info'>): BasemapFacts {
  const { x, y, width, height } = mercatorBox(onEarth(growBounds(info.bounds, PAN_MARGIN)));
  const place = (lngLat: readonly number[]) => {
    const at = toMercator([
      lngLat[0]!,
      Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lngLat[1]!))
    ] as unknown as LngLat);
    return [at.x, at.y] as const;
  };
  const transport = [...featuresOf(dir, 'transport'), ...featuresOf(dir, 'water')];
  return {
    sea: hasSea(featuresOf(dir, 'land'), place, [x, y, x + width, y + height]),
    schematic: transport.some(({ properties }) => properties?.schematic === true),
    disputed: featuresOf(dir, 'boundaries').some(({ properties }) => properties?.status === 'disputed')
  };
}

const onEarth = ([west, south, east, north]: Bounds): Bounds => [
  Math.max(west, -180),
  Math.max(south, -LAST_LATITUDE),
  Math.min(east, 180),
  Math.min(north, LAST_LATITUDE)
];
