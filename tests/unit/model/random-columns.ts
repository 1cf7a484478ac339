import { emptyColumns, OPEN_END, OPEN_START, type EventColumns } from '../../../src/lib/model/event-columns.ts';

export type RandomColumns = { events: number; kinds: number; places: number; days: number; firstDay: number };

/**
 * Events that clump in time and place, a third of them uncertain, with open ends, states, events at two places, events
 * without a place, and some never reported.
 */
export function randomColumns(
  { events, kinds, places, days, firstDay }: RandomColumns,
  random: Generator<number, never>
): EventColumns {
  const below = (count: number) => Math.floor(random.next().value * count);
  const chance = (share: number) => random.next().value < share;
  const spots = Array.from(
    { length: places },
    () => [20.5 + random.next().value * 0.6, 42.7 + random.next().value * 0.6, 50 + below(900)] as const
  );
  const rows = Array.from({ length: events }, () => {
    const start = firstDay + (chance(0.5) ? below(days) : Math.floor(days * random.next().value ** 3));
    const length = chance(0.65) ? 0 : below(chance(0.2) ? days : 12);
    const soft = chance(0.3) ? 1 + below(9) : 0;
    const hardEarliest = chance(0.03) ? OPEN_START : start;
    const hardLatest = chance(0.03) ? OPEN_END : start + length;
    const reported = start + below(40);
    return {
      hardEarliest,
      hardLatest,
      softEarliest: hardEarliest === OPEN_START || chance(0.01) ? OPEN_START : start - soft,
      softLatest: hardLatest === OPEN_END || chance(0.01) ? OPEN_END : start + length + soft,
      throughout: chance(0.25) ? 1 : 0,
      kind: below(kinds),
      weight: 1 + below(12),
      reportedEarliest: chance(0.02) ? OPEN_END : reported,
      reportedLatest: chance(0.02) ? OPEN_END : reported + below(4),
      spots: chance(0.1)
        ? [null]
        : chance(0.1)
          ? [spots[below(places)]!, spots[below(places)]!]
          : [spots[below(places)]!]
    };
  }).sort((a, b) => a.softEarliest - b.softEarliest);
  const columns = emptyColumns(rows.reduce((total, { spots: at }) => total + at.length, 0));
  let row = 0;
  rows.forEach(({ spots: at, ...days }, event) => {
    for (const spot of at) {
      for (const [name, value] of Object.entries({ ...days, event }))
        (columns[name as keyof EventColumns] as Float64Array)[row] = value;
      columns.lng[row] = spot?.[0] ?? NaN;
      columns.lat[row] = spot?.[1] ?? NaN;
      columns.accuracyM[row] = spot?.[2] ?? 0;
      row++;
    }
  });
  return columns;
}
