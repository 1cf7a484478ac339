import { scaleLinear } from 'd3-scale';
import { textWidth } from '../../svg/text-width.ts';
import { hardBounds } from '../../model/time.ts';
import type { StockStatement, TroopTracks } from '../../model/troops.ts';
import type { Axis } from '../axis.ts';
import { baselineUnder, boxOf, placed, type Box, type Words } from './boxes.ts';
import {
  drawnBox,
  FLOOR_PX,
  PLAIN,
  POINT_PX,
  type ChartMark,
  type ChartTexts,
  type FigureOf,
  type Strength
} from './marks.ts';
import { placeRows } from './row-marks.ts';

export type TroopChart = {
  widthPx: number;
  heightPx: number;
  /** The only vertical scale: it starts at 0. `null` if no total is stated. */
  scale: { ticks: { value: number; y: number; label: Words }[]; valueAt(y: number): number } | null;
  plot: { left: number; right: number; top: number; base: number };
  /** From the start of the axis up to the first stated total. */
  silence: { from: number; to: number; label: Words | null } | null;
  marks: ChartMark[];
  /** Titles of rows, and "last stated": words that are no mark of their own. */
  captions: Words[];
  arrows: { x: number; y: number }[];
  /** Everything that no line may cross. */
  textBoxes: Box[];
};

export type ChartOptions = {
  texts: ChartTexts;
  fontPx: number;
  plotPx: number;
  /** The least height of a row; `null` draws totals alone, where there is no room for more. */
  rowPx: number | null;
  /** External strengths, drawn as a reference; empty where the layer is off. */
  references: readonly Strength[];
  /** Strengths that the scale has room for whether they are shown or not, so that showing them moves nothing. */
  strengths: readonly Strength[];
};

/** Above the plot; without a gutter the labels of the scale stand on their lines. */
const TOP_PX = { wide: 8, narrow: 17 };
/** Between the base of the plot and the first row. */
const PLOT_GAP_PX = 5;
const LABEL_GAP_PX = 14;
/** Space above the highest figure, so that an open top is recognisable. */
const HEAD_ROOM = 1.25;

/** A claim may have two figures of one kind, of two parts of a force: each mark has a key of its own. */
function withOwnKeys(marks: readonly ChartMark[]): ChartMark[] {
  const seen = new Map<string, number>();
  return marks.map((mark) => {
    const n = (seen.get(mark.key) ?? 0) + 1;
    seen.set(mark.key, n);
    return n === 1 ? mark : { ...mark, key: `${mark.key}-${n}` };
  });
}

const noRows = (base: number) => ({ marks: [], titles: [], arrows: [], bottom: base + 2 });

/**
 * The troop statements as marks on the axis: totals over a scale, below them a row for each reinforcement, for equipment,
 * alerts and notes. Nothing is interpolated, nothing summed: every figure is one that a statement gives. Pure.
 */
