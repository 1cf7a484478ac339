// The only place that lists the files of MapLibre's basemap. `no-inline`: a small file must not become a `data:` URL,
// which the Content-Security-Policy refuses to fetch.
import boundaries from '../../../../geodata/basemap/boundaries.geojson?url&no-inline';
import land from '../../../../geodata/basemap/land.geojson?url&no-inline';
import municipalities from '../../../../geodata/basemap/municipalities.geojson?url&no-inline';
import places from '../../../../geodata/basemap/places.geojson?url&no-inline';
import relief from '../../../../geodata/basemap/relief.geojson?url&no-inline';
import transport from '../../../../geodata/basemap/transport.geojson?url&no-inline';
import water from '../../../../geodata/basemap/water.geojson?url&no-inline';
import cyrillicItalic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff2?url&no-inline';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url&no-inline';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url&no-inline';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url&no-inline';
import latinExtItalic from '../../ui/fonts/noto-sans-extended-400-italic.woff2?url&no-inline';
import latinExt from '../../ui/fonts/noto-sans-extended-400-normal.woff2?url&no-inline';
import type { BasemapUrls, FontUrls } from './style.ts';

export const basemapUrls: BasemapUrls = { land, boundaries, municipalities, water, transport, places, relief };

export const fontUrls: FontUrls = {
  regular: { latin, latinExt, cyrillic },
  italic: { latin: latinItalic, latinExt: latinExtItalic, cyrillic: cyrillicItalic }
};
