import type { BoundKind, Claim, Quantity } from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import type { ReportedClaim } from './reports.ts';
import { order } from './sorted.ts';

export type FigureStatement = { claim: Claim; quantity: Quantity; reported: 'certain' | 'possible' };

/**
 * What is reported of one measure and one party of an event, over all reports that count.
 * `lower` to `upper` is the range of the reports, never a mean or a sum; `upper: null` is an open top. `about`: which
 * ends are only roughly so, as a report says “about” without bounds.
 */
export type Figure = {
  key: string;
  measure: string;
  party: string;
  severity: 'serious' | null;
  lower: number | null;
  upper: number | null;
  about: { lower: boolean; upper: boolean };
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
  const lower = outermost(statements, lowerEnd, (a, b) => a - b);
  const upper = outermost(statements, upperEnd, (a, b) => b - a);
  return {
    key,
    measure: first.measure,
    party: first.party!,
    severity: first.severity ?? null,
    lower: lower?.at ?? null,
    upper: upper?.at ?? null,
    about: { lower: lower?.about ?? false, upper: upper?.about ?? false },
    statements
  };
}

type End = { at: number; about: boolean };

/** What a report says no figure can be above has no floor. */
const CEILINGS: readonly BoundKind[] = ['less_than', 'at_most', 'almost'];

function lowerEnd({ bound, value, lower }: Quantity): End | null {
  if (lower !== null) return { at: lower, about: false };
  return value === null || CEILINGS.includes(bound) ? null : { at: value, about: bound === 'approximately' };
}

function upperEnd({ bound, value, upper }: Quantity): End | null {
  if (upper !== null) return { at: upper, about: false };
  const isPoint = bound === 'exact' || bound === 'approximately';
  return value === null || !isPoint ? null : { at: value, about: bound === 'approximately' };
}

/** The end of all statements; `null` where one of them has none. Of equal ends a precise one. */
function outermost(
  statements: readonly FigureStatement[],
  endOf: (quantity: Quantity) => End | null,
  outwards: (a: number, b: number) => number
): End | null {
  const ends = statements.map(({ quantity }) => endOf(quantity));
  if (ends.includes(null)) return null;
  return (ends as End[]).sort((a, b) => outwards(a.at, b.at) || Number(a.about) - Number(b.about))[0]!;
}

function publishedOrder(index: DatasetIndex, claim: Claim): number {
  return index.articles.get(claim.article)?.published.earliest ?? -Infinity;
}
