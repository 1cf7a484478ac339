import type { Browser } from '@playwright/test';
import { readPaints, watchPaints, type Paints } from './probe.ts';
import { report, type Measured } from './report.ts';
import { machineOf, writeResults } from './results.ts';
import { isInBuild, serveVariants, VARIANTS } from './variants.ts';
import { firstScrub, launch, open, SLOW_4G } from './visit.ts';

/*
 * `npm run bench:load`, after a build: how soon the page has rendered and can be scrubbed on a slow connection and a
 * slow phone, next to its baselines in the same run. Writes its section of RESULTS.md. RUNS=n sets the number of runs
 * (5).
 */

const RUNS = Number(process.env.RUNS ?? 5);
const TIMEOUT_MS = 90_000;
/** Nothing more is counted this long after the map was drawn and the last byte came: the rest is the reader's. */
const QUIET_MS = 3000;
const MAP_DONE = '[data-map-state="ready"], [data-map-state="fallback"], [data-map="ready"]';

type Sent = () => { bytes: number; quietMs: number };

async function paints(browser: Browser, url: string, sent: Sent): Promise<Paints & { bytes: number }> {
  const { page, close } = await open(browser, SLOW_4G);
  const before = sent().bytes;
  await page.addInitScript(watchPaints);
  await page.goto(url, { timeout: TIMEOUT_MS });
  const end = Date.now() + TIMEOUT_MS;
  await page.locator(MAP_DONE).waitFor({ state: 'attached', timeout: TIMEOUT_MS });
  while (sent().quietMs < QUIET_MS && Date.now() < end) await page.waitForTimeout(250);
  const seen = { ...(await page.evaluate(readPaints)), bytes: sent().bytes - before };
  await close();
  return seen;
}

const { server, origin, sent } = await serveVariants();
const browser = await launch();
const measured: Measured[] = VARIANTS.filter(isInBuild).map((variant) => ({ variant, runs: [] }));
// Round by round, so that a busy minute of the machine does not fall on one variant alone.
for (let run = 0; run < RUNS; run++) {
  for (const { variant, runs } of measured) {
    const url = origin + variant.path;
    const scrub = variant.scrub ? (await firstScrub(browser, SLOW_4G, url, variant.scrub, TIMEOUT_MS)).scrub : null;
    const result = { ...(await paints(browser, url, sent)), scrub };
    runs.push(result);
    console.log(`run ${run + 1} of ${RUNS}, ${variant.id}: ${JSON.stringify(result)}`);
  }
}
const machine = machineOf(browser.version());
await browser.close();
server.close();
const text = report(measured, { runs: RUNS, machine, day: new Date().toISOString().slice(0, 10) });
writeResults('How soon the page is there', text);
console.log(`\n${text}`);
