import { describe, expect, test } from 'vitest';
import { cut } from '../../../../../src/tools/desk/proposals/code-points.ts';
import type { Hint } from '../../../../../src/tools/desk/proposals/hint.ts';
import { hintsIn } from '../../../../../src/tools/desk/proposals/hints.ts';
import { known } from './region.ts';

const region = known({
  agents: [
    { id: 'union', name: 'Seafaring Union', kind: 'organisation' },
    { id: 'fleet', name: 'Coastal Relief Corps', kind: 'force', note: 'Papers call it “so-called CRK” too.' },
    { id: 'pal', name: 'Pål Čović', title: 'Mayor of Saltwick', kind: 'person' }
  ]
});

const of = <K extends Hint['kind']>(kind: K, text: string) =>
  hintsIn(text, region).filter((hint): hint is Extract<Hint, { kind: K }> => hint.kind === kind);

// The article is of Friday, 20 June 2031.
describe('dates', () => {
  test.each([
    ['It happened on Monday.', 'Monday', '2031-06-16'],
    ['It was a Friday.', 'Friday', '2031-06-20'],
    ['They met last Friday.', 'last Friday', '2031-06-13'],
    ['They meet next Friday.', 'next Friday', '2031-06-27'],
    ['They will meet on Monday.', 'Monday', '2031-06-23'],
    ['The storm came yesterday.', 'yesterday', '2031-06-19'],
    ['Talks go on today.', 'today', '2031-06-20'],
    ['A ship left this morning.', 'this morning', '2031-06-20'],
    ['They sail tomorrow.', 'tomorrow', '2031-06-21'],
    ['Last week there was rain.', 'Last week', '2031-06-09/2031-06-15'],
    ['Last month there was none.', 'Last month', '2031-05'],
    ['The law of last year holds.', 'last year', '2030'],
    ['On September 24 they fought.', 'September 24', '2030-09-24'],
    ['On 3 May they fought.', '3 May', '2031-05-03'],
    ['On May 3rd they fought.', 'May 3rd', '2031-05-03'],
    ['It is due on 2 July.', '2 July', '2031-07-02'],
    ['On Tuesday, 17 June 2031 it rained.', 'Tuesday, 17 June 2031', '2031-06-17'],
    ['On June 17, 2031 it rained.', 'June 17, 2031', '2031-06-17'],
    ['Visits are on 21-22 November.', '21-22 November', '2030-11-21/2030-11-22'],
    ['Visits are between 21 and 23 June.', 'between 21 and 23 June', '2031-06-21/2031-06-23'],
    ['In late May it began.', 'late May', '2031-05-21~/2031-05-31'],
    ['At the beginning of February 2031.', 'the beginning of February 2031', '2031-02-01/2031-02-10~'],
    ['By mid-April they knew.', 'mid-April', '2031-04-11~/2031-04-20~'],
    ['They were elected last April.', 'last April', '2031-04'],
    ['They were elected last August.', 'last August', '2030-08'],
    ['In May of this year.', 'May of this year', '2031-05'],
    ['Since June 1999 they stay.', 'Since June 1999', '1999-06/..'],
    ['Active since 1999, they stay.', 'since 1999', '1999/..'],
    ['They stay until 2033.', 'until 2033', '../2033'],
    ['In 2008, they declared it.', '2008', '2008'],
    ['The 2013 agreement holds.', '2013', '2013'],
    ['Three days ago it rained.', 'Three days ago', '2031-06-17'],
    ['The attack two months ago.', 'two months ago', '2031-04~'],
    ['In less than three years it grew.', 'In less than three years', '2028-06-20~/2031-06-20'],
    ['In less than 32 months it grew.', 'In less than 32 months', '2028-10~/2031-06-20'],
    ['In the last few weeks it grew.', 'In the last few weeks', '2031-05~/2031-06-20'],
    ['On 2031-06-01 it rained.', '2031-06-01', '2031-06-01']
  ])('%s', (text, words, edtf) => {
    expect(of('date', text)).toMatchObject([{ words, edtf }]);
    expect(of('date', text)[0]?.basis).toMatch(/^The text /);
  });

  test.each([
    'It may rain, and march on.',
    'May they stay?',
    'He sent 2,000 troops; a 2030-strong crowd.',
    'For 18 months he waited.'
  ])('no time is named: %s', (text) => expect(of('date', text)).toEqual([]));

  test('how many after a month are no day of it, and no month has 31 days but those that have', () => {
    expect(of('date', 'In May 30,000 people came.')).toMatchObject([{ words: 'May', edtf: '2031-05' }]);
    expect(of('date', 'on 31 February')).toMatchObject([{ edtf: null }]);
  });

  test('without a day of the report only what the text dates by itself has a date', () => {
    const undated = { ...region, reported: null };
    const dates = hintsIn('On Monday, 3 May and 4 May 2031', undated).filter(({ kind }) => kind === 'date');
    expect(dates).toMatchObject([{ edtf: null }, { edtf: '2031-05-04' }]);
  });

  test('a weekday counts from a span of days only where all of them give the same day', () => {
    const on = (reported: string) => hintsIn('on Monday', { ...region, reported })[0];
    expect(on('2031-06-17/2031-06-20')).toMatchObject({ edtf: '2031-06-16' });
    expect(on('2031-06-15/2031-06-20')).toMatchObject({ edtf: null });
  });
});

