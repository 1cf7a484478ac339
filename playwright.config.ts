import { defineConfig, type Project } from '@playwright/test';
import type { Options } from './tests/e2e/other-browsers/test.ts';
import { otherRegion } from './tests/other-region.ts';
import { findBrowser, findFirefox, findShell, findWebKit } from './tests/e2e/find-browser.ts';

const ARGS = [
  '--no-sandbox',
  '--lang=en-US',
  // WebGL by software: no machine for builds has a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
];
/** The page around the map without it: software WebGL takes twice the time for that. */
const PLAIN_PAGE = ['--disable-gpu-rasterization', '--disable-gpu-compositing'];
const TOUCH = '**/touch.e2e.ts';
const OTHERS = '**/other-browsers/*.e2e.ts';
const ANY_REGION = '**/any-region.e2e.ts';
const region = otherRegion();
if (region !== null && process.env.TEST_WORKER_INDEX === undefined)
  console.log(`In the browser: only what holds for any region, on the build of ${region}.`);
const launched = (program: string | null, args: string[]) => ({
  launchOptions: { executablePath: program ?? undefined, args }
});

/** What is tested of the published region alone. */
const onlyPublished: Project<Options>[] = [
  // Gestures go through the compositor: here it is the one that readers have.
  { name: 'touch', testMatch: TOUCH, use: launched(findBrowser(), ARGS) },
  // Where they are not, ensure-browser.ts has said so.
  ...(findFirefox() ? [{ name: 'firefox', testMatch: OTHERS, use: { engine: 'firefox' as const } }] : []),
  ...(findWebKit() ? [{ name: 'webkit', testMatch: OTHERS, use: { engine: 'webkit' as const } }] : [])
];

export default defineConfig<Options>({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  snapshotPathTemplate: 'tests/e2e/visual/{arg}{ext}',
  // Software WebGL is slow on shared machines: the limits are generous, and nothing is asserted about time.
  timeout: 180_000,
  expect: { timeout: 20_000, toMatchAriaSnapshot: { pathTemplate: '{testDir}/aria/{arg}{ext}' } },
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    // But in the tests of it: it fetches the whole site in each test's own profile.
    serviceWorkers: 'block',
    locale: 'en-GB',
    // A zone west of Greenwich: a day that is read as an instant shows at once.
    timezoneId: 'America/New_York'
  },
  projects: [
    {
      name: 'chromium',
      ...(region === null ? { testIgnore: [TOUCH, OTHERS, ANY_REGION] } : { testMatch: ANY_REGION }),
      use: launched(findShell(), [...ARGS, ...PLAIN_PAGE])
    },
    ...(region === null ? onlyPublished : [])
  ]
});
