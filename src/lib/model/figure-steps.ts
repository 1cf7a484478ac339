import { clampDay, type Day } from './day.ts';
import type { DatasetEvent, Quantity } from './dataset.ts';
import type { Figure, FigureStatement } from './figures.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { knownEvent } from './scene.ts';

/**
 * What was known of a figure from a day on. `figure`: over all reports up to that day, as the scene has it when the
 * second clock stands there. `brought`: the statements of that day, at least one of them unlike all before.
 */
export type FigureStep = {
  /** The first day on which they may have been published; in the domain, or after it. */
  from: Day;
  /** The first day on which they certainly had been; `null` if there is none in the domain. */
  certainFrom: Day | null;
  figure: Figure;
  brought: FigureStatement[];
};

/** One measure and party whose figure differs by the day of publication: two steps or more, oldest first. */
export type FigureHistory = Pick<Figure, 'key' | 'measure' | 'party' | 'severity'> & { steps: FigureStep[] };

/** What a figure says, as text: another one that says the same is no news. */
const saying = ({ bound, value, lower, upper }: Quantity) => [bound, value, lower, upper].join();

/** How each figure of an event changed as its reports were published. Nothing is summed or averaged. */
export function figureHistories(
  index: DatasetIndex,
  event: DatasetEvent,
  hiddenArticles: readonly string[] = []
): FigureHistory[] {
  const { domain } = index.dataset.info;
  const publishedOf = ({ claim }: FigureStatement) => index.articles.get(claim.article)!.published;
  // A date with an open start may be any day: it counts from the first that the second clock can be set to.
  const fromOf = (statement: FigureStatement) =>
    Math.max(publishedOf(statement).softEarliest ?? domain.from, domain.from) as Day;
  const at = (asOf: Day | null) => knownEvent(index, event, { asOf, hiddenArticles })?.figures ?? [];

  return at(null).flatMap(({ key, measure, party, severity, statements }) => {
    const days = [...new Set(statements.map(fromOf))].sort((a, b) => a - b);
    const said = new Set<string>();
    const steps = days.flatMap((from): FigureStep[] => {
      const brought = statements.filter((statement) => fromOf(statement) === from);
      const news = brought.filter(({ quantity }) => !said.has(saying(quantity)));
      for (const { quantity } of news) said.add(saying(quantity));
      const figure = at(from).find((other) => other.key === key);
      if (news.length === 0 || !figure) return [];
      const latest = brought.map((statement) => publishedOf(statement).softLatest);
      const last = latest.includes(null) ? null : (Math.max(...(latest as Day[]), from) as Day);
      const certainFrom = last === null || last !== clampDay(last, domain.from, domain.to) ? null : last;
      return [{ from, certainFrom, figure, brought }];
    });
    return steps.length > 1 ? [{ key, measure, party, severity, steps }] : [];
  });
}