describe('numbers and their bounds', () => {
  test.each([
    ['30 guards', 30, undefined],
    ['at least 30 guards', 30, 'at_least'],
    ['more than 4,500 troops', 4500, 'more_than'],
    ['up to forty guards', 40, 'at_most'],
    ['no more than seven hundred', 700, 'at_most'],
    ['around 50,000 people', 50_000, 'approximately'],
    ['nearly 1.5 million people', 1_500_000, 'almost'],
    ['barely exceeded 3%', 3, 'just_over'],
    ['fewer than twenty-one', 21, 'less_than'],
    ['30 or more guards', 30, 'at_least'],
    ['30 guards at least', 30, 'at_least'],
    ['30-odd guards', 30, 'approximately'],
    ['a 4,500-strong force', 4500, undefined],
    ['a dozen guards', 12, undefined],
    ['dozens of guards', null, undefined],
    ['hundreds', null, undefined],
    ['several guards', null, undefined],
    ['more than doubled', 2, 'more_than'],
    ['almost tripled', 3, 'almost'],
    ['grew four times', 4, undefined]
  ])('%s', (text, value, bound) => {
    expect(of('number', text).map((hint) => hint.value)).toEqual([value]);
    expect(of('bound', text)[0]?.bound).toBe(bound);
  });

  test('a range has an end on each side and no middle', () => {
    const text = 'Between 30 and 40 guards came, 50 to 60 left.';
    expect(of('number', text).map(({ value }) => value)).toEqual([30, 40, 50, 60]);
  });

  test.each([
    'Gate One',
    'Resolution 1244',
    'a 30-year-old',
    'at 17:30',
    'for $5',
    'N22.3',
    'one of them',
    'someone',
    'on 3 May'
  ])('no figure: %s', (text) => expect(of('number', text)).toEqual([]));
});

describe('names', () => {
  test.each([
    ['in Saltwick', 'saltwick'],
    ['in Saltvig', 'saltwick'],
    ['SALTWICK’s quay', 'saltwick'],
    ['at Lampeskær', 'lamp-rock'],
    ['at Lampeskaer', 'lamp-rock'],
    ['on the North Shore', 'north-shore']
  ])('a place in every form, with or without marks: %s', (text, place) =>
    expect(of('place', text)).toMatchObject([{ place }])
  );

  test.each([
    ['Ada Holm spoke', 'ada-holm'],
    ['Holm spoke', 'ada-holm'],
    ['the Warden spoke', 'ada-holm'],
    ['Testholm Warden spoke', 'ada-holm'],
    ['the EU and the SU', 'union'],
    ['CRC and crc', 'fleet'],
    ['the so-called CRK', 'fleet'],
    ['Pal Covic', 'pal'],
    ['Mayor of Saltwick', 'pal'],
    ['Harbour Guards', 'harbour-guard']
  ])('an agent by name, surname, title, acronym, note: %s', (text, agent) =>
    expect(of('agent', text)).toMatchObject([{ agent }])
  );

  test('a surname that two have is nobody’s', () => {
    const two = known({ agents: [{ id: 'bo-holm', name: 'Bo Holm', kind: 'person' }] });
    const agents = (text: string) => hintsIn(text, two).flatMap((hint) => (hint.kind === 'agent' ? [hint.agent] : []));
    expect(agents('Holm spoke')).toEqual([]);
    expect(agents('Bo Holm and Ada Holm spoke')).toEqual(['bo-holm', 'ada-holm']);
  });

  test('the words of place in a name may stand around it, or alone where it is the only one', () => {
    const place = (id: string, en: string, kind: string) => ({ id, names: { en }, kind, offMap: false, isArea: true });
    const places = [
      place('north', 'Northern Testholm', 'region'),
      place('set', 'Three coastal municipalities', 'admin2-set')
    ];
    const found = (text: string) =>
      hintsIn(text, { ...region, places }).flatMap((hint) => (hint.kind === 'place' ? [hint.place] : []));
    expect(found('in the north of Testholm')).toEqual(['north']);
    expect(found('Testholm’s north')).toEqual(['north']);
    expect(found('the northern part of the island')).toEqual(['north']);
    expect(found('they reached the north')).toEqual(['north']);
    expect(found('in the north of Farland, in the northern part of Farland')).toEqual([]);
    expect(found('mayors of three municipalities')).toEqual(['set']);
  });

  test('a building is told by its kind and its town', () => {
    const site = (id: string, en: string, kind: string) => ({ id, names: { en }, kind, offMap: false, isArea: false });
    const places = [
      site('hall', 'Saltwick municipal building', 'municipal-building'),
      site('town', 'Saltwick', 'town')
    ];
    const [hint] = hintsIn('in front of the City Hall building in Saltwick', { ...region, places });
    expect(hint).toMatchObject({ kind: 'place', place: 'hall', words: 'City Hall building in Saltwick' });
  });
});

/** Equal seeds, equal numbers. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const PIECES = [
  ...[
    'at least 30 guards',
    'Ada Holm said',
    'on Monday',
    'in Saltwick',
    'dozens',
    '🚢',
    '𝔘',
    'more than doubled',
    'in late May'
  ],
  ...[
    'Lampeskær',
    'z\u030ck',
    '4,500-strong',
    'since 1999',
    '“we”',
    '—',
    'three hundred',
    '. ',
    '\n',
    'CRC',
    'или',
    '30 or more',
    'е́'
  ]
];

test('whatever the text, offsets in code points cut out the very words', () => {
  const pick = random(1);
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 1 + pick(14) }, () => PIECES[pick(PIECES.length)]).join(' ');
    for (const { start, end, words } of hintsIn(text, region)) {
      expect(cut(text, start, end), text).toBe(words);
      expect(words.trim(), text).toBe(words);
      expect(words.length).toBeGreaterThan(0);
    }
  }
});
