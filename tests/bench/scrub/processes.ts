import type { Browser, CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

/**
 * Bytes held by the page's process and the one that draws, after a collection: typed arrays and what lies in the
 * (software) graphics memory are counted, which the page's own heap size leaves out. `null` where the system does not tell.
 */
export async function memoryOf(browser: Browser, page: Page, devtools: CDPSession): Promise<number | null> {
  await devtools.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(200);
  const sizes = (await processesOf(browser)).map(({ id }) => residentBytes(id));
  return sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + size!, 0);
}

/** Milliseconds that processors have spent for the page and for drawing it, on all threads: a busy machine adds little. */
export async function processorMsOf(browser: Browser): Promise<number> {
  return (await processesOf(browser)).reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** The page's process and the one that draws. */
async function processesOf(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU');
}

function residentBytes(id: number): number | null {
  try {
    const kB = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1];
    return kB === undefined ? null : Number(kB) * 1024;
  } catch {
    return null;
  }
}
