import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { defaultOptions } from '../../src/lib/model/embed-options.ts';
import { iframeCode, pictureCode, scriptCode } from '../../src/lib/model/share-code.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { embedScript } from '../../src/lib/server/pages/embed-files.ts';
import { call, dayIn, ELEMENT, expect, hydrated, inside, test } from './embedding-host.ts';

/*
 * The map in pages as strangers make them: scripts that are bundled, content systems that strip tags, themes with rules of
 * their own, frameworks that set everything at once.
 */

const { info } = loadDataset();
const PROGRAM = readFileSync('build/embed.js', 'utf8');
const map = (attributes = '', content = '') => `<${ELEMENT} day="2023-05-29" ${attributes}>${content}</${ELEMENT}>`;

/** The address in the nth element's frame; `null` where it has none. */
const frameOf = (page: Page, nth = 0) =>
  page
    .locator(ELEMENT)
    .nth(nth)
    .evaluate((element) => element.shadowRoot?.querySelector('iframe')?.src ?? null);

/** What the elements tell, from the start. */
const LISTEN = `<script>
  window.heard = [];
  for (const map of document.querySelectorAll('${ELEMENT}'))
    for (const type of ['ready', 'change', 'height', 'error'])
      map.addEventListener(type, ({ detail }) => heard.push({ ...detail, id: map.id }));
</script>`;
type Heard = { id: string; type: string; about?: string; problem?: string; height?: number };
const heard = (page: Page, type: string) =>
  page.evaluate((of) => (window as unknown as { heard: Heard[] }).heard.filter((each) => each.type === of), type);

