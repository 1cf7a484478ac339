// `no-inline`: a small file must not become a `data:` URL, which the Content-Security-Policy refuses to fetch.
import cyrillicItalic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff2?url&no-inline';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url&no-inline';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url&no-inline';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url&no-inline';
import latinExtItalic from '../../ui/fonts/noto-sans-extended-400-italic.woff2?url&no-inline';
import latinExt from '../../ui/fonts/noto-sans-extended-400-normal.woff2?url&no-inline';
import type { FontUrls } from './style.ts';

export { facts as basemapFacts, urls as basemapUrls } from 'virtual:basemap-files';

export const fontUrls: FontUrls = {
  regular: { latin, latinExt, cyrillic },
  italic: { latin: latinItalic, latinExt: latinExtItalic, cyrillic: cyrillicItalic }
};
