import type { Day } from './day.ts';
import type { Claim } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { oncePer } from './once.ts';
import { lowerBound } from './sorted.ts';
import { presenceBy, softBounds, type Presence } from './time.ts';
import { asOfDay, type ViewState } from './view.ts';

/** Which articles count: those not hidden, published by `asOf` (`null`: at any time). */
export type ReportFilter = { asOf: Day | null; hiddenArticles: readonly string[] };

/** A claim that counts, and whether its article had certainly or only possibly been published by the as-of day. */
export type ReportedClaim = { claim: Claim; reported: 'certain' | 'possible' };

export const reportFilterOf = (view: ViewState): ReportFilter => ({
  asOf: asOfDay(view),
  hiddenArticles: view.hiddenArticles
});

/** Whether an article counts under the filter. */
export function articleReported(index: DatasetIndex, articleId: string, filter: ReportFilter): Presence {
  const article = index.articles.get(articleId);
  if (!article || filter.hiddenArticles.includes(articleId)) return 'absent';
  return filter.asOf === null ? 'certain' : presenceBy(article.published, filter.asOf);
}

/**
 * Equal where the same articles count, each as it did: the days of publication that are reached, counted. Time: that of a
 * search, as a table has an article for each row.
 */
export function reportsKey(index: DatasetIndex, { asOf, hiddenArticles }: ReportFilter): string {
  const { earliest, latest } = publicationDays(index);
  const reached = (days: Float64Array) => (asOf === null ? days.length : lowerBound(days, asOf + 1, 0, days.length));
  return [reached(earliest), reached(latest), ...hiddenArticles].join();
}

/** The first and the last day on which each article may have been published, both ascending. */
const publicationDays = oncePer(({ dataset }: DatasetIndex) => {
  const bounds = dataset.articles.map(({ published }) => softBounds(published));
  return {
    earliest: Float64Array.from(bounds, ({ earliest }) => earliest).sort(),
    latest: Float64Array.from(bounds, ({ latest }) => latest).sort()
  };
});

/** The claim under the filter; `null` where its article does not count or the id is unknown. */
export function reportedClaim(index: DatasetIndex, claimId: string, filter: ReportFilter): ReportedClaim | null {
  const claim = index.claims.get(claimId);
  if (!claim) return null;
  const reported = articleReported(index, claim.article, filter);
  return reported === 'absent' ? null : { claim, reported };
}

/**
 * How well a statement is supported. `origins`: the original sources behind the articles. Copies count once, and so does
 * a voice, wherever it spoke.
 */
export type Support = { claims: number; articles: number; origins: number };

export function supportOf(index: DatasetIndex, claims: readonly Claim[]): Support {
  return {
    claims: new Set(claims.map((claim) => claim.id)).size,
    articles: new Set(claims.map((claim) => claim.article)).size,
    origins: new Set(claims.map(({ origin }) => index.origins.get(origin)?.voice ?? origin)).size
  };
}
