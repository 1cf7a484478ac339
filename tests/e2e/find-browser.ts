import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const CHROMES = {
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
  ]
};
const SHELLS = { names: ['chromium-headless-shell', 'chrome-headless-shell'], places: [] };
const FIREFOXES = {
  names: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe']
};

function find({ names, places }: { names: string[]; places: string[] }): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return [...onPath, ...places].find((path) => path !== '' && existsSync(path)) ?? null;
}

/**
 * Chromium without the windows that nobody sees in a test: the same engine for a little more than half of the work. Where
 * it is not installed, and where CHROME_PATH says otherwise, the whole browser.
 */
export const findShell = (): string | null =>
  process.env.CHROME_PATH ? findBrowser() : (find(SHELLS) ?? findBrowser());

/** The path of an installed Chrome or Chromium: CHROME_PATH first, then the PATH, usual places, Playwright's own; or `null`. */
export function findBrowser(): string | null {
  const asked = process.env.CHROME_PATH;
  if (asked) return existsSync(asked) ? asked : null;
  const own = (() => {
    try {
      return [chromium.executablePath()];
    } catch {
      return [];
    }
  })();
  return find({ ...CHROMES, places: [...CHROMES.places, ...own] });
}

/** The path of an installed Firefox, where it can have windows; or `null`. */
export const findFirefox = () => (hasScreen() ? find(FIREFOXES) : null);

/** WebKitGTK’s driver, and the small browser that comes with the library, where they can have windows; or `null`. */
export function findWebKit(): { driver: string; program: string } | null {
  const driver = find({ names: ['WebKitWebDriver'], places: [] });
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync).flatMap((lib) => [
    lib,
    ...readdirSync(lib)
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(lib, name))
  ]);
  const program = folders.map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser')).find(existsSync);
  return driver && program && hasScreen() ? { driver, program } : null;
}

/** Where windows are drawn that nobody sees. */
export const findXvfb = () => find({ names: ['Xvfb'], places: [] });

/** Without windows Firefox has no WebGL, and WebKitGTK does not start. */
const hasScreen = () => process.platform !== 'linux' || !!process.env.DISPLAY || findXvfb() !== null;
