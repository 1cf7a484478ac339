import type { Language } from '../i18n/language.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import type { Scene } from '../model/scene.ts';
import { statementsOf, type TroopTracks } from '../model/troops.ts';
import { axisSpan } from '../model/axis-span.ts';
import { axisOf, axisTicks } from '../time/axis.ts';
import { laneAxis } from '../time/lanes/lane-axis.ts';
import { chartTexts } from '../time/troop-chart/chart-words.ts';
import { layoutTroopChart } from '../time/troop-chart/layout.ts';
import { chartShapes, textShape } from '../time/troop-chart/shapes.ts';
import { strengthsOf } from '../time/troop-chart/statements.ts';
import { formatDay } from '../i18n/format.ts';
import type { Shape } from '../svg/shape.ts';
import { textWidth } from '../svg/text-width.ts';
import type { Palette } from '../ui/palette.ts';
import type { TextStyle } from '../svg/text-lines.ts';
import { paragraph, stack, type Block } from './blocks.ts';

export type ChartBlockOptions = {
  language: Language;
  index: DatasetIndex;
  scene: Scene;
  tracks: TroopTracks;
  widthPx: number;
  colours: Palette;
  style: TextStyle;
};

const FONT_PX = 10;
const PLOT_PX = 42;
const ROW_PX = 13;
const MONTHS_PX = 14;
const MONTH_LABEL_PX = 44;

/**
 * The chart of the page, with its months above it and the line of the day. Without `rows` it has the totals alone, and
 * says how many more statements there are.
 */
export function chartBlock(options: ChartBlockOptions, rows: boolean): Block {
  const { language, index, scene, tracks, widthPx, colours, style } = options;
  const whole = index.dataset.info.domain;
  const axis = laneAxis(axisOf(axisSpan(scene.view, whole), widthPx, { whole }));
  const strengths = strengthsOf(index.dataset.external);
  const chart = layoutTroopChart(tracks, axis, {
    texts: chartTexts(language, index.dataset.codes),
    fontPx: FONT_PX,
    plotPx: PLOT_PX,
    rowPx: rows ? ROW_PX : null,
    references: scene.view.external ? strengths : [],
    strengths
  });
  const ticks = axisTicks(axis, MONTH_LABEL_PX);
  const months = ticks
    .filter(({ labelled }) => labelled)
    .map(({ day, x, style }) => ({ text: formatDay(language, day, style), x, y: FONT_PX, fontPx: FONT_PX }))
    .filter(({ text, x }) => x + textWidth(text, FONT_PX) <= widthPx)
    .map((words) => textShape({ ...words, anchor: 'start' }, colours.inkSoft));
  const lines: Shape = {
    tag: 'g',
    attributes: { transform: `translate(0 ${MONTHS_PX})` },
    children: chartShapes(chart, { months: ticks.map(({ x }) => x), dayX: axis.x(scene.view.day) }, colours)
  };
  const size = { width: widthPx, height: MONTHS_PX + chart.heightPx };
  const drawn: Block = {
    height: size.height,
    draw: ({ x, y }) => [
      {
        tag: 'svg',
        attributes: { x, y, ...size, overflow: 'visible', 'data-drawn-troops': rows ? 'all' : 'totals' },
        children: [...months, lines]
      }
    ]
  };
  const n = statementsOf(tracks).length - chart.marks.flatMap(({ statements }) => statements).length;
  return n === 0 ? drawn : stack([drawn, paragraph(language.t('exports.picture.moreTroops', { n }), widthPx, style)]);
}
