import type { Claim, Quantity } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import type { ReportedClaim } from './reports.ts';
import { order } from './sorted.ts';

export type FigureStatement = { claim: Claim; quantity: Quantity; reported: 'certain' | 'possible' };

/**
 * What is reported of one measure and one party of an event, over all reports that count.
 * `lower` to `upper` is the range of the reports, never a mean or a sum; `upper: null` is an open top.
 */
export type Figure = {
  key: string;
  measure: string;
  party: string;
  severity: 'serious' | null;
  lower: number | null;
  upper: number | null;
  /** In order of publication, the latest last. */
  statements: FigureStatement[];
};

/** Figures for people (quantities with a party) in the claims given, grouped by measure, party and severity. */
export function figuresOf(index: DatasetIndex, claims: readonly ReportedClaim[]): Figure[] {
  const groups = new Map<string, FigureStatement[]>();
  for (const { claim, reported } of claims) {
    for (const quantity of claim.quantities) {
      if (!quantity.party) continue;
      const key = [quantity.measure, quantity.party, quantity.severity ?? ''].join('|');
      groups.set(key, [...(groups.get(key) ?? []), { claim, quantity, reported }]);
    }
  }
  return [...groups].map(([key, statements]) => figureOf(index, key, statements));
}

function figureOf(index: DatasetIndex, key: string, unsorted: FigureStatement[]): Figure {
  const statements = [...unsorted].sort(
    (a, b) => publishedOrder(index, a.claim) - publishedOrder(index, b.claim) || order(a.claim.id, b.claim.id)
  );
  const first = statements[0]!.quantity;
  const lowers = statements.map(({ quantity }) => quantity.lower ?? quantity.value);
  const uppers = statements.map(
    ({ quantity }) => quantity.upper ?? (quantity.bound === 'exact' ? quantity.value : null)
  );
  return {
    key,
    measure: first.measure,
    party: first.party!,
    severity: first.severity ?? null,
    lower: lowers.includes(null) ? null : Math.min(...(lowers as number[])),
    upper: uppers.includes(null) ? null : Math.max(...(uppers as number[])),
    statements
  };
}

function publishedOrder(index: DatasetIndex, claim: Claim): number {
  return index.articles.get(claim.article)?.published.earliest ?? -Infinity;
}
