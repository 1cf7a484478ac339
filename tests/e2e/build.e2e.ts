import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { filesNamed } from '../../src/lib/offline/belongs.ts';
import { expect, test } from './site.ts';

const html = readFileSync('build/index.html', 'utf8');

test('the built page carries a strict policy and no inline handler or style', () => {
  const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  expect(html).not.toMatch(/\son\w+="/);
  expect(html).not.toMatch(/\sstyle="/);
});

test('a page starts with one request for itself and few for its program, and each needs only its own', () => {
  for (const [file, most] of [
    ['index.html', 8],
    ['embed/index.html', 10],
    ['about/index.html', 3]
  ] as const) {
    const page = readFileSync(`build/${file}`, 'utf8');
    // Kit names an inlined style sheet in a disabled link, so that no import fetches it again. Fonts come after the script.
    const [head] = page.split('<script type="module"');
    expect(head!.length, file).toBeLessThan(page.length);
    expect(/<link(?![^>]*\sdisabled)[^>]*rel="stylesheet"/.test(head!), file).toBe(false);
    const program = [...page.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map((match) => match[1]!);
    expect(program.length, file).toBeGreaterThan(0);
    expect(program.length, file).toBeLessThanOrEqual(most);
  }
});

test('the pages of the map, the embed, an event, a chapter and an article are valid HTML', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document'],
    // Its files are those of its own build.
    rules: { 'no-missing-references': 'error', 'require-sri': 'off' }
  });
  const items = ['', 'event/september-clash/', 'chapter/zvecan/', 'article/ocnal-2023-11-27/'];
  for (const page of [
    'about/',
    ...items,
    ...items.map((item) => `embed/${item}`),
    'sr-Cyrl/',
    'sq/event/zvecan-clash/'
  ]) {
    const { results } = await validator.validateString(readFileSync(`build/${page}index.html`, 'utf8'));
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
    );
    expect(problems, page).toEqual([]);
  }
});

test('an embed names the page of the same view as its own', () => {
  for (const folder of ['', 'sq/', 'event/september-clash/', 'sr-Cyrl/chapter/zvecan/']) {
    const [, language = '', view = ''] = /^(sq\/|sr-\w+\/)?(.*)$/.exec(folder)!;
    const embed = new URL(`${language}embed/${view}`, 'http://host/');
    const html = readFileSync(`build${embed.pathname}index.html`, 'utf8');
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    expect(new URL(canonical!, embed).pathname, folder).toBe(`/${folder}`);
  }
});

test('the build carries the licences of all that it contains, and a page leads to them', () => {
  const text = readFileSync('build/licences.txt', 'utf8');
  for (const part of ['maplibre-gl', 'svelte', 'd3-scale', 'minisearch', '@fontsource/noto-sans'])
    expect(text, part).toMatch(new RegExp(`^ {2}${part} \\d`, 'm'));
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(readFileSync('build/sq/about/index.html', 'utf8')).toContain('href="../../licences.txt"');
});

test('the service worker knows every file that a page names: one that names another is never kept', () => {
  const worker = readFileSync('build/service-worker.js', 'utf8');
  for (const page of ['index.html', 'sr-Cyrl/index.html', 'about/index.html', 'event/zvecan-clash/index.html'])
    for (const file of filesNamed(readFileSync(`build/${page}`, 'utf8'))) expect(worker, page).toContain(file);
});

test('what the page waits for before it is drawn is in it', () => {
  const [, id] = /<link rel="expect" href="#([^"]+)" blocking="render">/.exec(html) ?? [];
  expect(html).toContain(`id="${id}"`);
});

test('no cookie is set and nothing is stored but what the page needs', async ({ site, context }) => {
  await site.open('', { map: true });
  expect(await context.cookies()).toEqual([]);
});

test('no address in the built page is absolute', () => {
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  const scripts = addresses.filter((address) => !/^(https?:|#|\?)/.test(address));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((address) => address.startsWith('/'))).toEqual([]);
});

for (const [path, name] of [
  ['/', 'the map'],
  ['/about/', 'About the data']
] as const) {
  test(`${name} opens under a sub-path without an error or a request elsewhere`, async ({ site, page }) => {
    await page.goto(site.url('', path));
    await expect(page.locator('h1')).toBeVisible();
    if (path === '/') await site.mapDrawn();
  });
}

test('the structured data is read by machines and runs nowhere', async ({ site, page }) => {
  await page.goto(site.url());
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  const nodes = JSON.parse(text!)['@graph'] as { '@type': string; '@id': string }[];
  expect(nodes.map((node) => node['@type'])).toEqual(
    expect.arrayContaining(['WebPage', 'Dataset', 'NewsArticle', 'Claim'])
  );
  // Every claim and article that is named stands on the page under that anchor.
  const anchors = nodes.map((node) => node['@id']).filter((id) => /^#(claim|article)-/.test(id));
  const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id.slice(1))), anchors);
  expect(missing).toEqual([]);
});

test('the page carries the data set once', () => {
  const passages = /"charStart",\{"values":\[[\d,]{40}/.exec(html)![0];
  expect(html.split(passages)).toHaveLength(2);
});
