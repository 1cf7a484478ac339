import type { Locator, Page } from '@playwright/test';
import { CATALOGUES } from '../../src/lib/i18n/catalogues.ts';
import { LANGUAGES, type LanguageId } from '../../src/lib/i18n/languages.ts';
import { folderOf } from '../../src/lib/model/language-folder.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { textsOf } from '../../src/lib/server/geodata/texts.ts';
import { expect, test, type Site } from './site.ts';

const IDS = Object.keys(LANGUAGES) as LanguageId[];
const OTHERS = IDS.filter((id) => id !== 'en');

const STATES = [
  '',
  '?day=2023-09-24&window=week&event=september-clash',
  '?day=2023-05-30&window=month&asof=day&hide=statement&external=1',
  '?day=2023-12-31&window=all&without=topwar-2023-09-29&site=zvecan-municipal-building'
];

/** What the page shows, but for its words. */
const sceneOf = (page: Page) =>
  page.evaluate(() => ({
    marks: [...document.querySelectorAll('[data-mark]')].map((mark) => [
      mark.getAttribute('data-mark'),
      mark.getAttribute('data-presence')
    ]),
    events: [...document.querySelectorAll('[data-list] [data-event]')].map((item) => [
      item.getAttribute('data-event'),
      item.getAttribute('data-presence')
    ]),
    detail: document.querySelector('[data-detail]')?.getAttribute('data-detail') ?? null,
    day: document.querySelector('.now time')?.getAttribute('datetime'),
    query: location.search
  }));

const hydrated = (page: Page) => page.locator('[data-hydrated]').waitFor({ state: 'attached' });
const link = (page: Page, id: LanguageId): Locator => page.locator(`header a[hreflang="${id}"]`);

for (const state of STATES) {
  test(`switching the language keeps the scene of ${state || 'the first view'}`, async ({ site, page }) => {
    await site.open(state);
    if (state.includes('event=') || state.includes('site=')) await page.locator('[data-detail]').waitFor();
    await expect.poll(async () => (await sceneOf(page)).day).toBeTruthy();
    const english = await sceneOf(page);
    for (const id of OTHERS) {
      await site.openLanguages();
      await link(page, id).click();
      await page.waitForURL(`**/${id}/**`);
      await hydrated(page);
      await expect(page.locator('html')).toHaveAttribute('lang', id);
      await expect(link(page, id)).toHaveAttribute('aria-current', 'true');
      if (english.detail) await page.locator('[data-detail]').waitFor();
      const { query: _query, ...wanted } = english;
      await expect.poll(() => sceneOf(page)).toMatchObject(wanted);
      const { query } = await sceneOf(page);
      for (const [key, value] of new URLSearchParams(state)) expect(new URLSearchParams(query).get(key)).toBe(value);
    }
  });
}

test('the switch is plain links without script, and carries the place on the page with it', async ({
  site,
  page,
  browser
}) => {
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(site.url());
  await still.locator('[data-languages] summary').click();
  await still.locator('header a[hreflang="sr-Latn"]').click();
  await expect(still.locator('html')).toHaveAttribute('lang', 'sr-Latn');
  await still.close();
  await site.open('?day=2023-05-29&window=day#claim-blazetrends-01');
  await site.openLanguages();
  await link(page, 'sq').click();
  await page.waitForURL(/\/sq\/\?day=2023-05-29&window=day#claim-blazetrends-01$/);
});

test('every page names itself in every language', async ({ site, page }) => {
  for (const id of IDS) {
    for (const path of ['', 'about/']) {
      await page.goto(site.url('', `/${folderOf(id)}${path}`));
      const links = await page
        .locator('link[rel="alternate"][hreflang]')
        .evaluateAll((all) => all.map((each) => [each.getAttribute('hreflang'), (each as HTMLLinkElement).href]));
      expect(Object.fromEntries(links)).toEqual({
        ...Object.fromEntries(IDS.map((other) => [other, site.url('', `/${folderOf(other)}${path}`)])),
        'x-default': site.url('', `/${path}`)
      });
    }
  }
});

/** English messages and texts of the data that a language says in other words. */
function englishOnly(id: LanguageId): Set<string> {
  const own = CATALOGUES[id];
  const plain = Object.entries(CATALOGUES.en).flatMap(([key, message]) =>
    typeof message === 'string' && own[key as keyof typeof own] !== message ? [message] : []
  );
  const [texts, theirs] = [textsOf(loadDataset('geodata')), textsOf(loadDataset('geodata', id))];
  const said = new Set<string>([
    ...theirs.values(),
    ...Object.values(own).flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)))
  ]);
  const data = [...texts].flatMap(([key, text]) => (theirs.get(key) === text ? [] : [text]));
  return new Set(
    [...plain, ...data].filter((text) => /\p{L}{2}/u.test(text) && !text.includes('{') && !said.has(text))
  );
}

/** Every text that can be read or heard on the page. */
const wordsOn = (page: Page) =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode as Text;
      // What sources are called and call things is quoted in its own language.
      if (!parentElement || parentElement.closest('script, style, noscript, cite, q, [lang]:not(html)')) continue;
      texts.push(textContent!.replace(/\s+/g, ' ').trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    }
    return texts.filter(Boolean);
  });

