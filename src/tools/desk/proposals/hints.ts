import { agentsIn } from './agent-names.ts';
import { codePointsOf } from './code-points.ts';
import { datesIn } from './date-hints.ts';
import type { Hint, Range } from './hint.ts';
import type { Known } from './known.ts';
import { figuresIn } from './number-hints.ts';
import { placesIn } from './place-names.ts';

/**
 * What a text may state: numbers, words for bounds, dates, places and agents, in the order of the text. A place and an
 * agent may stand in the same words, as a country is both.
 */
export function hintsIn(text: string, known: Known): Hint[] {
  const pointOf = codePointsOf(text);
  const range = (at: number, end: number): Range => ({
    start: pointOf(at),
    end: pointOf(end),
    words: text.slice(at, end)
  });
  const dates = datesIn(text, known.reported);
  const figures = figuresIn(
    text,
    dates.filter(({ isSpan }) => !isSpan)
  );
  const places = placesIn(text, known.places);
  const agents = agentsIn(text, known.agents);
  const hints: Hint[] = [
    ...dates.map(({ at, end, edtf, basis }): Hint => ({ ...range(at, end), kind: 'date', edtf, basis })),
    ...figures.map(({ at, end, value, kind }): Hint => ({
      ...range(at, end),
      kind: 'number',
      value,
      factor: kind === 'factor' || kind === 'times'
    })),
    ...figures.flatMap(({ bound, boundAt }): Hint[] =>
      boundAt ? [{ ...range(boundAt.at, boundAt.end), kind: 'bound', bound }] : []
    ),
    ...places.found.map(({ id, from, to }): Hint => {
      return { ...range(places.words[from]!.at, places.words[to - 1]!.end), kind: 'place', place: id };
    }),
    ...agents.found.map(({ id, from, to }): Hint => {
      return { ...range(agents.words[from]!.at, agents.words[to - 1]!.end), kind: 'agent', agent: id };
    })
  ];
  return hints.sort((a, b) => a.start - b.start || b.end - a.end);
}
