import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { hydrated, call, dayIn, ELEMENT, expect, inside, test } from './embedding-host.ts';

const element = (attributes = '') => `<${ELEMENT} day="2023-05-29" window="day" ${attributes}></${ELEMENT}>`;

test('the script is under 5 kB and the types are beside it', () => {
  expect(gzipSync(readFileSync('build/embed.js')).length).toBeLessThan(5000);
  const types = readFileSync('build/embed.d.ts', 'utf8');
  expect(types).not.toMatch(/^import/m);
  expect(types).toContain(`'${ELEMENT}': EmbedElement`);
});

test('one line embeds the map on a site with a strict policy', async ({ host, page }) => {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  const origin = new URL(host.map).origin;
  await host.open(`<script src="${host.map}embed.js"></script>${element()}`, {
    'content-security-policy': `default-src 'none'; script-src ${origin}; frame-src ${origin}`
  });
  const frame = inside(page);
  await hydrated(frame);
  await expect(dayIn(frame)).toHaveText('29 May 2023');
  await expect(frame.locator('[data-full]')).toHaveAttribute('href', /\?day=2023-05-29&window=day$/);
  expect(problems).toEqual([]);
});

for (const isolated of [true, false]) {
  test(`with an ${isolated ? 'opaque origin' : 'own origin'} the frame is sandboxed and hydrated`, async ({
    host,
    page
  }) => {
    await host.open(`<script src="${host.map}embed.js"></script>${element(isolated ? 'isolated' : '')}`);
    const frame = inside(page);
    await hydrated(frame);
    expect(await frame.locator('body').evaluate(() => self.origin === 'null')).toBe(isolated);
    await call(page, 'setDay', '2023-09-24');
    await expect(dayIn(frame)).toHaveText('24 September 2023');
    // Without an origin there is no worker for the map: its library, which is held here, is not even asked for.
    if (isolated) await frame.locator('[data-map-state="fallback"]').waitFor();
  });
}

test('where an opaque origin gets no CORS header, the prerendered view still shows', async ({ host, page }) => {
  await host.open(
    `<iframe width="600" height="700" sandbox="allow-scripts" src="${host.bareMap}embed/?day=2023-09-24"></iframe>`
  );
  const frame = page.locator('iframe').contentFrame();
  await expect(dayIn(frame)).toHaveText('31 December 2023');
  await expect(frame.locator('[data-event]').first()).toBeVisible();
  await expect(frame.locator('[data-full]')).toBeVisible();
  await expect(frame.locator('[data-slider]').first()).toBeHidden();
});

test('a plain iframe needs no script of the host, and the map fills its height', async ({ host, page }) => {
  await host.open(
    `<iframe width="600" height="740" src="${host.map}embed/?day=2023-09-24&window=day&height=fixed&controls=minimal"></iframe>`
  );
  const frame = page.locator('iframe').contentFrame();
  await hydrated(frame);
  await expect(dayIn(frame)).toHaveText('24 September 2023');
  await expect(frame.locator('[data-step]')).toHaveCount(0);
  expect(await frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
});

test('before its program is there, an iframe has its size, and what does not depend on the day', async ({
  host,
  page
}) => {
  await page.route('**/*.js', () => {});
  await page.setViewportSize({ width: 600, height: 740 });
  for (const [path, isHeld] of [
    ['embed/?day=2023-09-24&window=day&theme=dark&height=fixed', true],
    ['embed/event/zvecan-clash/?theme=dark&height=fixed', false]
  ] as const) {
    await page.goto(host.map + path, { waitUntil: 'commit' });
    await expect(page.locator('.stage svg').first()).toBeVisible();
    await expect(page.locator('[data-full]')).toBeVisible({ visible: !isHeld });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await page.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight), path).toBe(0);
  }
});

test('three embeds on a page are driven apart', async ({ host, page }) => {
  await host.open(
    `<script src="${host.map}embed.js"></script><script src="${host.map}embed.js"></script>${element()}${element()}${element()}`
  );
  await page.locator(ELEMENT).nth(2).scrollIntoViewIfNeeded();
  for (const nth of [0, 1, 2])
    await page
      .locator(ELEMENT)
      .nth(nth)
      .evaluate(
        (map) =>
          map.querySelector('iframe') ?? map.shadowRoot!.querySelector('iframe')!.setAttribute('loading', 'eager')
      );
  for (const nth of [0, 1, 2]) await hydrated(inside(page, nth));
  await page
    .locator(ELEMENT)
    .nth(1)
    .evaluate((map) => map.setAttribute('day', '2023-09-24'));
  await page
    .locator(ELEMENT)
    .nth(2)
    .evaluate((map) => (map as HTMLElement & { setDay(day: string): void }).setDay('2023-11-20'));
  await expect(dayIn(inside(page, 1))).toHaveText('24 September 2023');
  await expect(dayIn(inside(page, 2))).toHaveText('20 November 2023');
  await expect(dayIn(inside(page, 0))).toHaveText('29 May 2023');
});

