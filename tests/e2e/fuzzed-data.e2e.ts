import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import config from '../../svelte.config.js';
import type { Dataset } from '../../src/lib/model/dataset.ts';
import { isoDay } from '../../src/lib/model/day.ts';
import { basemapFiles } from '../../src/lib/server/basemap/vite-basemap-files.ts';
import { messageModules } from '../../src/lib/server/messages/vite-messages.ts';
import type { builtPages } from '../fuzz/built-pages.ts';
import { validDataSets } from '../fuzz/data-sets.ts';
import { inEnglish, OnDisk, readFolder, withSmallBasemap } from '../fuzz/folders.ts';
import { oddity } from '../fuzz/oddity.ts';
import { seeded } from '../synthetic/random.ts';
import { expect, test, type Site } from './site.ts';
import { SUB_PATH } from './static-server.ts';

/*
 * Data sets of tests/fuzz that the check calls valid, in the browser: the page that a build of each would have is hydrated,
 * and all that it names is opened.
 */
/** A twentieth of those that are rendered without a browser: each takes seconds here. */
const COUNT = Math.ceil(Number(process.env.FUZZ ?? 200) / 20);
const SEED = Number(process.env.FUZZ_SEED ?? 19_507);
/** MapLibre takes seconds for each map here. */
const WITH_MAP = 1;

type Made = { map: string; embed: string };

/** What makes the pages of a data set: components need a compiler. */
async function pageMaker(): Promise<{ make: (dataset: Dataset, dir: string) => Made; close: () => Promise<void> }> {
  const { compilerOptions } = config as { compilerOptions: object };
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [messageModules(), basemapFiles(), svelte({ configFile: false, compilerOptions })],
    resolve: { alias: { $lib: new URL('../../src/lib', import.meta.url).pathname } }
  });
  const pages = (await server.ssrLoadModule('/tests/fuzz/built-pages.ts')) as { builtPages: typeof builtPages };
  const built = {
    map: readFileSync('build/index.html', 'utf8'),
    embed: readFileSync('build/embed/index.html', 'utf8')
  };
  return { make: (dataset, dir) => pages.builtPages(dataset, dir, built), close: () => server.close() };
}

/** The queries of all that a data set names, with everything in sight. */
function addresses({ info, story, ...dataset }: Dataset): string[] {
  const wide = `day=${isoDay(info.domain.to)}&window=all&external=1&asof=day`;
  const of = (key: string, list: readonly { id: string }[]) => list.map(({ id }) => `${key}=${encodeURIComponent(id)}`);
  return [
    ...of('event', dataset.events),
    ...of('site', dataset.sites),
    ...of('area', dataset.areas),
    ...of('claim', dataset.claims),
    ...of('article', dataset.articles)
  ]
    .map((one) => `?${wide}&${one}`)
    .concat(
      of('chapter', story).map((one) => `?${one}`),
      `?${wide}`
    );
}

/** Goes to each address in the page as it is, as by Back. Returns what could not be opened. */
const visitAll = (page: Page, queries: string[]) =>
  page.evaluate(async (queries) => {
    const turn = () => new Promise((done) => setTimeout(done));
    const shown = (query: string) => {
      const [, type, id] = /(event|site|area|claim|article|chapter)=([^&]*)$/.exec(query) ?? [];
      if (type === undefined) return true;
      if (type === 'chapter') return document.querySelector('[data-chapter], .caption') !== null;
      return document.querySelector(`[data-detail="${CSS.escape(`${type}/${decodeURIComponent(id!)}`)}"]`) !== null;
    };
    const missing: string[] = [];
    for (const query of queries) {
      history.replaceState(null, '', query);
      dispatchEvent(new PopStateEvent('popstate'));
      // The first of a kind fetches its program.
      for (let tries = 0; tries < 1000; tries++) {
        await turn();
        if (shown(query)) break;
      }
      if (!shown(query)) missing.push(query);
    }
    return missing;
  }, queries);

/** What goes wrong with a data set in the browser, in words. What takes long is done with one of a few. */
async function faultsOf(site: Site, dataset: Dataset, at: number): Promise<string[]> {
  const { page } = site;
  const all = addresses(dataset);
  const wide = all.at(-1)!;
  const faults: string[] = [];
  const look = async () => {
    const lost = await page.locator('[data-island="lost"]').count();
    if (lost) faults.push(`${lost} parts are lost`);
    const odd = oddity(await page.locator('body').innerText());
    if (odd) faults.push(`it shows ${odd}`);
  };
  // Hydrated as it was prerendered, or with all that is in the data.
  await site.open(at % 2 ? wide : '');
  // Each time others: what is seen of a change is mostly in several of them.
  const share = all.length < 40 ? 2 : 8;
  const opened = all.filter((_, nth) => nth % share === at % share);
  for (const query of await visitAll(page, [...opened, wide])) faults.push(`${query} does not open`);
  await page.locator('[data-search]').click();
  await page.locator('input[role="combobox"]').fill(dataset.events[0]?.title.slice(0, 12) ?? 'a');
  await page.locator('dialog [data-found], dialog [role="status"]:not(:empty)').first().waitFor();
  if (at % 5 === 0) {
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await page.locator('#downloads summary').click();
    await page.locator('[data-picture]').waitFor();
  }
  await look();
  if (at % 4 === 3) {
    await page.goto(site.url(`?story=1&troops=1&${wide.slice(1)}`, '/embed/'));
    await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('[data-island="waiting"]') === null);
    await look();
  }
  return [...faults, ...site.problems.splice(0)];
}

test('data that the check calls valid never throws in the browser', async ({ site, page }) => {
  test.setTimeout(180_000 + COUNT * 10_000);
  page.setDefaultTimeout(30_000);
  const disk = new OnDisk();
  const maker = await pageMaker();
  let now: Made = { map: '', embed: '' };
  await page.route(
    (url) => [`${SUB_PATH}/`, `${SUB_PATH}/embed/`].includes(url.pathname),
    (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: new URL(route.request().url()).pathname.endsWith('/embed/') ? now.embed : now.map
      })
  );
  try {
    const real = inEnglish(withSmallBasemap(readFolder('geodata')));
    const region = readFolder('tests/fixtures/region');
    const [ofRegion, ofReal] = [region, real].map((base, at) => validDataSets(base, disk, seeded(SEED + at)));
    const faults: string[] = [];
    for (let at = 0; at < COUNT; at++) {
      const { dataset, how, dir } = (at % 6 === 5 ? ofReal! : ofRegion!).next().value!;
      now = maker.make(dataset, dir);
      if (at >= COUNT - WITH_MAP) site.letMapCome();
      const found = await faultsOf(site, dataset, at).catch((error: unknown) => [
        ...site.problems.splice(0),
        String(error).slice(0, 300)
      ]);
      if (found.length) faults.push(`${at}: ${how}\n   ${[...new Set(found)].join('\n   ')}`);
    }
    expect(faults.join('\n')).toBe('');

    // That it would be seen: a list with a member twice, which the check refuses.
    const dir = disk.become(region);
    const [{ dataset }] = [validDataSets(region, disk, seeded(SEED)).next().value!];
    const forms = dataset.info.nameForms;
    now = maker.make({ ...dataset, info: { ...dataset.info, nameForms: [...forms, forms[0]!] } }, dir);
    await page.goto(site.url());
    await expect.poll(() => site.problems.join()).toContain('each_key_duplicate');
    site.expected.push(/each_key_duplicate/);
  } finally {
    await maker.close();
    disk.remove();
  }
});
