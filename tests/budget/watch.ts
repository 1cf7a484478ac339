import { chromium } from '@playwright/test';
import { findBrowser } from '../e2e/find-browser.ts';
import { serveBuild, SUB_PATH } from '../e2e/static-server.ts';

/**
 * Opens the built page as a reader does. `fonts`: bytes of the font files that its text needs before any script has
 * run; `elsewhere`: addresses on other hosts that it asked for, with script.
 */
export async function watch(): Promise<{ fonts: number; elsewhere: string[] }> {
  const { server, origin } = await serveBuild();
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  });
  try {
    const still = await browser.newPage({ javaScriptEnabled: false });
    const fonts: Promise<number>[] = [];
    still.on('response', (response) => {
      if (response.url().endsWith('.woff2')) fonts.push(response.body().then((body) => body.length));
    });
    await still.goto(`${origin}${SUB_PATH}/`, { waitUntil: 'networkidle' });

    const live = await browser.newPage();
    const elsewhere: string[] = [];
    live.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) elsewhere.push(request.url());
    });
    await live.goto(`${origin}${SUB_PATH}/`, { waitUntil: 'networkidle' });
    return { fonts: (await Promise.all(fonts)).reduce((total, size) => total + size, 0), elsewhere };
  } finally {
    await browser.close();
    server.close();
  }
}
