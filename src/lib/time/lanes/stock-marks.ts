import { scaleLinear } from 'd3-scale';
import { hardBounds } from '../../model/time.ts';
import type { StockStatement } from '../../model/troops.ts';
import { clampedX, type Axis } from '../axis.ts';
import { textWidth } from '../../svg/text-width.ts';

/**
 * A stated total. `floorY` and `ceilingY` are its bounds, null if not stated: without an upper bound the bar extends to
 * the top of the track. `figureY` is the figure itself, for statements that imply no bound ("about").
 * From `x` to `carryTo` it is only carried forward: dashed, never shown as a level.
 */
export type StockMark = {
  statement: StockStatement;
  x: number;
  carryTo: number;
  floorY: number | null;
  ceilingY: number | null;
  figureY: number | null;
  label: string;
  side: 'left' | 'right';
};

export type StockLayout = { marks: StockMark[]; ticks: { value: number; y: number }[]; baseY: number };

type Options = { topPx: number; basePx: number; fontPx: number; label(statement: StockStatement): string };

/** Space above the highest figure, so that an open top is recognisable. */
const HEAD_ROOM = 1.9;

/** Totals whose date begins inside the domain. The scale starts at 0 and is the only vertical scale of the panel. */
export function layoutStock(
  stock: readonly StockStatement[],
  axis: Axis,
  { topPx, basePx, fontPx, label }: Options
): StockLayout {
  const figures = stock.flatMap(({ quantity: { lower, upper, value } }) =>
    [lower, upper, value].filter((figure) => figure !== null)
  );
  const top = Math.max(1, ...figures) * HEAD_ROOM;
  const scale = scaleLinear([0, top], [basePx, topPx]);
  const y = (figure: number | null) => (figure === null ? null : scale(figure));
  const dated = stock.filter(({ claim }) => {
    const { earliest } = hardBounds(claim.date);
    return earliest >= axis.domain.from && earliest <= axis.domain.to;
  });
  const marks = dated.map((statement, index): StockMark => {
    const { lower, upper, value } = statement.quantity;
    const x = axis.x(hardBounds(statement.claim.date).earliest);
    const next = dated[index + 1];
    const words = label(statement);
    return {
      statement,
      x,
      carryTo: next ? axis.x(hardBounds(next.claim.date).earliest) : axis.x1,
      floorY: y(lower),
      ceilingY: y(upper),
      figureY: lower === null && upper === null ? y(value) : null,
      label: words,
      side: clampedX(axis, axis.domain.to) - x >= textWidth(words, fontPx) + 12 ? 'right' : 'left'
    };
  });
  return {
    marks,
    ticks: figures.length > 0 ? scale.ticks(2).map((value) => ({ value, y: scale(value) })) : [],
    baseY: basePx
  };
}
