import type { Sizes } from './measure.ts';

const BUDGETS: Record<keyof Sizes, { name: string; bytes: number }> = {
  page: { name: 'prerendered page', bytes: 90_000 },
  script: { name: 'script before the page answers, map apart', bytes: 70_000 },
  style: { name: 'style', bytes: 20_000 },
  fonts: { name: 'fonts of the first paint', bytes: 40_000 },
  basemap: { name: 'basemap', bytes: 250_000 }
};

/** What another order of the same text may cost: no reason to stop for. */
const SLACK = { share: 0.02, bytes: 500 };

export type Row = { name: string; now: number; recorded: number; budget: number; problem: string | null };

/** Each size with its budget, the size recorded last, and what is wrong with it, if anything. */
export function compare(sizes: Sizes, baseline: Sizes): Row[] {
  return (Object.keys(BUDGETS) as (keyof Sizes)[]).map((key) => {
    const { name, bytes: budget } = BUDGETS[key];
    const [now, recorded] = [sizes[key], baseline[key]];
    const grown = now > recorded + Math.max(recorded * SLACK.share, SLACK.bytes);
    const problem = now > budget ? 'OVER BUDGET' : grown ? 'GROWN: find out why, or record it (-- --record) with the reason' : null;
    return { name, now, recorded, budget, problem };
  });
}
