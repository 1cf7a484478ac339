import type { Day } from './day.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { oncePer } from './once.ts';
import { articleReported, type ReportFilter } from './reports.ts';
import type { DayWindow } from './time.ts';

/**
 * A claim reports on a day if it is dated to it at least to the month. A claim dated only to a longer span
 * ("some time since May") is about no particular day and does not end a gap in coverage.
 */
const LONGEST_DATED_SPAN_DAYS = 31;

/** Days that an article reports on. */
export type CoverageSpan = DayWindow & { article: string };

/** Spans that the counted articles report on, merged for each article, in chronological order. */
export function coverageSpans(index: DatasetIndex, filter: ReportFilter): CoverageSpan[] {
  const reported = new Set(
    index.dataset.articles.filter(({ id }) => articleReported(index, id, filter) !== 'absent').map(({ id }) => id)
  );
  return allSpans(index).filter(({ article }) => reported.has(article));
}

/** Those of all articles: another second clock or filter asks no claim anew. */
const allSpans = oncePer((index: DatasetIndex): CoverageSpan[] => {
  const spans: CoverageSpan[] = [];
  for (const article of index.dataset.articles) {
    const own = (index.claimsOfArticle.get(article.id) ?? [])
      .filter((claim) => !claim.background)
      .flatMap(({ date: { earliest, latest } }) =>
        earliest !== null && latest !== null && latest - earliest < LONGEST_DATED_SPAN_DAYS
          ? [{ from: earliest, to: latest }]
          : []
      )
      .sort((a, b) => a.from - b.from);
    for (const span of own) {
      const last = spans.at(-1);
      if (last?.article === article.id && span.from <= last.to + 1) last.to = Math.max(last.to, span.to) as Day;
      else spans.push({ ...span, article: article.id });
    }
  }
  return spans.sort((a, b) => a.from - b.from || a.to - b.to);
});

/** What the articles report on the days of a window. */
export type Coverage = {
  /** Articles that report on a day of the window; empty reads "no report in these articles", never "calm". */
  articles: string[];
  /** Nearest reported days before and after, where the window itself has none. */
  before: Day | null;
  after: Day | null;
};

export function coverageOf(spans: readonly CoverageSpan[], window: DayWindow): Coverage {
  const inside = spans.filter((span) => span.from <= window.to && span.to >= window.from);
  const before = spans.filter((span) => span.to < window.from).map((span) => span.to);
  const after = spans.filter((span) => span.from > window.to).map((span) => span.from);
  return {
    articles: [...new Set(inside.map((span) => span.article))],
    before: before.length ? (Math.max(...before) as Day) : null,
    after: after.length ? (Math.min(...after) as Day) : null
  };
}
