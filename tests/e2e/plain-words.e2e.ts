import { readdirSync, readFileSync } from 'node:fs';
import { proseOf, slipsIn } from './reader-text.ts';
import { expect, test } from './site.ts';

const PAGES = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)index\.html$/.test(file.replaceAll('\\', '/')))
  .filter((file) => !file.startsWith('docs'));

test('what is looked for is found, and prose alone is looked at', () => {
  const html = `<head><title>r01</title></head><p data-x="ocnal-03">See r01 and <a href="#">ocnal-03</a>, of 2023-05-29.</p>
    <p>A &quot;word&quot;</p><p>Kosovo's north</p><code>x14 "2023-05"</code><cite>The "so-called" army</cite><!-- r02 -->
    <a href="https://example.org/2023-05-29">https://example.org/2023-05-29</a>`;
  expect(slipsIn(proseOf(html))).toEqual([
    'the id r01: See r01 and',
    'the id ocnal-03: ocnal-03',
    'a raw date: , of 2023-05-29.',
    'a straight quotation mark: A "word"'
  ]);
});

test('no built page shows an id, a raw date or a straight quotation mark, in any language', () => {
  expect(PAGES.length).toBeGreaterThanOrEqual(12);
  for (const page of PAGES) {
    const prose = proseOf(readFileSync(`build/${page}`, 'utf8'));
    expect(prose.length, page).toBeGreaterThan(20);
    expect.soft(slipsIn(prose), page).toEqual([]);
  }
});

const OPENED = [
  ['an event', '?day=2023-09-24&window=day&event=september-clash&external=1'],
  ['a claim', '?day=2023-12-07&window=day&claim=postsen-08'],
  ['an article', '?day=2023-11-20&window=day&article=unidentified-2023-11-20'],
  ['a place', '?day=2023-11-27&window=all&site=gate-one&external=1']
] as const;

for (const folder of ['', 'sq/', 'sr-Latn/', 'sr-Cyrl/'])
  for (const [what, query] of OPENED)
    test(`${what}, opened, shows none either: /${folder}`, async ({ site, page }) => {
      await site.open(query, { folder });
      await expect(page.locator('[data-detail]')).toBeVisible();
      expect(slipsIn(proseOf(await page.content()))).toEqual([]);
    });
