import type { Day } from './day.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { oncePer } from './once.ts';
import type { ReportFilter } from './reports.ts';
import { softBounds, type DayWindow } from './time.ts';

/**
 * A claim reports on a day if it is dated to it at least to the month. A claim dated only to a longer span
 * ("some time since May") is about no particular day and does not end a gap in coverage.
 */
const LONGEST_DATED_SPAN_DAYS = 31;

/** Days that an article reports on. */
export type CoverageSpan = DayWindow & { article: string };

/** Spans that the counted articles report on, merged for each article, in chronological order. */
export function coverageSpans(index: DatasetIndex, { asOf, hiddenArticles }: ReportFilter): CoverageSpan[] {
  // What an article reports on is told by all of its claims.
  if (!index.texts.whole) return [];
  const { spans, published } = allSpans(index);
  if (asOf === null && hiddenArticles.length === 0) return spans;
  const hidden = new Set(hiddenArticles);
  // A table may have an article for each row, and the second clock another day at each step: none is looked up.
  return spans.filter(({ article }, at) => published[at]! <= (asOf ?? Infinity) && !hidden.has(article));
}

/**
 * Those of all articles: another second clock or filter asks no claim anew. `published`: the first day on which the article
 * of each may have been.
 */
const allSpans = oncePer((index: DatasetIndex): { spans: CoverageSpan[]; published: Float64Array } => {
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
  spans.sort((a, b) => a.from - b.from || a.to - b.to);
  const published = Float64Array.from(
    spans,
    ({ article }) => softBounds(index.articles.get(article)!.published).earliest
  );
  return { spans, published };
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
  const articles = new Set<string>();
  let before: Day | null = null;
  let after: Day | null = null;
  for (const { from, to, article } of spans) {
    if (from > window.to) after = after === null || from < after ? from : after;
    else if (to < window.from) before = before === null || to > before ? to : before;
    else articles.add(article);
  }
  return { articles: [...articles], before, after };
}
