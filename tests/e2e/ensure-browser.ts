import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

/*
 * The browser tests need a Chrome or Chromium. Finds one; else installs Debian's where that is possible;
 * else says what to do and fails: they never pass by being skipped.
 */

function install(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  console.log('No Chrome or Chromium found: installing Debian’s chromium.');
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

const found = findBrowser() ?? (process.env.CHROME_PATH === undefined && install() ? findBrowser() : null);
if (found) {
  console.log(`Browser for the tests: ${found}`);
} else {
  console.error(
    process.env.CHROME_PATH
      ? `CHROME_PATH is ${process.env.CHROME_PATH}, and there is no such file. Point it to a Chrome or Chromium.`
      : 'The browser tests need Chrome or Chromium, and none was found. Install one (Debian and Ubuntu: sudo apt-get install chromium;\n' +
          'macOS: brew install --cask chromium; anywhere: npx playwright install chromium), or set CHROME_PATH to its program.'
  );
  process.exit(1);
}
