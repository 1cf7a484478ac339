import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** The path of an installed Chrome or Chromium: CHROME_PATH first, then the PATH, usual places, Playwright's own; or `null`. */
export function findBrowser(): string | null {
  const asked = process.env.CHROME_PATH;
  if (asked) return existsSync(asked) ? asked : null;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const own = (() => {
    try {
      return [chromium.executablePath()];
    } catch {
      return [];
    }
  })();
  return [...onPath, ...PLACES, ...own].find((path) => path !== '' && existsSync(path)) ?? null;
}
