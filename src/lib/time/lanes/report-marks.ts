import type { CoverageSpan } from '../../model/coverage.ts';
import type { Article } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { articleReported, type ReportFilter } from '../../model/reports.ts';
import type { DayWindow, Presence } from '../../model/time.ts';
import { clampedX, type Axis } from '../axis.ts';
import { barOf, isSingleDay, type Bar } from './bars.ts';
import { textWidth } from '../../svg/text-width.ts';
import { packRows } from './rows.ts';

/** A page symbol at the day of publication, with the publisher's name on the side where there is room. */
export type ReportMark = {
  article: Article;
  /** Whether it was published by the as-of day and is not hidden. */
  reported: Presence;
  x: number;
  /** The bar of an uncertain day of publication; null if it is known. */
  bar: Bar | null;
  label: string;
  side: 'left' | 'right';
  row: number;
};

const PAGE_PX = 10;
const LABEL_GAP_PX = 4;

/** Articles published in the domain, in order of publication. `fontPx`: font size of the labels. */
export function layoutReports(
  index: DatasetIndex,
  filter: ReportFilter,
  axis: Axis,
  fontPx: number
): { marks: ReportMark[]; rows: number } {
  const placed = index.dataset.articles.flatMap((article) => {
    const span = barOf(article.published, 'within', axis);
    if (!span) return [];
    const label = article.publisher;
    const bar = isSingleDay(article.published) ? null : span;
    const x = (span.from + span.to) / 2;
    const half = Math.max(PAGE_PX / 2, (span.to - span.from) / 2) + LABEL_GAP_PX;
    const labelPx = textWidth(label, fontPx);
    const side = x + half + labelPx <= axis.widthPx ? ('right' as const) : ('left' as const);
    const left = side === 'left' ? x - half - labelPx : x - half;
    const right = side === 'right' ? x + half + labelPx : x + half;
    return [{ article, reported: articleReported(index, article.id, filter), x, bar, label, side, left, right }];
  });
  const { rows, count } = packRows(placed, 6);
  return {
    marks: placed.map(({ left: _left, right: _right, ...mark }, at) => ({ ...mark, row: rows[at]! })),
    rows: count
  };
}

/** Where a mark's label starts (right side) or ends (left side), px. */
export function labelX({ x, bar, side }: Pick<ReportMark, 'x' | 'bar' | 'side'>): number {
  const half = Math.max(PAGE_PX / 2, bar ? (bar.to - bar.from) / 2 : 0) + LABEL_GAP_PX;
  return side === 'right' ? x + half : x - half;
}

/** Ranges of the axis that some article reports on (`covered`), and those that none does. Px. */
export type Stretch = { from: number; to: number };

/** A narrower gap is not seen; over decades there are thousands. */
const SEEN_PX = 0.5;

/** `spans`: in chronological order. */
export function coverageStretches(
  spans: readonly CoverageSpan[],
  axis: Axis
): { covered: Stretch[]; silent: Stretch[] } {
  const covered: Stretch[] = [];
  for (const span of joined(spans, axis.domain)) {
    const [from, to] = [clampedX(axis, span.from - 0.5), clampedX(axis, span.to + 0.5)];
    const last = covered.at(-1);
    if (last && from - last.to < SEEN_PX) last.to = to;
    else covered.push({ from, to });
  }
  const silent: Stretch[] = [];
  let at = axis.x0;
  for (const { from, to } of covered) {
    if (from > at) silent.push({ from: at, to: from });
    at = to;
  }
  if (at < axis.x1) silent.push({ from: at, to: axis.x1 });
  return { covered, silent };
}

/** The spans of all articles, merged where they overlap or are adjacent. */
function joined(spans: readonly CoverageSpan[], domain: DayWindow): DayWindow[] {
  const merged: DayWindow[] = [];
  for (const { from, to } of spans) {
    if (to < domain.from || from > domain.to) continue;
    const last = merged.at(-1);
    if (last && from <= last.to + 1) {
      if (to > last.to) last.to = to;
    } else merged.push({ from, to });
  }
  return merged;
}
