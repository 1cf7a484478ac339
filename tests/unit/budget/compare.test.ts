import { expect, test } from 'vitest';
import { compare } from '../../budget/compare.ts';
import { partsOf } from '../../budget/measure.ts';

const recorded = {
  page: 30_000,
  claim: 500,
  script: 60_000,
  style: 8_000,
  fonts: 30_000,
  basemap: 200_000,
  embed: 2_000
};
const problems = (change: Partial<typeof recorded>) =>
  compare({ ...recorded, ...change }, recorded, {}).flatMap(({ problem }) => problem ?? []);

test('sizes as recorded, a little larger or smaller pass', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ page: 30_600, style: 8_500, script: 40_000 })).toEqual([]);
});
test('what grows by more than a little stops, within its budget too', () => {
  expect(problems({ page: 30_601 })).toEqual([expect.stringMatching(/^GROWN/)]);
  expect(problems({ style: 8_501 })).toEqual([expect.stringMatching(/^GROWN/)]);
});
test('what is over its budget stops, even where it was recorded so', () => {
  const over = { ...recorded, fonts: 40_001 };
  expect(compare(over, over, {}).flatMap(({ problem }) => problem ?? [])).toEqual(['OVER BUDGET']);
});

test('the share of a claim and the fonts that its letters need may grow within their budgets only', () => {
  expect(problems({ claim: 550, fonts: 39_000 })).toEqual([]);
  expect(problems({ claim: 601 })).toEqual(['OVER BUDGET']);
});

test('a page is parted into its styles, its data and the rest', () => {
  const record = '<section class="record" id="record"><p id="claim-a">a</p><p id="claim-b">b</p></section>';
  const data = '<script id="data">{}</script>';
  const read = '<script type="application/ld+json">[]</script>';
  expect(partsOf(`<head><style>a{}</style>${read}</head><main>map</main>${record}<footer></footer>${data}`)).toEqual({
    style: 'a{}',
    data: data + read + record,
    rest: '<head></head><main>map</main><footer></footer>',
    claims: 2
  });
  expect(() => partsOf('<style>a{}</style>')).toThrow('no claims');
});

test('what is known to be over passes with its reason, and stops when it grows', () => {
  const known = { script: 'a reason' };
  const over = { ...recorded, script: 80_000 };
  expect(compare(over, over, known).flatMap(({ problem, note }) => problem ?? note ?? [])).toEqual([
    'over by 10.0 kB: a reason'
  ]);
  expect(compare({ ...over, script: 82_000 }, over, known).flatMap(({ problem }) => problem ?? [])).toEqual([
    expect.stringMatching(/^GROWN/)
  ]);
});
