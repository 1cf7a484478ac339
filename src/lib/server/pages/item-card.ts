import type { Language } from '../../i18n/language.ts';
import { mapShapes, svgDocument, type StaticBasemap } from '../../map/svg/map-picture.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { sceneAt } from '../../model/scene.ts';
import type { ViewState } from '../../model/view.ts';
import type { Shape } from '../../svg/shape.ts';
import { textLines } from '../../svg/text-lines.ts';
import { breakLines } from '../../svg/text-width.ts';
import { palettes } from '../../ui/palette.ts';
import { CARD_PX, firstLines, fitted, footLines, MARGIN_PX } from './card-lettering.ts';
import type { ItemWords } from './item-words.ts';
import { drawableForm } from './drawable.ts';
import { rasterise } from './rasterise.ts';

const PANEL_PX = 520;
/** Drawn smaller than the one of the map: there is one for each item in each language. */
const PNG_PX = { width: 800, height: 420 };
const SCALE = PNG_PX.width / CARD_PX.width;
/** Between these is what is told of the item. */
const TOP_PX = 92;
const BOTTOM_PX = 508;
/** The most lines of each part: what is longer ends with an ellipsis. */
const MOST = { title: 5, where: 2 };
/** A title of more lines is set smaller. */
const TITLES = [
  { px: 38, linePx: 47, lines: 3 },
  { px: 32, linePx: 40, lines: MOST.title }
];

type ItemCard = {
  language: Language;
  index: DatasetIndex;
  basemap: StaticBasemap;
  view: ViewState;
  words: ItemWords;
};

/** The social card of an item: the map in its view, beside its title, date and figures. `bold`: its title, apart. */
function itemCardSvg({ language, index, basemap, view, words }: ItemCard): { svg: string; bold: string } {
  const { info } = index.dataset;
  const { paper, violence } = palettes.light;
  const size = { width: CARD_PX.width - PANEL_PX, height: CARD_PX.height };
  const map = mapShapes({
    language,
    index,
    scene: sceneAt(index, { ...view, nameForm: drawableForm(index.dataset, view.nameForm) }),
    basemap,
    theme: 'light',
    size
  });
  const { text, bold } = lettering(words, [info.title, info.attribution[0]?.text].filter(Boolean).join(' · '));
  const shapes: Shape[] = [
    { tag: 'svg', attributes: { x: PANEL_PX, ...size }, children: map },
    { tag: 'rect', attributes: { width: PANEL_PX, height: CARD_PX.height, fill: paper } },
    { tag: 'rect', attributes: { x: MARGIN_PX, y: 60, width: 56, height: 6, fill: violence } },
    ...text
  ];
  return { svg: svgDocument(PNG_PX, shapes, SCALE), bold: svgDocument(CARD_PX, bold) };
}

/** What is written beside the map, above its `source`; the title is bold, and apart. */
export function lettering(words: ItemWords, source: string): { text: Shape[]; bold: Shape[] } {
  const { ink, inkSoft } = palettes.light;
  const fits = PANEL_PX - MARGIN_PX - 32;
  const x = MARGIN_PX;
  const { lines, style } = fitted(words.title, fits, TITLES);
  const { px, linePx } = style;
  const title = firstLines(lines, MOST.title);
  const parts = [
    { lines: breakLines(words.when, fits, 24), px: 24, linePx: 34, fill: inkSoft, gapPx: 0 },
    { lines: title, px, linePx, fill: ink, bold: true, gapPx: 10 },
    {
      lines: firstLines(breakLines(words.where ?? '', fits, 22), MOST.where),
      px: 22,
      linePx: 30,
      fill: inkSoft,
      gapPx: 14
    },
    { lines: words.what.flatMap((line) => breakLines(line, fits, 23)), px: 23, linePx: 32, fill: ink, gapPx: 14 }
  ];
  let y = TOP_PX;
  const text: Shape[] = [];
  const bold: Shape[] = [];
  for (const { lines, gapPx, ...style } of parts) {
    if (lines.every((line) => line === '')) continue;
    y += gapPx;
    const room = Math.floor((BOTTOM_PX - y) / style.linePx);
    (style.bold ? bold : text).push(...textLines(firstLines(lines, room), { x, y: y + style.px }, style));
    y += lines.length * style.linePx;
  }
  const foot = footLines(words.support, source, fits);
  return { text: [...text, ...foot], bold };
}

export function itemCardPng(card: ItemCard): Promise<Uint8Array> {
  const { svg, bold } = itemCardSvg(card);
  return rasterise(svg, bold);
}