for (const id of OTHERS) {
  test(`nothing on the pages in ${id} is left in English, and no message is missing`, async ({ site, page }) => {
    test.slow();
    const english = englishOnly(id);
    expect(english.size).toBeGreaterThan(500);
    const keys = new Set(Object.keys(CATALOGUES.en));
    const found: string[] = [];
    const look = async (where: string) => {
      for (const text of await wordsOn(page))
        if (english.has(text) || (keys.has(text) && text.includes('.'))) found.push(`${where}: ${text}`);
    };
    for (const state of STATES) {
      await page.goto(site.url(state, `/${id}/`));
      await hydrated(page);
      if (/event=|site=/.test(state)) await page.locator('[data-detail]').waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      await look(state);
    }
    await page.goto(site.url('', `/${id}/about/`));
    await look('about');
    await page.goto(site.url('?day=2023-09-24', `/${id}/embed/`));
    await hydrated(page);
    await look('embed');
    expect([...new Set(found)]).toEqual([]);
  });
}

test('places are named in the reader’s language first, and a choice is kept in the address', async ({
  site,
  page,
  request
}) => {
  const names: Partial<Record<LanguageId, RegExp>> = {
    sq: /Leposaviq/,
    'sr-Latn': /Leposavić/,
    'sr-Cyrl': /Лепосавић/
  };
  for (const [id, name] of Object.entries(names)) {
    const address = site.url('', `/${id}/`);
    // The drawing gives way to what stands over the map: as it is served, and as it is when the page works.
    const served = await (await request.get(address)).text();
    expect(/<svg[^>]*data-static-map="whole"[\s\S]*?<\/svg>/.exec(served)?.[0], `the drawing in ${id}`).toMatch(name);
    await page.goto(address);
    await hydrated(page);
    await expect(page.locator('.stage .overlay').getByText(name).first()).toBeVisible();
  }
  await site.openLanguages();
  await page.locator('header select').selectOption('sq');
  await expect(page).toHaveURL(/names=sq/);
  await link(page, 'en').click();
  await expect(page.locator('header select')).toHaveValue('sq');
});

/** The site in a page, as others embed it. */
async function embedded(site: Site, attributes: string): Promise<Page> {
  const { page } = site;
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script src="embed.js"></script><northern-kosovo-map ${attributes}></northern-kosovo-map>`
    })
  );
  await page.goto(site.url('', '/host.html'));
  return page;
}

test('an embed speaks the language asked for, and changes it at what is shown', async ({ site }) => {
  const page = await embedded(site, 'day="2023-05-29" window="day" lang="sq"');
  const frame = page.frameLocator('northern-kosovo-map iframe');
  await expect(frame.locator('h1 time')).toHaveText('29 maj 2023');
  await frame.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const map = document.querySelector('northern-kosovo-map') as HTMLElement & {
      setDay(day: string): void;
      state: { day: string } | null;
    };
    map.setDay('2023-09-24');
  });
  await expect(frame.locator('h1 time')).toHaveText('24 shtator 2023');
  await expect
    .poll(() =>
      page.evaluate(
        () => (document.querySelector('northern-kosovo-map') as unknown as { state: { day: string } }).state?.day
      )
    )
    .toBe('2023-09-24');
  await page.evaluate(() =>
    (document.querySelector('northern-kosovo-map') as unknown as { setLanguage(language: string): void }).setLanguage(
      'sr-Cyrl'
    )
  );
  await expect(frame.locator('h1 time')).toHaveText('24. септембар 2023.');
});

test('a frame without our script changes its language by a message, and by its address', async ({ site, page }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe src="embed/?day=2023-09-24&lang=sr-Latn&controls=minimal" width="600" height="700"></iframe>'
    })
  );
  await page.goto(site.url('', '/host.html'));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('h1 time')).toHaveText('24. septembar 2023.');
  await frame.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const message = { protocol: 'map-embed', version: 1, type: 'setLanguage', language: 'sq' };
    document.querySelector('iframe')!.contentWindow!.postMessage(message, '*');
  });
  await expect(frame.locator('h1 time')).toHaveText('24 shtator 2023');
  await expect(frame.locator('[data-embed]')).toHaveAttribute('data-controls', 'minimal');
});

test('the share dialog offers all languages for the embed', async ({ site, page }) => {
  await page.goto(site.url('?day=2023-09-24&window=week', '/sq/'));
  await hydrated(page);
  await page.getByRole('button', { name: CATALOGUES.sq['share.open'] as string }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('textarea').first()).toHaveValue(site.url('?day=2023-09-24&window=week', '/sq/'));
  const choice = dialog.getByLabel(CATALOGUES.sq['share.language'] as string);
  await expect(choice.locator('option')).toHaveText(Object.values(LANGUAGES).map(({ name }) => name));
  await choice.selectOption('sr-Cyrl');
  await expect(dialog.locator('iframe:not([hidden])').contentFrame().locator('h1 time')).toHaveText(
    '24. септембар 2023.'
  );
});
