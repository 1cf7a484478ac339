import { short, type Shape } from '../../svg/shape.ts';
import type { Palette } from '../../ui/palette.ts';
import type { Bar } from '../lanes/bars.ts';
import { boxOf, clearAcross, clearDown, type Words } from './boxes.ts';
import { ARROW_PX } from './rows.ts';
import { drawnBox, FLOOR_PX, POINT_PX, REACH_PX, type ChartMark, type FigureOf } from './marks.ts';
import type { TroopChart } from './layout.ts';

/*
 * The chart as shapes, the same on the page, on paper and in pictures. Colours are arguments: variables of the style
 * sheet on the page, hexadecimal ones in a picture.
 */

export type ChartColours = Pick<Palette, 'ink' | 'inkSoft' | 'rule' | 'force' | 'speech' | 'paper'>;

const path = (d: string, attributes: Shape['attributes']): Shape => ({
  tag: 'path',
  attributes: { fill: 'none', ...attributes, d }
});

export function textShape({ text, x, y, anchor, fontPx, bold }: Words, fill: string): Shape {
  return {
    tag: 'text',
    attributes: {
      x: short(x),
      y: short(y),
      'font-size': fontPx,
      'font-weight': bold ? 600 : undefined,
      'text-anchor': anchor === 'end' ? 'end' : undefined,
      fill
    },
    text
  };
}

const across = (y: number, pieces: readonly { from: number; to: number }[]) =>
  pieces.map(({ from, to }) => `M${short(from)} ${short(y)}H${short(to)}`).join('');

/** A vertical line through the whole chart that leaves out every word. */
export function lineDown(chart: TroopChart, x: number): string {
  return clearDown(x, 0, chart.heightPx, chart.textBoxes)
    .map(({ from, to }) => `M${short(x)} ${short(from)}V${short(to)}`)
    .join('');
}

/** What stands behind the marks: months, the silent span, the scale. `months`: their first days, px. */
export function groundShapes(chart: TroopChart, months: readonly number[], colours: ChartColours): Shape[] {
  const { plot, scale, silence, textBoxes } = chart;
  const rule = { stroke: colours.rule, 'shape-rendering': 'crispEdges' };
  return [
    ...(silence
      ? [
          {
            tag: 'rect' as const,
            attributes: {
              x: short(silence.from),
              y: plot.top,
              width: short(silence.to - silence.from),
              height: short(plot.base - plot.top),
              fill: colours.inkSoft,
              'fill-opacity': 0.07
            }
          }
        ]
      : []),
    path(months.map((x) => lineDown(chart, x)).join(''), { ...rule, opacity: 0.4 }),
    ...(scale?.ticks ?? []).map(({ value, y }) =>
      path(
        across(y, clearAcross(y, plot.left, plot.right, textBoxes)),
        value === 0 ? { stroke: colours.inkSoft, 'shape-rendering': 'crispEdges' } : rule
      )
    ),
    ...(scale?.ticks ?? []).map(({ label }) => textShape(label, colours.inkSoft)),
    ...(silence?.label ? [italic(textShape(silence.label, colours.inkSoft))] : []),
    ...chart.captions.map((words) => textShape(words, colours.inkSoft)),
    path(chart.arrows.map(({ x, y }) => arrow(x, y)).join(''), { stroke: colours.inkSoft })
  ];
}

const italic = (shape: Shape): Shape => ({ ...shape, attributes: { ...shape.attributes, 'font-style': 'italic' } });

const arrow = (x: number, y: number) => `M${short(x)} ${short(y)}h${ARROW_PX}m-3-2.5l3 2.5l-3 2.5`;

/** The colour of what is drawn of a mark. */
const inkOf = ({ kind }: ChartMark, { force, speech, inkSoft }: ChartColours) =>
  kind === 'note' ? speech : kind === 'external' ? inkSoft : force;

/** One mark with its words. */
export function markShapes(mark: ChartMark, colours: ChartColours): Shape[] {
  const { figure, lines, kind } = mark;
  const ink = inkOf(mark, colours);
  const fill = kind === 'total' ? colours.force : kind === 'external' ? colours.inkSoft : colours.ink;
  // The space keeps the words of two lines apart where they are read as one text.
  const words = lines.map((line, at) =>
    textShape(at + 1 < lines.length ? { ...line, text: `${line.text} ` } : line, fill)
  );
  switch (figure.type) {
    case 'level':
      return [...levelShapes(figure, ink), ...words];
    case 'step':
      return [...stepShapes(figure, ink), ...words];
    case 'span':
      return [path(barOutline(figure.bar, figure.y, 4), { fill: ink }), ...openEnds(figure, ink), ...words];
    case 'reference':
      return [...referenceShapes(figure, ink, colours.paper), ...words];
  }
}

/** How a floor fades towards its open top: opacities of equal pieces, from below. */
const FADE = [0.42, 0.28, 0.16];