export function layoutTroopChart(tracks: TroopTracks, axis: Axis, options: ChartOptions): TroopChart {
  const { texts, fontPx, plotPx, rowPx } = options;
  const topPx = axis.wide ? TOP_PX.wide : TOP_PX.narrow;
  const base = topPx + plotPx;
  const plot = { left: axis.x0, right: axis.x1, top: topPx, base };
  const room: Box = { left: 0, right: axis.widthPx, top: 0, bottom: base - 1 };
  const figures = [
    ...tracks.stock.flatMap(({ quantity: { lower, upper, value } }) => [lower, upper, value]),
    ...(tracks.stock.length > 0 || options.references.length > 0
      ? options.strengths.map(({ strength }) => strength.value)
      : [])
  ].filter((figure) => figure !== null);
  const y = scaleLinear([0, Math.max(1, ...figures) * HEAD_ROOM], [base, topPx]).nice(3);
  const ticks = figures.length === 0 ? [] : y.ticks(3).map((value) => ({ value, y: y(value), label: tickAt(value) }));

  function tickAt(value: number): Words {
    const text = texts.tick(value);
    // Beside the axis where there is a gutter, else on top of its line.
    return axis.wide
      ? { text, x: axis.x0 - 8, y: baselineUnder(y(value), fontPx), anchor: 'end', fontPx }
      : { text, x: 0, y: y(value) - 3, anchor: 'start', fontPx };
  }

  const levels = levelsOf();
  const points = pointsOf();
  // What is drawn has its room before any words have.
  const taken: Box[] = [
    ...ticks.map(({ label }) => boxOf(label)),
    ...levels.flatMap(({ figure }) => [drawnBox(figure), ...carriedBox(figure)]),
    ...points.map(({ figure }) => drawnBox(figure))
  ];
  const totals = placeTotals();
  const references = placeReferences();
  const silence = placeSilence();
  const captions = placeLast();
  const rows = rowPx === null ? noRows(base) : placeRows(tracks, axis, base + PLOT_GAP_PX, { texts, fontPx, rowPx });
  const marks = withOwnKeys([...totals, ...references, ...rows.marks]);
  const words = [
    ...ticks.map(({ label }) => label),
    ...marks.flatMap(({ lines }) => lines),
    ...(silence?.label ? [silence.label] : []),
    ...captions,
    ...rows.titles
  ];
  return {
    widthPx: axis.widthPx,
    heightPx: rows.bottom,
    scale: figures.length === 0 ? null : { ticks, valueAt: (px) => y.invert(px) },
    plot,
    silence,
    marks,
    captions: [...captions, ...rows.titles],
    arrows: rows.arrows,
    textBoxes: words.map(boxOf)
  };

  function levelsOf() {
    const dated = tracks.stock.filter(({ claim }) => {
      const { earliest } = hardBounds(claim.date);
      return earliest >= axis.domain.from && earliest <= axis.domain.to;
    });
    const at = ({ claim }: StockStatement) => axis.x(hardBounds(claim.date).earliest);
    return dated.map((statement, index) => {
      const { lower, upper, value } = statement.quantity;
      const next = dated[index + 1];
      const figure: FigureOf<'level'> = {
        type: 'level',
        x: at(statement),
        carryTo: next ? at(next) : axis.x1,
        floorY: lower === null ? null : y(lower),
        ceilingY: upper === null ? null : y(upper),
        pointY: lower === null && upper === null && value !== null ? y(value) : null,
        topY: topPx
      };
      return { statement, figure };
    });
  }

  function placeTotals(): ChartMark[] {
    return levels.map(({ statement, figure }): ChartMark => {
      const middle = clearOfTicks(figure.floorY ?? figure.ceilingY ?? figure.pointY ?? base);
      // A shorter label at its floor comes before a longer one farther off.
      const candidates = [0, -1.35, 1.35, 1.8, 2.4].flatMap((lines) =>
        texts.total(statement).flatMap((text): Words[] => {
          const line = { text, y: baselineUnder(middle + lines * fontPx, fontPx), fontPx, bold: true };
          return [
            { ...line, x: figure.x - LABEL_GAP_PX, anchor: 'end' },
            { ...line, x: figure.x + LABEL_GAP_PX, anchor: 'start' }
          ];
        })
      );
      const { claim } = statement;
      return {
        ...PLAIN,
        key: `total-${claim.id}`,
        kind: 'total',
        statements: statement.contributors ? [statement, statement.contributors] : [statement],
        possibleFrom: hardBounds(claim.date).earliest,
        certainFrom: hardBounds(claim.date).earliest,
        figure,
        lines: take(placed(candidates, taken, { ...room, left: axis.x0 }))
      };
    });
  }

  /** The middle of a line of text near `middle` that no gridline runs through, where there is one. */
  function clearOfTicks(middle: number): number {
    const half = fontPx * 0.62;
    const near = ticks.find((tick) => Math.abs(tick.y - middle) < half);
    if (!near) return middle;
    return near.y >= middle ? near.y - half : near.y + half;
  }

  /** Takes the room of what was placed. */
  function take(words: Words | null): Words[] {
    if (!words) return [];
    taken.push(boxOf(words));
    return [words];
  }

  function pointsOf() {
    return options.references.flatMap((fact) => {
      const { value, lower, upper } = fact.strength;
      const day = fact.date && hardBounds(fact.date).earliest;
      if (value === null || day === null || day < axis.domain.from || day > axis.domain.to) return [];
      const open = lower !== null && upper === null ? 'up' : upper !== null && lower === null ? 'down' : null;
      const figure: FigureOf<'reference'> = { type: 'reference', x: axis.x(day), y: y(value), open };
      return [{ fact, day, figure }];
    });
  }

  function placeReferences(): ChartMark[] {
    return points.map(({ fact, day, figure }): ChartMark => {
      const { x } = figure;
      const candidates = texts.reference(fact).flatMap((text): Words[] => {
        const at = (lines: number) => ({ text, y: baselineUnder(figure.y + lines * fontPx, fontPx), fontPx });
        const half = textWidth(text, fontPx) / 2;
        return [
          { ...at(0), x: x - POINT_PX - 4, anchor: 'end' },
          { ...at(0), x: x + POINT_PX + 4, anchor: 'start' },
          ...[1.15, -1.5].flatMap((lines): Words[] => [
            { ...at(lines), x: x - half, anchor: 'start' },
            { ...at(lines), x: x + POINT_PX, anchor: 'end' },
            { ...at(lines), x: x - POINT_PX, anchor: 'start' }
          ])
        ];
      });
      return {
        ...PLAIN,
        key: `external-${fact.id}`,
        kind: 'external',
        fact,
        possibleFrom: day,
        certainFrom: day,
        figure,
        lines: take(placed(candidates, taken, { ...room, left: axis.x0 }))
      };
    });
  }

  function placeSilence(): TroopChart['silence'] {
    const to = levels[0]?.figure.x ?? axis.x1;
    const isStatedBefore = tracks.stock.some(({ claim }) => hardBounds(claim.date).earliest < axis.domain.from);
    if (to - axis.x0 < 2 || (isStatedBefore && axis.domain.from > axis.whole.from)) return null;
    const middle = (axis.x0 + to) / 2;
    // Low in the plot first: high up are the labels of totals.
    const heights = [0.3, 0.5, 0.7].map((share) => clearOfTicks(base - share * plotPx));
    const candidates = texts.silence.flatMap((text) =>
      heights.map((centre): Words => {
        const words = { text, x: 0, y: baselineUnder(centre, fontPx), anchor: 'start' as const, fontPx };
        const { left, right } = boxOf(words);
        return { ...words, x: middle - (right - left) / 2 };
      })
    );
    const label = placed(candidates, taken, { ...room, left: axis.x0 + 4, right: to - FLOOR_PX });
    return { from: axis.x0, to, label: take(label)[0] ?? null };
  }

  function placeLast(): Words[] {
    return levels.flatMap(({ figure: { floorY, x, carryTo } }) => {
      if (floorY === null) return [];
      const at = (lines: number): Words => ({
        text: texts.last,
        x: x + FLOOR_PX + 3,
        y: baselineUnder(floorY + lines * fontPx, fontPx),
        anchor: 'start',
        fontPx
      });
      const right = carryTo === axis.x1 ? axis.widthPx : carryTo;
      return take(placed([at(0.85), at(-0.85)], taken, { ...room, right }, 0));
    });
  }
}

/** The line on which a total is only carried forward. */
const carriedBox = ({ floorY, x, carryTo }: FigureOf<'level'>): Box[] =>
  floorY === null || carryTo <= x ? [] : [{ left: x, right: carryTo, top: floorY - 1, bottom: floorY + 1 }];
