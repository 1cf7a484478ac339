import { parseArgs } from 'node:util';
import type { EventColumns } from '../../../src/lib/model/event-columns.ts';
import type { DayWindow } from '../../../src/lib/model/time.ts';
import { machineOf, writeResults } from '../results.ts';
import { buildPage, install } from './build-page.ts';
import { BenchData } from './data.ts';
import { digestOf } from './digest.ts';
import { launch, measure, type Cell, type Limits, type Questions } from './measure.ts';
import { countsOf, movesOf, planOf, windowAt, type Share } from './plan.ts';
import { probesOf } from './probes.ts';
import { cellKey, scrubReport } from './report.ts';
import { serve } from './serve.ts';
import { FLOOR, OURS, ROWS, VARIANTS, type VariantInfo } from './variants.ts';

/*
 * `npm run bench:scrub`: how long a step of the slider takes until the right events are on screen, beside what others
 * do, in one run. Rewrites its section of RESULTS.md after every cell. Takes half an hour. `-- --quick`: fewer
 * moves and shorter timeouts. `-- --only floor,deck --rows 1000,10000`: some cells; nothing is written then.
 * `-- --runs 3`: the floor and this map three times, for the spread of the aims; 8 minutes more for each.
 */

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rows: { type: 'string' },
    runs: { type: 'string', default: '1' }
  }
});
const some = options.only !== undefined || options.rows !== undefined;
const variants = VARIANTS.filter(({ id }) => !options.only || options.only.split(',').includes(id));
const sizes = ROWS.filter((rows) => !options.rows || options.rows.split(',').map(Number).includes(rows));
const moves = options.quick ? { steps: 6, jumps: 4 } : { steps: 30, jumps: 12 };
const limits: Limits = options.quick
  ? { load: 20_000, move: 5000, moves: 3000 }
  : { load: 40_000, move: 6000, moves: 6000 };
/** After this long nothing but the floor and this map is measured any more. */
const END = Date.now() + 18 * 60_000;
const SHARES: readonly Share[] = [0.05, 0.5];

install();
const page = await buildPage();
let data: BenchData | null = null;
const { server, origin } = await serve((path) => {
  if (path === `data/${data?.rows}.bin`) return data!.binary;
  if (path === `data/${data?.rows}.geojson`) return data!.geojson;
  return page.get(path);
});
const probe = await launch();
const machine = machineOf(probe.version());
await probe.close();

const cells = new Map<string, Cell>();
const further: Map<string, Cell>[] = [];
const flags = [options.quick ? '--quick' : '', options.runs === '1' ? '' : `--runs ${options.runs}`].filter(Boolean);
const report = () =>
  scrubReport(
    cells,
    {
      command: ['npm run bench:scrub', ...(flags.length > 0 ? ['--', ...flags] : [])].join(' '),
      day: new Date().toISOString().slice(0, 10),
      machine,
      rounds: 1,
      moves,
      limits
    },
    further
  );

await round(cells, variants);
for (let run = 1; run < Number(options.runs); run++) {
  further.push(new Map());
  await round(
    further.at(-1)!,
    variants.filter(({ id }) => id === FLOOR.id || id === OURS.id)
  );
}
server.close();
console.log(`\n${report()}`);

async function round(cells: Map<string, Cell>, variants: readonly VariantInfo[]): Promise<void> {
  for (const rows of sizes) {
    if (data?.rows !== rows) data = new BenchData(rows);
    const questions = SHARES.map((share) => questionsOf(data!, share));
    for (const { id, upTo, draws } of variants) {
      if (rows > upTo) continue;
      if (Date.now() > END && id !== FLOOR.id && id !== OURS.id) {
        cells.set(cellKey(id, rows), { stopped: 'the run was over' });
        continue;
      }
      // Made before it is asked for, so that making it is not part of loading it.
      if (id !== FLOOR.id && id !== OURS.id) void data.geojson;
      const cell = await measure(`${origin}/?variant=${id}`, rows, draws, questions, limits).catch(
        (error: Error): Cell => {
          // The other cells are still worth having; the run fails at its end.
          console.error(error.message);
          process.exitCode = 1;
          return { stopped: 'failed' };
        }
      );
      cells.set(cellKey(id, rows), cell);
      console.log(
        `${id}, ${rows}: ${JSON.stringify(cell, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value))}`
      );
      if (!some) writeResults('Scrubbing at any number of events', report());
    }
  }
}

/** By the definition of the window alone. */
function rowsIn({ length, softEarliest, softLatest }: EventColumns, { from, to }: DayWindow): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (softEarliest[row]! <= to && softLatest[row]! >= from) rows.push(row);
  return rows;
}

function questionsOf({ columns }: BenchData, share: Share): Questions {
  const { windowDays, days } = planOf(columns, share);
  const asks = probesOf(columns, { windowDays, days });
  const countOf = countsOf(columns);
  const apart = (from: number, to: number) => asks.get(to)!.apart.has(from);
  return {
    share,
    windowDays,
    days,
    asks,
    counts: new Map(days.map((day) => [day, countOf(day, windowDays)])),
    drawn: days
      .filter((_, index) => index % 24 === 0)
      .map((day) => [day, digestOf(rowsIn(columns, windowAt(day, windowDays)))]),
    steps: movesOf(days, apart, moves.steps, 'steps'),
    jumps: movesOf(days, apart, moves.jumps, 'jumps')
  };
}
