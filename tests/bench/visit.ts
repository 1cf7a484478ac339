import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../e2e/find-browser.ts';
import { readPaints, scrubUntilSeen, watchPaints, type Paints } from './probe.ts';
import type { Variant } from './variants.ts';

/** A line, in Mbit/s and milliseconds there and back, and how many times slower than this machine a reader's is. */
export type Reader = { title: string; down: number; up: number; roundTripMs: number; slower: number };

/** "Slow 4G" of Chromium's own tools, on a phone. */
export const SLOW_4G: Reader = { title: 'slow 4G', down: 1.6, up: 0.75, roundTripMs: 150, slower: 4 };
export const CABLE: Reader = { title: 'cable', down: 5, up: 1, roundTripMs: 28, slower: 1 };

/** What Chromium's own tools make of a line: a request is more than one way there and back, a line is not quite filled. */
const lineOf = ({ down, up, roundTripMs }: Reader) => ({
  offline: false,
  latency: roundTripMs * 3.75,
  downloadThroughput: ((down * 1e6) / 8) * 0.9,
  uploadThroughput: ((up * 1e6) / 8) * 0.9
});

export const launch = () =>
  chromium.launch({
    executablePath: findBrowser() ?? undefined,
    // WebGL by software, but the page itself drawn by the processor, as on a machine without a graphics card: drawn
    // through software WebGL too, its first paint is a second later, and that would be measured.
    args: ['--no-sandbox', '--enable-unsafe-swiftshader']
  });

/** A fresh browser context, nothing cached, throttled. */
export async function open(browser: Browser, reader: Reader) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  // tsx names functions by a helper of its own, which the text of a function given to the browser then calls.
  await page.addInitScript('globalThis.__name = (named) => named');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', lineOf(reader));
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: reader.slower });
  return { page, close: () => context.close() };
}

/**
 * `scrub`: milliseconds from the start of the navigation to the first answered move; with what was painted until then. A page
 * of its own, as moving costs time. Rejects where nothing answers in `timeoutMs`.
 */
export async function firstScrub(
  browser: Browser,
  reader: Reader,
  url: string,
  { slider, marks }: NonNullable<Variant['scrub']>,
  timeoutMs: number
): Promise<Paints & { scrub: number }> {
  const { page, close } = await open(browser, reader);
  await page.addInitScript(watchPaints);
  await page.addInitScript(scrubUntilSeen, { slider, marks });
  await page.goto(url, { waitUntil: 'commit', timeout: timeoutMs });
  const handle = await page.waitForFunction(() => (window as unknown as { scrubbed?: number }).scrubbed, null, {
    timeout: timeoutMs
  });
  const seen = { ...(await page.evaluate(readPaints)), scrub: (await handle.jsonValue())! };
  await close();
  return seen;
}
