import type { Sizes } from './measure.ts';

const BUDGETS: Record<keyof Sizes, { name: string; bytes: number }> = {
  page: { name: 'prerendered page, styles and data apart', bytes: 46_000 },
  claim: { name: 'data in the page, per claim', bytes: 600 },
  script: { name: 'script until the page is interactive, without the map', bytes: 70_000 },
  style: { name: 'styles', bytes: 20_000 },
  fonts: { name: 'fonts of the first paint', bytes: 40_000 },
  basemap: { name: 'basemap', bytes: 250_000 },
  embed: { name: 'embed.js, on pages of others', bytes: 5_000 }
};

/**
 * Sizes known to exceed their budget, with the reason. They do not fail the check unless they grow: the ratchet turns
 * one way only. An entry goes when the size is back within its budget.
 */
const KNOWN_OVER: Partial<Record<keyof Sizes, string>> = {};

/** What follows the data set has a budget, and may grow within it: another article is no reason to stop. */
const OF_THE_DATA: readonly (keyof Sizes)[] = ['claim', 'fonts'];

/** Tolerance: another order of the same text may compress differently. */
const SLACK = { share: 0.02, bytes: 500 };

export type Row = {
  name: string;
  now: number;
  recorded: number;
  budget: number;
  problem: string | null;
  note: string | null;
};

/** Each size with its budget, the size recorded last, and what is wrong with it, if anything. */
export function compare(sizes: Sizes, baseline: Sizes, knownOver = KNOWN_OVER): Row[] {
  return (Object.keys(BUDGETS) as (keyof Sizes)[]).map((key) => {
    const { name, bytes: budget } = BUDGETS[key];
    const [now, recorded] = [sizes[key], baseline[key]];
    const grown = !OF_THE_DATA.includes(key) && now > recorded + Math.max(recorded * SLACK.share, SLACK.bytes);
    const over = now > budget;
    const reason = knownOver[key];
    const problem =
      over && !reason
        ? 'OVER BUDGET'
        : grown
          ? 'GROWN: find out why, or record it (-- --record) with the reason'
          : null;
    const note = reason
      ? over
        ? `over by ${((now - budget) / 1000).toFixed(1)} kB: ${reason}`
        : 'within its budget again: take it off the list'
      : null;
    return { name, now, recorded, budget, problem, note };
  });
}
