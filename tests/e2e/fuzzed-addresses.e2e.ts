import type { Page } from '@playwright/test';
import { SELECTION_TYPES, VIEW_KEYS } from '../../src/lib/model/url.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { seeded } from '../synthetic/random.ts';
import { expect, test } from './site.ts';

/*
 * Addresses come from strangers: whatever they hold, the page stays alive, says nothing of theirs, and is not pushed away.
 */

const IN_PAGE = 970;
const OPENED = 30;

/** What a stranger would have the page say. */
const WORDS = 'TheMayorLies';

const { events, articles, info } = loadDataset();
const PIECES = [
  ...VIEW_KEYS.map((key) => `${key}=`),
  ...VIEW_KEYS.map((key) => `&${key}=`),
  ...[...events, ...articles].slice(0, 12).map(({ id }) => id),
  ...info.nameForms.map(({ id }) => id),
  ...['=', '&', '&amp;', '%26', '%3D', '%', '%E0%A4', '%00', '%0D%0A', ',', ';', '?', '#', ' ', '+', "'", '"'],
  ...['2023-05-29', '2023-02-30', '0000-00-00', '99999999999', '-1', '1e9', 'NaN', 'day', 'week', 'all', 'everything'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '../..',
    '{{7*7}}'
  ],
  ...['\u202e', '\u200b', '\u2028', '\ufeff', '\ud800', '😀', 'x'.repeat(900)],
  ...[WORDS, `${WORDS} ${WORDS}`, encodeURIComponent(`«${WORDS}»`), 'v=1.0.0', 'v=0.0.1-', 'theme=', 'story=', 'lang=']
];

function* addresses(): Generator<string> {
  const random = seeded(19_508);
  const below = (count: number) => Math.floor(random() * count);
  // The sentence in each place, and lists that are too long.
  for (const key of VIEW_KEYS) yield `?${key}=${WORDS}+${WORDS}`;
  for (const key of [...SELECTION_TYPES, 'hide', 'without', 'window'])
    yield `?${Array.from({ length: 800 }, (_, at) => `${key}=i${at}`).join('&')}`;
  yield `?hide=${Array.from({ length: 800 }, (_, at) => `i${at}`).join(',')}`;
  for (;;) yield `?${Array.from({ length: 1 + below(14) }, () => PIECES[below(PIECES.length)]).join('')}`;
}

/**
 * Goes to each address in the page as it is, as by Back, and says what is wrong then; `null` stays at that of the page.
 * `top`: where the slider is at most.
 */
const faultsAt = (page: Page, addresses: (string | null)[], top: number) =>
  page.evaluate(
    async ([addresses, words, top]) => {
      const fault = (): string | null => {
        const said = [...document.querySelectorAll('#page, title')].map((part) => part.textContent).join();
        if (said.includes(words)) return `it says ${said.slice(said.indexOf(words) - 80).slice(0, 160)}`;
        const slider = document.querySelector('[data-slider="day"]');
        if (!slider?.getAttribute('aria-valuetext')) return 'the slider is gone';
        const moved = slider.getBoundingClientRect().top + scrollY - top;
        if (moved > 0) return `the slider is ${Math.round(moved)} px too low`;
        return document.documentElement.dataset.pending === undefined ? null : 'parts are held back';
      };
      const faults: string[] = [];
      let longest = 0;
      for (const [at, address] of addresses.entries()) {
        if (address !== null) {
          history.replaceState(null, '', address);
          dispatchEvent(new PopStateEvent('popstate'));
          // All that follows from it is done before the next task.
          await new Promise((done) => setTimeout(done));
        }
        // The page as a whole takes long to look at: where its notes say more than before, and now and then.
        const notes = [...document.querySelectorAll('.notice')].map((note) => note.textContent).join();
        if (notes.length <= longest && at % 20 && !notes.includes(words)) continue;
        longest = Math.max(longest, notes.length);
        const found = fault();
        if (found) faults.push(`${address ?? location.search}: ${found}`.slice(0, 400));
      }
      return faults;
    },
    [addresses, WORDS, top] as const
  );

test('a thousand addresses of strangers: no error, none of their words, and the slider stays where it was', async ({
  site,
  page
}) => {
  test.setTimeout(400_000);
  const all = addresses();
  const take = (count: number) => Array.from({ length: count }, () => all.next().value as string);
  const opened = take(OPENED);
  await site.open();
  const top = await page
    .locator('[data-slider="day"]')
    .evaluate((slider) => slider.getBoundingClientRect().top + scrollY);
  // Room for a note or two, each of two lines.
  const most = top + 100;
  expect(await faultsAt(page, take(IN_PAGE), most)).toEqual([]);

  for (const [at, address] of opened.entries()) {
    const folder = ['', 'event/zvecan-clash/', 'embed/'][at % 3]!;
    await page.goto(site.url(address, `/${folder}`), { waitUntil: 'commit' });
    await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.documentElement.dataset.pending === undefined);
    expect(await faultsAt(page, [null], folder === '' ? most : Infinity), `${folder}${address.slice(0, 200)}`).toEqual(
      []
    );
  }
});