function levelShapes({ x, carryTo, floorY, ceilingY, pointY, topY }: FigureOf<'level'>, ink: string): Shape[] {
  const shapes: Shape[] = [];
  const line = (y: number) =>
    path(`M${short(x - FLOOR_PX)} ${short(y)}H${short(x + FLOOR_PX)}`, { stroke: ink, 'stroke-width': 3 });
  if (floorY !== null && carryTo - x > FLOOR_PX) {
    shapes.push(
      path(`M${short(x + FLOOR_PX + 2)} ${short(floorY)}H${short(carryTo)}`, {
        stroke: ink,
        'stroke-width': 1.5,
        'stroke-dasharray': '1.5 3.5'
      })
    );
  }
  if (floorY !== null && ceilingY === null) {
    // Open at the top: it fades, and an open arrow points on.
    const piece = (floorY - topY) / FADE.length;
    shapes.push(
      ...FADE.map((opacity, at): Shape => ({
        tag: 'rect',
        attributes: {
          x: short(x - 4.5),
          y: short(floorY - (at + 1) * piece),
          width: 9,
          height: short(piece),
          fill: ink,
          'fill-opacity': opacity
        }
      })),
      path(`M${short(x)} ${short(floorY)}V${short(topY)}m-4.5 5l4.5-5l4.5 5`, { stroke: ink, 'stroke-width': 1.5 })
    );
  }
  if (floorY !== null && ceilingY !== null && ceilingY < floorY) {
    shapes.push({
      tag: 'rect',
      attributes: {
        x: short(x - 4.5),
        y: short(ceilingY),
        width: 9,
        height: short(floorY - ceilingY),
        fill: ink,
        'fill-opacity': 0.35
      }
    });
  }
  if (floorY !== null) shapes.push(line(floorY));
  if (ceilingY !== null && ceilingY !== floorY) shapes.push(line(ceilingY));
  if (pointY !== null) {
    const at = { cx: short(x), cy: short(pointY), r: 4, fill: 'none', stroke: ink, 'stroke-width': 1.75 };
    shapes.push({ tag: 'circle', attributes: at });
  }
  return shapes;
}

/** A rung: a dashed foot over the days on which it was possibly reached, and an upright where it certainly was. */
function stepShapes({ from, sure, top, bottom }: FigureOf<'step'>, ink: string): Shape[] {
  const y = (top + bottom) / 2;
  return [
    ...(from < sure
      ? [path(`M${short(from)} ${short(y)}H${short(sure)}`, { stroke: ink, 'stroke-dasharray': '2 2.5' })]
      : []),
    path(`M${short(sure)} ${short(top + 0.4)}V${short(bottom - 0.4)}`, { stroke: ink, 'stroke-width': 4 })
  ];
}

/** The certain part of a bar. */
function barOutline({ sureFrom, sureTo }: Bar, y: number, heightPx: number): string {
  const top = short(y - heightPx / 2);
  return `M${short(sureFrom)} ${top}H${short(Math.max(sureTo, sureFrom + 1))}v${heightPx}H${short(sureFrom)}Z`;
}

/** Fading ends as dots: a gradient would need an id of its own. */
function openEnds({ bar, y }: FigureOf<'span'>, ink: string): Shape[] {
  const dots = (from: number, to: number) =>
    to - from < 2
      ? []
      : [
          path(`M${short(from)} ${short(y)}H${short(to)}`, {
            stroke: ink,
            'stroke-width': 2,
            'stroke-dasharray': '2 3'
          })
        ];
  return [...dots(bar.from, bar.sureFrom), ...dots(bar.sureTo, bar.to)];
}

function referenceShapes({ x, y, open }: FigureOf<'reference'>, ink: string, paper: string): Shape[] {
  const down = open === 'down' ? 1 : -1;
  return [
    ...(open
      ? [
          path(`M${short(x)} ${short(y)}V${short(y + down * REACH_PX)}m-3 ${-3 * down}l3 ${3 * down}l3 ${-3 * down}`, {
            stroke: ink
          })
        ]
      : []),
    {
      tag: 'circle',
      attributes: { cx: short(x), cy: short(y), r: POINT_PX - 0.5, fill: paper, stroke: ink, 'stroke-width': 1.25 }
    }
  ];
}

/** The whole chart for a picture, with the line of a day. */
export function chartShapes(
  chart: TroopChart,
  { months, dayX }: { months: readonly number[]; dayX: number | null },
  colours: ChartColours
): Shape[] {
  return [
    ...groundShapes(chart, months, colours),
    ...(dayX === null ? [] : [path(lineDown(chart, dayX), { stroke: colours.ink, 'stroke-width': 1.25 })]),
    ...chart.marks.flatMap((mark) => markShapes(mark, colours))
  ];
}

/** Where a mark can be pressed: over its words and over what is drawn, at least `leastPx` high. */
export function targetsOf({ figure, lines }: ChartMark, leastPx: number) {
  const boxes = [...lines.map(boxOf), drawnBox(figure)];
  return boxes.map(({ left, right, top, bottom }) => {
    const lack = Math.max(0, leastPx - (bottom - top)) / 2;
    return {
      x: short(left - 2),
      y: short(top - lack),
      width: short(right - left + 4),
      height: short(bottom - top + 2 * lack)
    };
  });
}