test('an embed in a shadow root is taken out and put back, and shows what it showed', async ({ host, page }) => {
  await host.open(`<script src="${host.map}embed.js"></script><div id="root"></div>`);
  await page.evaluate((name) => {
    const map = document.createElement(name);
    document.querySelector('#root')!.attachShadow({ mode: 'open' }).append(map);
    map.setAttribute('day', '2023-05-29');
  }, ELEMENT);
  await hydrated(inside(page));
  await call(page, 'setDay', '2023-09-24');
  await expect(dayIn(inside(page))).toHaveText('24 September 2023');
  await expect
    .poll(() =>
      page.locator(ELEMENT).evaluate((map) => (map as unknown as { state: { day: string } | null }).state?.day)
    )
    .toBe('2023-09-24');
  await page.locator(ELEMENT).evaluate((map) => {
    const parent = map.parentNode!;
    map.remove();
    parent.append(map);
  });
  await hydrated(inside(page));
  await expect(dayIn(inside(page))).toHaveText('24 September 2023');
});

test('a page opened in a hidden tab has its map once it is shown', async ({ host, page, context }) => {
  const other = await context.newPage();
  await other.bringToFront();
  await host.open(`<script src="${host.map}embed.js"></script>${element()}`);
  await call(page, 'setDay', '2023-09-24');
  await page.bringToFront();
  await hydrated(inside(page));
  await expect(dayIn(inside(page))).toHaveText('24 September 2023');
});

test('counts of more days than the one in the heading say since when', async ({ host, page }) => {
  await host.open(`<script src="${host.map}embed.js"></script>${element()}`);
  const frame = inside(page);
  await hydrated(frame);
  await expect(frame.locator('[data-counts]')).toHaveText('2 events');
  await call(page, 'setDay', '2023-09-24', 'week');
  await expect(frame.locator('[data-counts]')).toHaveText('since 18 Sept: 2 to 5 events');
});

