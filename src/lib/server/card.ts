import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { english } from '../i18n/catalogues.ts';
import { pictureOf } from '../map/picture.ts';
import { wrapText } from '../map/text-width.ts';
import { indexDataset } from '../model/index-dataset.ts';
import { sceneAt } from '../model/scene.ts';
import { firstView } from '../model/view.ts';
import { palettes } from '../ui/palette.ts';
import { geodataDir, loadDataset } from './dataset.ts';
import { staticGround, staticNames } from './static-ground.ts';
import { woffToSfnt } from './woff.ts';

/** What sites that show links ask for. */
const SIZE = { width: 1200, height: 630 };
const PANEL_PX = 420;
const MARGIN_PX = 48;

/** The social card as SVG: the map with everything reported so far on the last day, beside the title. */
export function cardSvg(dir: string = geodataDir()): string {
  const dataset = loadDataset(dir);
  const index = indexDataset(dataset);
  const { info, articles, claims } = dataset;
  const scene = sceneAt(index, { ...firstView(info), day: info.domain.to, window: 'all' });
  const basemap = { pieces: staticGround(dir, dataset), names: staticNames(dir, dataset) };
  const size = { width: SIZE.width - PANEL_PX, height: SIZE.height };
  const map = pictureOf({ language: english, index, scene, basemap, theme: 'light', size });
  const { paper, ink, inkSoft, violence } = palettes.light;
  const fits = PANEL_PX - MARGIN_PX - 24;
  const title = wrapText(info.title, fits, 46, true);
  const subtitle = wrapText(info.subtitle, fits, 25);
  const text = (words: string, y: number, px: number, fill: string, weight = 400) =>
    `<text x="${MARGIN_PX}" y="${y}" font-size="${px}" font-weight="${weight}" fill="${fill}">${plain(words)}</text>`;
  const subtitleY = 152 + title.length * 56;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" font-family="Noto Sans, sans-serif">`,
    map.replace('<svg ', `<svg x="${PANEL_PX}" `),
    `<rect width="${PANEL_PX}" height="${SIZE.height}" fill="${paper}"/>`,
    `<rect x="${MARGIN_PX}" y="84" width="56" height="6" fill="${violence}"/>`,
    ...title.map((line, at) => text(line, 152 + at * 56, 46, ink, 600)),
    ...subtitle.map((line, at) => text(line, subtitleY + at * 36, 25, inkSoft)),
    text(english.t('card.counts', { articles: articles.length, claims: claims.length }), SIZE.height - 88, 21, ink),
    text(info.attribution[0]?.text ?? '', SIZE.height - 52, 15, inkSoft),
    '</svg>'
  ].join('');
}

const plain = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The social card as PNG. */
export function cardPng(dir?: string): Uint8Array {
  const fonts = mkdtempSync(join(tmpdir(), 'fonts-'));
  try {
    const image = new Resvg(cardSvg(dir), {
      font: { fontFiles: unpackFonts(fonts), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' }
    });
    return image.render().asPng();
  } finally {
    rmSync(fonts, { recursive: true });
  }
}

/** The bundled fonts as the files that the rasteriser reads; it knows no web fonts. */
function unpackFonts(into: string): string[] {
  const packages = createRequire(resolve('package.json'));
  return ['latin', 'latin-ext', 'cyrillic'].flatMap((subset) =>
    [400, 700].map((weight) => {
      const file = join(into, `${subset}-${weight}.ttf`);
      const woff = packages.resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`);
      writeFileSync(file, woffToSfnt(readFileSync(woff)));
      return file;
    })
  );
}
