import { drawableForm } from './drawable.ts';
import { english } from '../../i18n/catalogues.ts';
import { mapShapes, svgDocument } from '../../map/svg/map-picture.ts';
import type { Shape } from '../../svg/shape.ts';
import { textLines } from '../../svg/text-lines.ts';
import { wrapText } from '../../svg/text-width.ts';
import { sceneAt } from '../../model/scene.ts';
import { firstView } from '../../model/view.ts';
import { palettes } from '../../ui/palette.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { rasterise } from './rasterise.ts';
import { sharedIndex } from './shared-data.ts';
import { svgBasemap, svgBasemapNames, svgSurroundings } from '../basemap/svg-basemap.ts';

/** The size that sites with link previews ask for. */
export const CARD_PX = { width: 1200, height: 630 };
const PANEL_PX = 420;
export const MARGIN_PX = 48;

/** The social card as SVG: the map with everything reported so far on the last day, beside the title. */
export function cardSvg(dir: string = geodataDir()): string {
  const dataset = loadDataset(dir);
  const index = sharedIndex(dataset);
  const { info, articles, claims } = dataset;
  const scene = sceneAt(index, {
    ...firstView(info),
    nameForm: drawableForm(dataset, info.firstView.nameForm),
    day: info.domain.to,
    window: 'all'
  });
  const basemap = {
    pieces: svgBasemap(dir, dataset),
    names: svgBasemapNames(dir, dataset),
    surroundings: svgSurroundings(dir, dataset)
  };
  const size = { width: CARD_PX.width - PANEL_PX, height: CARD_PX.height };
  const map = mapShapes({ language: english, index, scene, basemap, theme: 'light', size });
  const { paper, ink, inkSoft, violence } = palettes.light;
  const fits = PANEL_PX - MARGIN_PX - 24;
  const title = wrapText(info.title, fits, 46, true);
  const subtitle = wrapText(info.subtitle, fits, 25);
  const x = MARGIN_PX;
  const subtitleY = 152 + title.length * 56;
  const shapes: Shape[] = [
    { tag: 'svg', attributes: { x: PANEL_PX, ...size }, children: map },
    { tag: 'rect', attributes: { width: PANEL_PX, height: CARD_PX.height, fill: paper } },
    { tag: 'rect', attributes: { x, y: 84, width: 56, height: 6, fill: violence } },
    ...textLines(title, { x, y: 152 }, { px: 46, linePx: 56, fill: ink, bold: true }),
    ...textLines(subtitle, { x, y: subtitleY }, { px: 25, linePx: 36, fill: inkSoft }),
    ...textLines(
      [english.t('card.counts', { articles: articles.length, claims: claims.length })],
      { x, y: CARD_PX.height - 88 },
      { px: 21, linePx: 0, fill: ink }
    ),
    ...textLines([info.attribution[0]?.text ?? ''], { x, y: CARD_PX.height - 52 }, { px: 15, linePx: 0, fill: inkSoft })
  ];
  return svgDocument(CARD_PX, shapes);
}

/** The social card as PNG. */
export const cardPng = (dir?: string): Promise<Uint8Array> => rasterise(cardSvg(dir));
