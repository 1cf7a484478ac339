import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, findFirefox, findShell, findWebKit } from './find-browser.ts';
import { findNginx } from './find-nginx.ts';

/*
 * The browser tests need a Chrome or Chromium; with `--others`, Firefox, WebKitGTK and nginx too, and a Chromium without
 * windows, which is quicker. Finds them; else installs Debian's where that is possible; else says what to do. Without
 * Chromium that is a failure: its tests never pass by being skipped.
 */

function install(...packages: string[]): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing Debian’s ${packages.join(', ')} for the browser tests.`);
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

const found = findBrowser() ?? (process.env.CHROME_PATH === undefined && install('chromium') ? findBrowser() : null);
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

if (process.argv.includes('--others')) {
  const others = [
    { tests: 'IN FIREFOX', find: findFirefox, packages: ['firefox-esr', 'xvfb'] },
    { tests: 'IN WEBKIT', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
    { tests: 'THE HEADERS FOR NGINX', find: findNginx, packages: ['nginx-light'] }
  ];
  const missing = others.filter(({ find }) => !find()).flatMap(({ packages }) => packages);
  if (missing.length > 0) install(...new Set(missing));
  // A help, not a need; and not every system that has the others has it.
  if (findShell() === found && !process.env.CHROME_PATH) install('chromium-headless-shell');
  for (const { tests, packages } of others.filter(({ find }) => !find()))
    console.error(`\nNOT TESTED ${tests}: it was not found. Debian: sudo apt-get install ${packages.join(' ')}\n`);
}