test('a story drives the map as it is scrolled', async ({ host, page }) => {
  await page.goto(`${host.map}docs/embed/story.html`);
  await hydrated(inside(page));
  for (const [day, shown] of [
    ['2023-11-20', '20 November 2023'],
    ['2023-09-24', '24 September 2023']
  ] as const) {
    await page.locator(`section[data-day="${day}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
    await expect(dayIn(inside(page))).toHaveText(shown);
  }
});

test('the host page does not shift, and nothing is clipped from 1,200 to 280 px', async ({ host, page }) => {
  test.slow();
  await page.addInitScript(() => {
    const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const controls of ['1', 'minimal', '0']) {
    for (const width of [1200, 561, 500, 440, 385, 320, 280]) {
      await page.setViewportSize({ width, height: 1000 });
      await host.open(
        `<style>body{margin:0}</style><script src="${host.map}embed.js"></script>${element(`controls="${controls}"`)}<p>The story goes on.</p>`
      );
      const frame = inside(page);
      await hydrated(frame);
      await expect
        .poll(
          () => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight),
          `${width} px, controls ${controls}`
        )
        .toBe(0);
      expect(await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(
        await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts),
        `${width} px, controls ${controls}`
      ).toEqual([]);
    }
  }
});

test('a page that becomes narrower keeps the whole embed in view', async ({ host, page }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await host.open(`<style>body{margin:0}</style><script src="${host.map}embed.js"></script>${element()}`);
  const frame = inside(page);
  await hydrated(frame);
  for (const width of [900, 600, 450, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() =>
        frame
          .locator('html')
          .evaluate((html) => [html.scrollHeight - html.clientHeight, html.scrollWidth - html.clientWidth])
      )
      .toEqual([0, 0]);
  }
});

test('the keyboard goes into the frame and out of it again', async ({ host, page }) => {
  await host.open(
    `<script src="${host.map}embed.js"></script><a href="#before" id="before">before</a>${element()}<a href="#after" id="after">after</a>`
  );
  await hydrated(inside(page));
  await page.locator('#before').focus();
  let inFrame = 0;
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => document.activeElement?.id ?? '');
    if (id === 'after') break;
    inFrame++;
  }
  expect(inFrame).toBeGreaterThan(5);
  await expect(page.locator('#after')).toBeFocused();
});

test('a wheel over the map scrolls the page, not the map', async ({ host, page }) => {
  await host.open(
    `<style>main{height:3000px}</style><script src="${host.map}embed.js"></script><main>${element()}</main>`
  );
  host.letMapCome();
  await inside(page).locator('[data-map-state="ready"]').waitFor();
  const box = (await page.locator(ELEMENT).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
});

test('hostile messages change nothing and break nothing', async ({ host, page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await host.open(
    `<script src="${host.map}embed.js"></script>${element()}<iframe id="stranger" srcdoc="<p>stranger"></iframe>`
  );
  const frame = inside(page);
  await hydrated(frame);
  await page.evaluate(async (name) => {
    const map = document.querySelector(name)!;
    const target = map.shadowRoot!.querySelector('iframe')!.contentWindow!;
    const envelope = { protocol: 'map-embed', version: 1 };
    // Wrong types, unknown values, prototype keys, other protocols; a thousand in a second.
    const wrong: unknown[] = [
      null,
      0,
      '',
      'play',
      [],
      {},
      { type: 'setDay', day: '2023-09-24' },
      { ...envelope, version: 9, type: 'setDay', day: '2023-09-24' },
      { ...envelope, type: '__proto__' },
      { ...envelope, type: 'constructor' },
      { ...envelope, type: 'setDay', day: {} },
      { ...envelope, type: 'setDay', day: '9999-99-99' },
      { ...envelope, type: 'setDay', day: '2031-01-01' },
      { ...envelope, type: 'select', selection: { type: 'event', id: '__proto__' } },
      { ...envelope, type: 'filter', hide: ['constructor'] },
      { ...envelope, type: 'filter', hide: 'all' },
      { ...envelope, type: 'setLanguage', language: '__proto__' },
      JSON.parse('{"protocol":"map-embed","version":1,"type":"select","__proto__":{"selection":null}}')
    ];
    for (let i = 0; i < 1000; i++) {
      target.postMessage(wrong[i % wrong.length], '*');
      if (i % 50 === 0) await new Promise((done) => setTimeout(done, 40));
    }
    // Not from the frame: the host's own window, and a foreign frame, say it is 9,000 px high.
    window.postMessage({ ...envelope, type: 'height', height: 9000 }, '*');
    for (const height of [-1, NaN, Infinity, '500', {}, 1e9])
      window.postMessage({ ...envelope, type: 'height', height }, '*');
  }, ELEMENT);
  // A foreign frame posts to the map directly.
  await page
    .locator('#stranger')
    .contentFrame()
    .locator('p')
    .evaluate((_, name) => {
      const target = parent.document.querySelector(name)!.shadowRoot!.querySelector('iframe')!.contentWindow!;
      const post = new Function(
        'target',
        "target.postMessage({ protocol: 'map-embed', version: 1, type: 'setDay', day: '2023-09-24' }, '*')"
      ) as (t: Window) => void;
      post(target);
    }, ELEMENT);
  // Messages are heard in order: when this one is answered, all of the above have been.
  await call(page, 'filter', { hide: ['vote'] });
  await expect
    .poll(() => page.locator(ELEMENT).evaluate((map) => (map as unknown as { state: { hide: string[] } }).state.hide))
    .toEqual(['vote']);
  await expect(dayIn(frame)).toHaveText('29 May 2023');
  expect((await page.locator(ELEMENT).boundingBox())!.height).toBeLessThan(1200);
  expect(await page.evaluate(() => (({}) as { selection?: unknown }).selection)).toBeUndefined();
  // It still accepts messages: after a flood of valid ones the last one counts.
  await page.locator(ELEMENT).evaluate((map) => {
    const driven = map as HTMLElement & { setDay(day: string): void };
    for (let i = 0; i < 1000; i++) driven.setDay(`2023-0${1 + (i % 9)}-15`);
    driven.setDay('2023-11-20');
  });
  await expect(dayIn(frame)).toHaveText('20 November 2023');
  expect(errors).toEqual([]);
});

test('the frame reports what it shows, once per animation frame, and what it does not understand', async ({
  host,
  page
}) => {
  await host.open(`<script src="${host.map}embed.js"></script>${element()}`);
  await page.locator(ELEMENT).evaluate((map) => {
    const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
    for (const type of ['ready', 'change', 'height', 'error'])
      map.addEventListener(type, (event) => heard.push((event as CustomEvent).detail));
  });
  await hydrated(inside(page));
  await call(page, 'select', { type: 'event', id: 'nowhere' });
  await call(page, 'setDay', '2023-09-24');
  const heard = () =>
    page.evaluate(
      () => (window as unknown as { heard: { type: string; state?: { day: string }; problem?: string }[] }).heard
    );
  await expect.poll(async () => (await heard()).find(({ type }) => type === 'error')?.problem).toContain('nowhere');
  await expect
    .poll(async () => (await heard()).findLast(({ type }) => type === 'change')?.state?.day)
    .toBe('2023-09-24');
});

test('opened as a page of its own, the embed has its whole list', async ({ host, page }) => {
  await page.setViewportSize({ width: 420, height: 1400 });
  await page.goto(`${host.map}embed/`);
  await page.locator('[data-embed][data-hydrated]').waitFor();
  const list = page.locator('.list > .events');
  await expect(list.locator('[data-event]').nth(3)).toBeVisible();
  expect(await list.evaluate((list) => list.scrollHeight - list.clientHeight)).toBe(0);
});