test('the script finds its own site, and takes no other script for itself', async ({ host, page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const vendor = '<script async src="/vendor/embed.js"></script>';
  const files = {
    '/vendor/embed.js': '',
    '/app.js': PROGRAM,
    '/loader/embed.js': 'fetch(MAP).then((r) => r.text()).then(eval)'
  };

  for (const [how, script] of Object.entries({
    'type module, after another vendor’s embed.js': `${vendor}<script type="module" src="${host.map}embed.js"></script>`,
    'an import': `<script>import('${host.map}embed.js')</script>`,
    'an image with a name of the document’s': `<img name="currentScript" src="${host.bareMap}embed.js" alt=""><script src="${host.map}embed.js"></script>`,
    'the address built in': `<script>${await embedScript(info, host.map)}</script>`
  })) {
    await host.open(`${script}${map()}`, {}, files);
    await expect.poll(() => frameOf(page), how).toBe(`${host.map}embed/?day=2023-05-29`);
  }
  expect(errors).toEqual([]);

  for (const [how, script] of Object.entries({
    'in the page': `<script>${PROGRAM}</script>`,
    'in a bundle': '<script src="/app.js"></script>',
    'run by a loader of the same name': `<script>MAP = '${host.map}embed.js'</script><script src="/loader/embed.js"></script>`
  })) {
    errors.length = 0;
    await host.open(`${vendor}${script}${map('', '<a href="/there">Northern Kosovo, 2023</a>')}`, {}, files);
    await page.locator(`${ELEMENT}:defined`).waitFor();
    await expect.poll(() => errors.join(), how).toContain('src="https://example.org/map/"');
    expect(await frameOf(page), how).toBeNull();
    await expect(page.getByRole('link', { name: 'Northern Kosovo, 2023' }), how).toBeVisible();
  }
  // With or without a slash, or the script itself.
  for (const src of [host.map, host.map.slice(0, -1), `${host.map}embed.js`]) {
    await page.locator(ELEMENT).evaluate((element, to) => element.setAttribute('src', to), src);
    // What the map before has told since is kept.
    await expect.poll(() => frameOf(page), src).toContain(`${host.map}embed/?day=2023-05-29`);
  }
  await page.locator(ELEMENT).evaluate((element) => element.setAttribute('src', 'javascript:alert(1)'));
  await expect.poll(() => frameOf(page)).toBeNull();
});

test('what is asked for last is shown: attributes set together, a call, put back, posted at load', async ({
  host,
  page
}) => {
  await page.setViewportSize({ width: 1000, height: 2200 });
  await host.open(
    `<script src="${host.map}embed.js"></script>${map('id="a" height="420"')}${map('id="b" height="420"')}${map('id="c" height="420"')}
     <iframe src="${host.map}embed/?day=2023-05-29&height=fixed" width="600" height="420"></iframe>
     <script>document.querySelector('iframe').onload = ({ target }) =>
       target.contentWindow.postMessage({ protocol: 'map-embed', version: 1, type: 'setDay', day: '2023-09-24' }, '*')
     </script>`
  );
  for (const nth of [0, 1, 2]) await hydrated(inside(page, nth));
  await page.evaluate(() => {
    type Driven = HTMLElement &
      Record<'setDay' | 'setLanguage', (value: string) => void> & { filter(by: object): void };
    const [a, b, c] = ['a', 'b', 'c'].map((id) => document.getElementById(id) as Driven) as [Driven, Driven, Driven];
    a.setAttribute('day', '2023-09-24');
    a.setAttribute('theme', 'dark');
    b.setDay('2023-09-24');
    b.filter({ hide: ['vote'] });
    b.filter({ external: true });
    b.setLanguage('sq_AL');
    c.remove();
    c.setAttribute('day', '2023-09-24');
    document.body.append(c);
  });
  await expect(dayIn(inside(page, 0))).toHaveText('24 September 2023');
  await expect(inside(page, 0).locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(dayIn(inside(page, 1))).toHaveText('24 shtator 2023');
  await expect
    .poll(() => page.locator('#b').evaluate((b) => (b as unknown as { state: object }).state))
    .toMatchObject({ hide: ['vote'], external: true });
  await expect(dayIn(inside(page, 2))).toHaveText('24 September 2023');
  await expect(dayIn(page.locator('body > iframe').contentFrame())).toHaveText('24 September 2023');
});

test('what means nothing is answered from the start, and what is meant is understood', async ({ host, page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await page.setViewportSize({ width: 1000, height: 1900 });
  await host.open(
    `<script src="${host.map}embed.js"></script>
     <${ELEMENT} id="wrong" day="2023-9-24" window="fortnight" event="nope" external="true" controls="none" lang="de" height="50%"></${ELEMENT}>
     ${map('id="meant" lang="sr_Cyrl" height="700px"')}${LISTEN}`
  );
  for (const nth of [0, 1]) await hydrated(inside(page, nth));
  expect(await frameOf(page, 1)).toContain('/map/sr-Cyrl/embed/');
  expect(await page.locator('#meant').evaluate((element) => element.clientHeight)).toBe(700);
  await expect.poll(() => heard(page, 'error')).toHaveLength(1);
  const [error] = await heard(page, 'error');
  expect(error).toMatchObject({ id: 'wrong', about: 'address' });
  for (const part of ['day=2023-9-24', 'window', 'event', 'external', 'controls=none'])
    expect(error!.problem).toContain(part);
  expect(warnings.join('\n')).toMatch(/lang="de".*en, sq, sr-Latn, sr-Cyrl/);
  expect(warnings.join('\n')).toMatch(/height="50%"/);
  expect(warnings.join('\n')).toContain('day=2023-9-24');
  for (const message of [{ type: 'dance' }, { type: 'filter', kinds: ['vote'] }]) {
    await call(page, 'post', message);
    await expect.poll(async () => (await heard(page, 'error')).at(-1)?.about).toBe(message.type);
  }
});

test('the codes work where quotation marks became curly, lines paragraphs, and where themes set heights', async ({
  host,
  page
}) => {
  const view = 'day=2023-09-24&window=week';
  const options = { ...defaultOptions(), theme: 'dark' as const };
  const codes = [scriptCode, iframeCode, pictureCode].map((write) => write(host.map, view, options, info));
  const pasted = codes.join('\n').replace(/"/g, '”').replace(/'/g, '’').replaceAll('\n', '</p><p>');
  await page.setViewportSize({ width: 1000, height: 2600 });
  await host.open(
    `<style>iframe{max-width:100%;height:auto}img{max-width:100%}.row{display:flex;width:500px}.row p{flex:1 0 100%}</style><p>${pasted}</p>
     <${ELEMENT} day=”2023-09-24” window=“week” height=”420”></${ELEMENT}>
     <div class="row"><p>Beside it</p>${map('height="300"')}</div>`
  );
  const link = page.getByRole('link', { name: info.title });
  // Of the iframe and of the picture; that in the element gives way to the map.
  await expect(link).toHaveCount(2);
  for (const nth of [0, 1]) await expect(link.nth(nth)).toHaveAttribute('href', `${host.map}?${view}`);
  expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.src)).toBe(`${host.map}card.png`);
  const frame = page.locator('p > iframe');
  expect(await frame.evaluate((element) => element.clientHeight)).toBe(700);
  await hydrated(frame.contentFrame());
  for (const shown of [inside(page, 0), frame.contentFrame(), inside(page, 1)])
    await expect(dayIn(shown)).toHaveText('24 September 2023');
  await expect(inside(page, 0).locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.locator(`.row ${ELEMENT}`).evaluate((element) => element.clientWidth)).toBeGreaterThanOrEqual(280);

  // And where the content system strips the script.
  await host.open(codes[0]!.replace(/<script.*?<\/script>/, ''));
  await expect(link).toBeVisible();
});

test('WordPress’s sandboxed frame gets its height and its links', async ({ host, page }) => {
  const secret = 'aB3dE6gH9j';
  await host.open(
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" width="600" height="300" data-secret="${secret}"
       src="${host.map}embed/?day=2023-09-24&height=fixed#?secret=${secret}"></iframe>
     <script>
       window.followed = [];
       addEventListener('message', ({ data, source }) => {
         const frame = document.querySelector('iframe');
         if (!data?.secret || !data.message || !data.value || source !== frame.contentWindow) return;
         if (/[^a-zA-Z0-9]/.test(data.secret) || data.secret !== frame.dataset.secret) return;
         if (data.message === 'height') frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
         if (data.message === 'link' && document.activeElement === frame) followed.push(data.value);
       });
     </script>`
  );
  const frame = page.locator('iframe').contentFrame();
  await hydrated(frame);
  await expect
    .poll(() => frame.locator('html').evaluate((html) => [innerHeight > 500, html.scrollHeight - html.clientHeight]))
    .toEqual([true, 0]);
  await frame.locator('[data-full]').click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { followed: string[] }).followed))
    .toEqual([expect.stringContaining(`${host.map}?day=2023-09-24`)]);
});

test('a page with COEP shows the map, with its worker', async ({ host, page }) => {
  await host.open(`<script src="${host.map}embed.js"></script>${map()}`, {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin'
  });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  host.letMapCome();
  await inside(page).locator('[data-map-state="ready"]').waitFor();
});

test('an embed that was never scrolled to prints a link', async ({ host, page }) => {
  await host.open(
    `<style>div{height:9000px}</style><script src="${host.map}embed.js"></script><div></div>${map()}${map('', '<a href="/own">Our map</a>')}`
  );
  const link = page.getByRole('link', { name: info.title });
  await expect(link).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('href', `${host.map}?day=2023-05-29`);
  await expect(page.getByRole('link', { name: 'Our map' })).toBeVisible();
  expect(
    await page
      .locator(ELEMENT)
      .first()
      .evaluate((element) => element.shadowRoot!.querySelector('iframe')!.clientHeight)
  ).toBe(0);
});

test('twenty mounts leave no listener and no frame', async ({ host, page }) => {
  await page.addInitScript(() => {
    if (window !== top) return;
    const [add, remove] = [window.addEventListener, window.removeEventListener];
    const state = { listeners: 0 };
    const counting = (by: number, real: unknown) =>
      function (this: unknown, ...given: unknown[]) {
        state.listeners += by;
        (real as (...given: unknown[]) => void).apply(window, given);
      };
    Object.assign(window, { state, addEventListener: counting(1, add), removeEventListener: counting(-1, remove) });
  });
  await host.open(`<script src="${host.map}embed.js"></script>`);
  const mounted = await page.evaluate((name) => {
    const { state } = window as unknown as { state: { listeners: number } };
    const before = state.listeners;
    const maps = Array.from({ length: 20 }, () => document.body.appendChild(document.createElement(name)));
    const most = state.listeners - before;
    for (const map of maps) map.remove();
    return { most, left: state.listeners - before };
  }, ELEMENT);
  expect(mounted.most).toBeGreaterThan(0);
  expect(mounted.left).toBe(0);
  expect(page.frames()).toHaveLength(1);
});

test('a hostile map can neither throw in the page nor keep it busy', async ({ host, page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/embed/?*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>
        const tell = (message) => parent.postMessage({ protocol: 'map-embed', version: 1, ...message }, '*');
        for (const state of [undefined, null, 1, {}, { query: {} }]) { tell({ type: 'ready', state }); tell({ type: 'change', state }); }
        for (const height of [500n, [500], '500', {}, null, 1e9, -1]) tell({ type: 'height', height });
        for (let i = 0; i < 2000; i++) tell({ type: 'height', height: 900 + (i % 2) * 4000 });
        tell({ type: 'error', about: {}, problem: {} });
        tell({ type: 'error', about: 'address', problem: { toString: 1 } });
        tell({ type: 'ready', state: { query: 'day=2023-05-29' } });
      </script>`
    })
  );
  await host.open(`<script src="${host.map}embed.js"></script>${map()}${LISTEN}`);
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  expect((await heard(page, 'height')).length).toBeLessThanOrEqual(30);
  await page.locator(ELEMENT).evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect.poll(() => frameOf(page)).toContain('theme=dark');
  expect(errors).toEqual([]);
});

test('of a file that a frame may not save it is not said that it is saved', async ({ host, page }) => {
  await host.open(
    `<iframe width="1200" height="800" sandbox="allow-scripts allow-same-origin" src="${host.bareMap}"></iframe>`
  );
  const frame = page.locator('iframe').contentFrame();
  await frame.locator('[data-hydrated]').waitFor({ state: 'attached' });
  await frame.locator('[data-island="waiting"]').first().waitFor({ state: 'detached' });
  await frame.locator('#downloads > summary').click();
  await frame.locator('[data-make="claims.csv"]').click();
  await expect(frame.locator('#downloads [role="status"]').first()).toContainText(
    'claims.csv was handed to the browser'
  );
});
