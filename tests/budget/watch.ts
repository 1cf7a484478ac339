import { chromium } from '@playwright/test';
import { findBrowser } from '../e2e/find-browser.ts';
import { serveBuild, SUB_PATH } from '../e2e/static-server.ts';

/** `fonts`: bytes of the font files that the text needs before any script has run; `elsewhere`: addresses on other hosts. */
export type Watched = { fonts: number; elsewhere: string[] };

/** Opens the built first page of each folder as a reader does, without script and with it. */
export async function watch(folders: readonly string[]): Promise<Watched[]> {
  const { server, origin } = await serveBuild();
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  });
  const watchOne = async (folder: string): Promise<Watched> => {
    const address = `${origin}${SUB_PATH}/${folder}`;
    // A context of its own: what another language has fetched is not there yet.
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    const fonts: Promise<number>[] = [];
    still.on('response', (response) => {
      if (response.url().endsWith('.woff2')) fonts.push(response.body().then((body) => body.length));
    });
    await still.goto(address, { waitUntil: 'networkidle' });

    const live = await browser.newPage();
    const elsewhere: string[] = [];
    live.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
        elsewhere.push(request.url());
    });
    await live.goto(address, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(fonts);
    await Promise.all([context.close(), live.close()]);
    return { fonts: sizes.reduce((total, size) => total + size, 0), elsewhere };
  };
  try {
    const watched: Watched[] = [];
    // One after the other: each draws a whole map.
    for (const folder of folders) watched.push(await watchOne(folder));
    return watched;
  } finally {
    await browser.close();
    server.close();
  }
}
