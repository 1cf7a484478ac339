import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../e2e/find-browser.ts';
import { readPaints, scrubUntilSeen, watchPaints, type Paints } from './probe.ts';
import { report, type Measured } from './report.ts';
import { machineOf, writeResults } from './results.ts';
import { isInBuild, serveVariants, VARIANTS, type Variant } from './variants.ts';

/*
 * `npm run bench:load`, after a build: how soon the page has rendered and can be scrubbed on a slow connection and a
 * slow phone, next to its baselines in the same run. Writes its section of RESULTS.md. RUNS=n sets the number of runs
 * (5).
 */

const RUNS = Number(process.env.RUNS ?? 5);
const SLOWER = 4;
/**
 * "Slow 4G" of Chromium's own tools: 1.44 Mbit/s down, 675 kbit/s up, 562 ms for each request (150 ms there and back).
 */
const LINE = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9
};
const TIMEOUT_MS = 90_000;
/** Nothing more is counted this long after the map was drawn and the last byte came: the rest is the reader's. */
const QUIET_MS = 3000;
const MAP_DONE = '[data-map-state="ready"], [data-map-state="fallback"], [data-map="ready"]';

type Sent = () => { bytes: number; quietMs: number };

/** A fresh browser context, nothing cached, throttled. */
async function open(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  // tsx names functions by a helper of its own, which the text of a function given to the browser then calls.
  await page.addInitScript('globalThis.__name = (named) => named');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, close: () => context.close() };
}

async function paints(browser: Browser, url: string, sent: Sent): Promise<Paints & { bytes: number }> {
  const { page, close } = await open(browser);
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

/**
 * Milliseconds from the start of the navigation to the first answered move; a page of its own, as moving costs time.
 */
async function firstScrub(
  browser: Browser,
  url: string,
  { slider, marks }: NonNullable<Variant['scrub']>
): Promise<number> {
  const { page, close } = await open(browser);
  await page.addInitScript(scrubUntilSeen, { slider, marks });
  await page.goto(url, { waitUntil: 'commit', timeout: TIMEOUT_MS });
  const handle = await page.waitForFunction(() => (window as unknown as { scrubbed?: number }).scrubbed, null, {
    timeout: TIMEOUT_MS
  });
  const ms = (await handle.jsonValue())!;
  await close();
  return ms;
}

const { server, origin, sent } = await serveVariants();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  // WebGL by software, but the page itself drawn by the processor, as on a machine without a graphics card: drawn
  // through software WebGL too, its first paint is a second later, and that would be measured.
  args: ['--no-sandbox', '--enable-unsafe-swiftshader']
});
const measured: Measured[] = VARIANTS.filter(isInBuild).map((variant) => ({ variant, runs: [] }));
// Round by round, so that a busy minute of the machine does not fall on one variant alone.
for (let run = 0; run < RUNS; run++) {
  for (const { variant, runs } of measured) {
    const url = origin + variant.path;
    const scrub = variant.scrub ? await firstScrub(browser, url, variant.scrub) : null;
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
