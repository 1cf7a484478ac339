import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/find-browser.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  snapshotPathTemplate: 'tests/e2e/visual/{arg}{ext}',
  // Software WebGL is slow on shared machines: the limits are generous, and nothing is asserted about time.
  timeout: 180_000,
  expect: { timeout: 20_000, toMatchAriaSnapshot: { pathTemplate: '{testDir}/aria/{arg}{ext}' } },
  // One more than the cores of a small machine: many tests wait, for a service worker or an animation.
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
    timezoneId: 'America/New_York',
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: [
        '--no-sandbox',
        '--lang=en-US',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run'
      ]
    }
  }
});
