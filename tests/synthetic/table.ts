import { isoDay, type Day } from '../../src/lib/model/day.ts';
import { OPEN_END, OPEN_START, type EventColumns } from '../../src/lib/model/event-columns.ts';

/** One row in five names no source: it counts with the table. */
const WITHOUT_SOURCE = 5;

/**
 * The first events of columns, `events` at most, as a table that `npm run import` reads, by lines: `Event 0` and so on, each at its first place, with
 * a report of its own. A table has no open ends: such a date is the day that is known.
 */
export function* tableOf(columns: EventColumns, events: number): Generator<string> {
  yield 'id,date,end,lat,lon,title,kind,source,source_date\n';
  let written = 0;
  for (let row = 0; row < columns.length && written < events; row++) {
    if (row > 0 && columns.event[row] === columns.event[row - 1]) continue;
    const known = [columns.hardEarliest[row]!, columns.hardLatest[row]!].filter(
      (day) => day !== OPEN_START && day !== OPEN_END
    );
    const [date, end] = [known[0]!, known.at(-1)!].map((day) => isoDay(day as Day));
    const [lat, lon] = [columns.lat[row]!, columns.lng[row]!].map((degrees) => degrees.toFixed(3));
    const source =
      written % WITHOUT_SOURCE === 0 ? ['', ''] : [`Report ${written}`, isoDay(columns.reportedLatest[row]! as Day)];
    yield [written, date, end, lat, lon, `Event ${written}`, `Kind ${columns.kind[row]! + 1}`, ...source].join() + '\n';
    written++;
  }
}
