import { afterAll, describe, expect, test } from 'vitest';
import { SYMBOL_SHAPES } from '../../src/lib/model/dataset.ts';
import { join } from '../../src/lib/server/geodata/join.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import { translate } from '../../src/lib/server/geodata/translate.ts';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { everyPart } from './every-part.ts';
import { OnDisk } from './folders.ts';
import type { Folder } from './mutate.ts';
import { oddity } from './oddity.ts';
import { smallRegion, type SmallEvent } from './small-region.ts';

/* Regions that are hard to show: each is right on the page, or refused with the sentence that helps. */

const disk = new OnDisk();
afterAll(() => disk.remove());

const errorsIn = (folder: Folder) =>
  validateGeodata(disk.become(folder)).problems.filter(({ severity }) => severity === 'error');

/** All that is made of a folder; fails where it is refused, or where anything odd is in it. */
function madeOf(folder: Folder): Map<string, string> {
  const dir = disk.become(folder);
  const { data, problems } = validateGeodata(dir);
  expect(hasErrors(problems) ? formatReport(problems) : '').toBe('');
  const made = everyPart(dir, translate(join(data), data.texts, 'en'), 'en');
  for (const [name, text] of made) expect(oddity(text), name).toBeNull();
  return made;
}

const clash = (place: string, more: Partial<SmallEvent> = {}): SmallEvent => ({
  place,
  title: `Clash in ${place}`,
  date: '2031-05-12',
  ...more
});

describe('languages that the program does not speak', () => {
  const french = (languages: string[]) =>
    smallRegion({ events: [clash('Ségou', { title: 'Affrontement à Ségou' })], info: { languages } });

  test('alone: the interface is English, and each text of the data is marked', () => {
    const made = madeOf(french(['fr']));
    const page = made.get('page')!;
    expect(page).toMatch(/<h1[^>]* lang="fr"/);
    expect(page).toMatch(/<[^>]* lang="fr"[^>]*>(?:<!--[^>]*-->)*Affrontement à Ségou/);
    // No text of the data passes for English, and the interface does not pass for French.
    expect(page).not.toMatch(/lang="fr"[^>]*>(?:<!--[^>]*-->)*(?:Search|Share)/);
    expect(made.get('about')).not.toContain('no translation yet');
  });
  test('written from right to left: the titles go their own way', () => {
    const arabic = smallRegion({
      events: [clash('حلب', { title: 'اشتباك في حلب' })],
      info: { languages: ['ar'] }
    });
    expect(madeOf(arabic).get('page')).toMatch(/<[^>]*dir="auto"[^>]* lang="ar"[^>]*>(?:<!--[^>]*-->)*اشتباك/);
  });
  test('beside English: it is refused, and the report says where names in it belong, and how it could be alone', () => {
    const errors = errorsIn(french(['en', 'ar']));
    expect(errors).toMatchObject([{ rule: 'V52', path: 'languages[1]', found: expect.stringContaining('"ar"') }]);
    expect(errors[0]!.advice).toMatch(/nameForms.*alone/);
  });
});

test('25 kinds: all proposals can be followed at once, and then they differ', () => {
  const folder = smallRegion({ events: [clash('Town')] });
  const codes = JSON.parse(folder.get('codes.json')!) as { kinds: Record<string, string>[] };
  const [first] = codes.kinds;
  codes.kinds = Array.from({ length: 25 }, (_, at) => ({
    ...first,
    ...(at > 0 && { id: `k${at}`, label: `Kind ${at}`, description: `The kind ${at}.` }),
    shape: SYMBOL_SHAPES[at % SYMBOL_SHAPES.length]!
  }));
  const withKinds = () => new Map([...folder, ['codes.json', JSON.stringify(codes, null, 1)]]);
  const problems = errorsIn(withKinds());
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['V45']));
  expect(problems).toHaveLength(14);
  for (const { path, advice } of problems) {
    const kind = codes.kinds[Number(/\d+/.exec(path)![0])]!;
    for (const [, key, value] of advice.matchAll(/"(shape|badge)": "(\w+)"/g)) kind[key!] = value!;
  }
  expect(errorsIn(withKinds())).toEqual([]);
  expect(madeOf(withKinds()).get('about')).toContain('Kind 24');
});

describe('odd names and titles', () => {
  const NAMES = [
    'A very long place name that goes on and on, District of the Upper and Lower River Banks, Province of the Interior',
    'Tom & Jerry’s Camp < 5 km O’Neil',
    'حلب',
    'Aleppo (حلب) city',
    'কক্সবাজার',
    'თბილისი',
    'လောက်ကိုင်',
    '果敢老街',
    'שדרות',
    'መቐለ',
    'Điện Biên Phủ'
  ];
  const made = madeOf(smallRegion({ events: NAMES.map((place) => clash(place)) }));
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

  test.each(NAMES)('%s is on the page, in its own direction, and never read as a tag', (name) => {
    const title = escaped(`Clash in ${name}`);
    const before = made.get('page')!.split(`${title}<`).slice(0, -1);
    expect(before.some((html) => /<[^<>]*dir="auto"[^<>]*>(?:<!--[^>]*-->)*$/.test(html))).toBe(true);
  });
});

describe('little or much time', () => {
  test('no article and no event: the page says so', () => {
    const page = madeOf(smallRegion({ events: [], article: false })).get('page')!;
    expect(page).toContain('Testholm');
    expect(page).toContain('The articles report no event on these days.');
    // Nothing to choose from has no heading.
    for (const words of ['Kinds of event', 'Articles counted', 'Show facts from outside'])
      expect(page).not.toContain(words);
  });
  test('an article without claims', () => {
    expect(madeOf(smallRegion({ events: [] })).get('page')).toContain('no events');
  });
  test('a time line of one day', () => {
    const domain = { from: '2031-05-12', to: '2031-05-12' };
    expect(madeOf(smallRegion({ events: [clash('Town')], info: { domain } })).get('page')).toContain('12 May 2031');
  });
  test('75 years, and events of 30 and with open ends', () => {
    const events = [
      clash('Town', { date: '1960-01-01/1990-12-31' }),
      clash('Village', { date: '../1975' }),
      clash('Bridge', { date: '2031-05-12' })
    ];
    const info = { domain: { from: '1956-01-01', to: '2031-12-31' } };
    expect(madeOf(smallRegion({ events, info })).get('page')).toContain('3 events');
  });
});

test('three sites at one point: one mark with the number of all, and each place leads to the others', () => {
  const at: [number, number] = [10.5, 54.5];
  const folder = smallRegion({ events: ['Market', 'Mosque', 'School'].map((place) => clash(place, { at })) });
  const made = madeOf(folder);
  expect(made.get('page')!.match(/data-drawn="/g)).toHaveLength(1);
  expect(made.get('page')).toMatch(/\w+ and 2 more, Clash, 3 events: /);
  const details = [...made].flatMap(([name, text]) =>
    name.startsWith('site ') && text.includes('Also here') ? [text] : []
  );
  expect(details.some((text) => text.includes('Mosque') && text.includes('School'))).toBe(true);
});
