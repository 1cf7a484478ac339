import { drawableForm } from './drawable.ts';
import { english } from '../../i18n/catalogues.ts';
import { mapShapes, svgDocument } from '../../map/svg/map-picture.ts';
import type { Shape } from '../../svg/shape.ts';
import { textLines } from '../../svg/text-lines.ts';
import { breakLines } from '../../svg/text-width.ts';
import { sceneAt } from '../../model/scene.ts';
import { firstView } from '../../model/view.ts';
import { palettes } from '../../ui/palette.ts';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import { CARD_PX, firstLines, fitted, footLines, MARGIN_PX } from './card-lettering.ts';
import { rasterise } from './rasterise.ts';
import { sharedIndex } from './shared-data.ts';
import { svgBasemap, svgBasemapNames, svgSurroundings } from '../basemap/svg-basemap.ts';

const PANEL_PX = 420;
/** A title of more lines is set smaller. */
const TITLES = [
  { px: 46, linePx: 56, lines: 3 },
  { px: 34, linePx: 42, lines: 6 }
];
const SUBTITLE = { px: 25, linePx: 36 };
/** Where the subtitle ends at most. */
const BOTTOM_PX = 490;

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
  const x = MARGIN_PX;
  const { lines, style } = fitted(info.title, fits, TITLES);
  const title = firstLines(lines, style.lines);
  const subtitleY = 152 + title.length * style.linePx;
  const room = 1 + Math.floor((BOTTOM_PX - subtitleY) / SUBTITLE.linePx);
  const subtitle = firstLines(breakLines(info.subtitle, fits, SUBTITLE.px), room);
  const counts = [
    english.t('support.articles', { n: articles.length }),
    english.t('support.claims', { n: claims.length })
  ].join(', ');
  const shapes: Shape[] = [
    { tag: 'svg', attributes: { x: PANEL_PX, ...size }, children: map },
    { tag: 'rect', attributes: { width: PANEL_PX, height: CARD_PX.height, fill: paper } },
    { tag: 'rect', attributes: { x, y: 84, width: 56, height: 6, fill: violence } },
    ...textLines(title, { x, y: 152 }, { ...style, fill: ink, bold: true }),
    ...textLines(subtitle, { x, y: subtitleY }, { ...SUBTITLE, fill: inkSoft }),
    ...footLines(counts, info.attribution[0]?.text ?? '', fits)
  ];
  return svgDocument(CARD_PX, shapes);
}

/** The social card as PNG. */
export const cardPng = (dir?: string): Promise<Uint8Array> => rasterise(cardSvg(dir));
