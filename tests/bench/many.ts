import { parseArgs } from 'node:util';
import { manyEvents } from '../e2e/page-data.ts';
import { manyReport, type Visits } from './many-report.ts';
import { machineOf, writeResults } from './results.ts';
import { serveVariants, SLIDER, VARIANTS, type Variant } from './variants.ts';
import { CABLE, firstScrub, launch, SLOW_4G } from './visit.ts';

/*
 * `npm run bench:many`, after a build: how soon the page with 350,000 made-up events has rendered and can be scrubbed, on a
 * cable line and on slow 4G. Writes its section of RESULTS.md. `-- --events 10000`: with as many, and nothing is written.
 * `-- --runs 3`: each three times. A run takes some six minutes, most of it on slow 4G.
 */

const EVENTS = 350_000;
const TIMEOUT_MS = 10 * 60_000;

const { values: options } = parseArgs({
  options: { events: { type: 'string', default: String(EVENTS) }, runs: { type: 'string', default: '1' } }
});
const [rows, runs] = [Number(options.events), Number(options.runs)];

const { files, dataFile } = manyEvents(rows);
const own = new Map([...files].map(([path, body]) => [`/page/${path}`, body]));
const { server, origin } = await serveVariants(own);
// Compressed before anyone waits for them.
const none = () => ({ bytes: 0, packed: 0, files: 0 });
const sizes = { head: none(), texts: none(), ids: none() };
for (const [path, body] of files) {
  if (!path.endsWith('.json')) continue;
  const answer = await fetch(`${origin}/page/${path}`);
  await answer.body!.cancel();
  const size = path === dataFile ? sizes.head : path.includes('/ids-') ? sizes.ids : sizes.texts;
  size.bytes += body.length;
  size.packed += Number(answer.headers.get('content-length'));
  size.files++;
}

const browser = await launch();
const linked: Variant = {
  id: 'linked',
  title: 'A link to an event',
  path: `/page/?event=event-${Math.floor(rows / 2)}`,
  scrub: { slider: SLIDER, marks: '[data-detail] [data-claim], [data-list] [data-event]' }
};
const arrivals = [...VARIANTS.filter(({ id }) => ['page', 'deep', 'embed'].includes(id)), linked];
const measured: (Visits & { variant: Variant })[] = [CABLE, SLOW_4G].flatMap((reader) =>
  arrivals.map((variant) => ({ reader, variant, visits: [] }))
);
for (let run = 0; run < runs; run++) {
  for (const { reader, variant, visits } of measured) {
    const visit = await firstScrub(browser, reader, origin + variant.path, variant.scrub!, TIMEOUT_MS);
    visits.push(visit);
    console.log(`run ${run + 1} of ${runs}, ${reader.title}, ${variant.id}: ${JSON.stringify(visit)}`);
  }
}
const machine = machineOf(browser.version());
await browser.close();
server.close();
const text = manyReport(measured, { rows, runs, ...sizes, machine, day: new Date().toISOString().slice(0, 10) });
if (rows === EVENTS) writeResults('The page with many events', text);
console.log(`\n${text}`);
