import { describe, expect, test } from 'vitest';
import type { AuthoredClaim, Geodata } from '../../../../../src/lib/server/geodata/authored.ts';
import { dateOf } from '../../../../../src/lib/server/geodata/edtf.ts';
import { quotedWordsCount } from '../../../../../src/lib/server/geodata/rules/figures-in-words.ts';
import {
  alertsStayApart,
  ambiguousHasReadings,
  boundsFitTheirWord,
  numbersArePossible
} from '../../../../../src/lib/server/geodata/rules/quantities.ts';
import { gatherFolder } from '../../../../../src/lib/server/geodata/validate.ts';
import { weekdaysFitDates } from '../../../../../src/lib/server/geodata/rules/weekdays.ts';
import type { DraftClaim } from '../../../../../src/tools/desk/draft.ts';
import { proposeClaim, type Proposal } from '../../../../../src/tools/desk/proposals/propose-claim.ts';
import { REGION } from '../../../server/geodata/fixture.ts';
import { draft, known, passage } from './region.ts';

const measure = (id: string, label: string) => ({ id, label });
const region = (claims: DraftClaim[] = []) => {
  const base = known({
    claims,
    agents: [
      { id: 'gazette', name: 'The Gazette', kind: 'outlet' },
      { id: 'tide', name: 'Tide News', kind: 'agency' },
      { id: 'bo-reed', name: 'Bo Reed', title: 'Harbour Master', kind: 'person' },
      { id: 'guard-office', name: 'Guard press office', kind: 'organisation' }
    ],
    codes: {
      measures: [
        measure('turnout', 'turnout'),
        measure('budget', 'fleet budget, multiplied by'),
        measure('presence', 'change of presence on the shore'),
        measure('shift', 'length of patrol'),
        measure('period', 'period'),
        measure('residents', 'residents'),
        measure('boats', 'armoured boats added')
      ],
      parties: [{ id: 'islanders', label: 'Islander side' }]
    }
  });
  const units = [...base.units, 'percent', 'ratio', 'ambiguous', 'hours', 'months', 'boats', 'count'];
  const troops = base.troops && {
    ...base.troops,
    measures: { ...base.troops.measures, equipment: ['boats'], notes: ['presence'] }
  };
  return { ...base, units, troops };
};
const propose = (text: string, words = text, of = region()) =>
  proposeClaim(text, passage(text, words), draft().article, of);

describe('figures', () => {
  const figures = (text: string) =>
    (propose(text).fields.quantities ?? []).map(({ measure, unit, bound, value, lower, upper, party, status }) =>
      [measure, unit, bound, value, lower, upper, party, status].filter((part) => part !== undefined).join(' ')
    );

  test.each([
    ['At least 30 guards were wounded on Monday.', ['injured persons at_least 30 30  guard']],
    ['Thirty of them came; 12 guards were hurt.', ['injured persons exact 12 12 12 guard']],
    [
      'The clashes left 30 guards injured and 50 islanders.',
      ['injured persons exact 30 30 30 guard', 'injured persons exact 50 50 50 islanders']
    ],
    [
      'Two guards died and seven islanders were wounded.',
      ['killed persons exact 2 2 2 guard', 'injured persons exact 7 7 7 islanders']
    ],
    [
      'The storm left a young guard and three islander fishermen dead.',
      ['killed persons exact 1 1 1 guard', 'killed persons exact 3 3 3 islanders']
    ],
    ['More than a dozen islanders were killed.', ['killed persons more_than 12 13  islanders']],
    ['Dozens of islanders were injured.', ['injured persons some  2  islanders']],
    [
      'Between 30 and 40 guards were hurt.',
      ['injured persons at_least 30 30  guard', 'injured persons at_most 40  40 guard']
    ],
    ['Up to forty more guards will be sent.', ['guard_increment troops at_most 40  40 decided']],
    ['The Council approved 40 additional guards.', ['guard_increment troops exact 40 40 40 authorised']],
    ['Forty additional guards have arrived.', ['guard_increment troops exact 40 40 40 arriving']],
    ['They withdrew 40 additional guards.', ['guard_increment troops exact 40 40 40 withdrawn']],
    ['Whether to send 40 more guards is under review.', ['guard_increment troops exact 40 40 40 under_review']],
    [
      'The force has more than 200 guards from three towns.',
      ['guard_total troops more_than 200 201 ', 'guard_contributors towns exact 3 3 3']
    ],
    ['A 4,500-strong force patrols the shore.', ['guard_total troops exact 4500 4500 4500']],
    ['Another company has been put on alert.', ['guard_alert companies exact 1 1 1 on_alert']],
    ['Two companies stand ready.', ['guard_alert companies exact 2 2 2 on_alert']],
    [
      'At least 20 of the guards from three towns had reached the shore.',
      ['guard_increment troops at_least 20 20  arriving', 'guard_contributors towns exact 3 3 3']
    ],
    ['Additional guards were deployed.', ['guard_increment troops unspecified  1  deployed']],
    [
      'They discuss the possibility of a permanent increase in troops.',
      ['guard_increment troops unspecified    under_review']
    ],
    ['Participation barely exceeded 3%.', ['turnout percent just_over 3 3 ']],
    ['They more than doubled the budget of the fleet, and slept.', ['budget ratio more_than 2 2 ']],
    ['They increased their presence on the shore four times.', ['presence ambiguous ambiguous 4  ']],
    ['A patrol lasts 18 hours.', ['shift hours exact 18 18 18']],
    ['Some 500 people live there, the residents of the shore.', ['residents persons approximately 500  ']],
    [
      'We sent 40 guards, armored boats and food.',
      ['guard_increment troops exact 40 40 40 sent', 'boats boats unspecified  1  sent']
    ]
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  test.each([
    'In 2008 it was declared.',
    'On 3 May they met.',
    'Resolution 1244 was adopted by 15 votes.',
    'He added that nobody was hurt.',
    'The gates opened at 17:30, for $5.',
    'More than words are needed.',
    'One of them was seen.',
    'The guards were hurt.'
  ])('nothing is counted: %s', (text) => expect(figures(text)).toEqual([]));

  test('those hurt seriously are counted apart, whether the figure is theirs or not', () => {
    const of = (text: string) => propose(text).fields.quantities?.map(({ value, severity }) => [value, severity]);
    expect(of('Two guards were seriously injured.')).toEqual([[2, 'serious']]);
    expect(of('60 guards were hurt, some of whom had serious injuries.')).toEqual([
      [60, undefined],
      [null, 'serious']
    ]);
  });

  test('what can be read in several ways says so, and its words are quoted', () => {
    const [figure] = propose('Presence on the shore increased by four times.').fields.quantities ?? [];
    expect(figure).toMatchObject({
      bound: 'ambiguous',
      value: 4,
      lower: null,
      upper: null,
      expressedAs: 'by four times'
    });
    expect(figure?.readings).toEqual([
      { reading: 'multiplied by 4', factor: 4 },
      { reading: 'multiplied by 5 (an increase by 4 times)', factor: 5 },
      { reading: 'on 4 occasions', count: 4 }
    ]);
  });
});

describe('places', () => {
  test.each([
    ['A crowd met in Saltwick.', ['saltwick in town']],
    ['Guards were sent to Saltwick and Farharbour.', ['saltwick in town', 'farharbour at city_offmap']],
    ['They came to Saltwick from Farharbour.', ['saltwick in town']],
    ['Farharbour’s council and Saltwick disagree.', []],
    ['A crowd pushed onto the steps of the Quay Hall on Testholm.', ['quay-hall at named_building']]
  ])('%s', (text, expected) =>
    expect(
      (propose(text).fields.places ?? []).map(({ ref, role, precision }) => `${ref} ${role} ${precision}`)
    ).toEqual(expected)
  );

  test('the place of a dateline is one where something was said', () => {
    expect(propose('Saltwick (Gazette) - Twelve guards were hurt.').fields.places).toBeUndefined();
    expect(propose('Saltwick (Gazette) - Ada Holm said it rained.').fields.places).toMatchObject([{ ref: 'saltwick' }]);
  });
});

describe('who says it', () => {
  const chain = (text: string, words = text) =>
    propose(text, words).fields.attribution?.map(({ agent, role }) => `${agent} ${role}`);

  test.each([
    ['Ada Holm said that it rained.', ['ada-holm speaker', 'gazette reporter']],
    ['“It rained,” said the Warden.', ['ada-holm speaker', 'gazette reporter']],
    ['“The Guard condemned it” – Holm concluded.', ['ada-holm speaker', 'gazette reporter']],
    ['It rained, according to Bo Reed.', ['bo-reed speaker', 'gazette reporter']],
    ['The statement was issued by the Guard press office.', ['guard-office speaker', 'gazette reporter']],
    ['It rained, Tide News reports.', ['tide reporter', 'gazette republisher']],
    ['It rained.', ['gazette outlet_voice']],
    ['It rained, officials said.', undefined],
    ['It rained, a spokesman of the Guard said.', undefined],
    ['He said it rained.', undefined]
  ])('%s', (text, expected) => expect(chain(text)).toEqual(expected));

  test('a pronoun is the person who spoke last', () => {
    const text =
      'Ada Holm said it rained. Bo Reed told a paper it did not. He added that it was dry. The politician asserted so.';
    expect(chain(text, 'He added that it was dry.')?.[0]).toBe('bo-reed speaker');
    expect(chain(text, 'The politician asserted so.')?.[0]).toBe('bo-reed speaker');
  });

  test('who speaks after somebody unknown is not the one before', () => {
    const text = 'Ada Holm said it rained. A fisherman told a paper it did not. He added that it was dry.';
    expect(chain(text, 'He added that it was dry.')).toBeUndefined();
  });

  test('a quotation after a colon is of who is named before it', () => {
    const text = 'Bo Reed wrote on a wall:\n\nThe sea is high.';
    expect(chain(text, 'The sea is high.')?.[0]).toBe('bo-reed speaker');
  });

  test('later claims come by the way of the first', () => {
    const first: DraftClaim = {
      key: 'c1',
      passage: passage('x'),
      fields: {
        attribution: [
          { agent: 'bo-reed', role: 'speaker' },
          { agent: 'tide', role: 'reporter', inferred: true },
          { agent: 'gazette', role: 'republisher' }
        ]
      },
      confirmed: []
    };
    const { fields, why } = propose('Ada Holm said it rained.', undefined, region([first]));
    expect(fields.attribution).toEqual([
      { agent: 'ada-holm', role: 'speaker' },
      { agent: 'tide', role: 'reporter', inferred: true },
      { agent: 'gazette', role: 'republisher' }
    ]);
    expect(why['attribution[1]']).toContain('c1');
  });
});

describe('when', () => {
  const dates = (text: string, words = text) => {
    const { fields, otherDates } = propose(text, words);
    return [fields.date?.edtf, ...otherDates.map(({ date }) => date.edtf)];
  };

  test.each([
    ['On Monday twelve guards were hurt.', '2031-06-16'],
    ['Ada Holm said on Thursday that the sea must be watched.', '2031-06-19'],
    ['They are on guard.', '../2031-06-20'],
    ['They built a wall.', '../2031-06-20'],
    ['Active since 1999, the force has 250 guards.', '2031-06-20'],
    ['Another company was put on alert on Monday.', '2031-06-16/..'],
    ['The tension continues today after Monday’s clash left 30 guards injured.', '2031-06-16']
  ])('%s', (text, first) => expect(dates(text)[0]).toBe(first));

  test('the day of saying is not the day of what is said', () => {
    const { fields } = propose('Ada Holm said on Thursday that twelve guards were hurt in May.');
    expect([fields.date?.edtf, fields.saidOn]).toEqual(['2031-05', '2031-06-19']);
  });

  test('a day of saying holds for what the same voice says next', () => {
    const text = 'Ada Holm said on Thursday that it rained. She added that it was cold.';
    expect(propose(text, 'She added that it was cold.').fields.saidOn).toBe('2031-06-19');
  });

  test('a figure of people hurt has the day that it has elsewhere in the text', () => {
    const text = 'Twelve guards were hurt.\nIt rained.\nOn Monday 12 guards were injured.';
    const { fields } = propose(text, 'Twelve guards were hurt.');
    expect(fields.date?.edtf).toBe('2031-06-16');
    expect(fields.date?.basis).toContain('Line 3');
  });

  test('a time told roughly is the one day of it that the text gives', () => {
    const text = 'They fought on 24 April.\nAfter the attack two months ago they left.';
    expect(dates(text, 'After the attack two months ago they left.').slice(0, 2)).toEqual(['2031-04-24', '2031-04~']);
  });

  test('what came after a day is offered as the time since', () =>
    expect(dates('Guards were deployed after the clash of 3 May.')).toContain('2031-05-03/2031-06-20'));

  test('lines that are no part of the article say nothing', () => {
    const text = 'Twelve guards were hurt.\nOn Monday 12 guards were injured.';
    const of = { ...region(), excluded: [{ from: 2, to: 2, why: 'another article' }] };
    expect(propose(text, 'Twelve guards were hurt.', of).fields.date?.edtf).toBe('../2031-06-20');
  });
});

test('without evidence nothing is proposed', () => {
  const empty = { ...region(), reported: null };
  const { fields, why } = proposeClaim('Hm.', passage('Hm.'), {}, empty);
  expect([fields, why]).toEqual([{}, {}]);
});

const SUBJECTS = [
  'Thirty guards',
  'at least 12 islanders',
  'dozens',
  'another company',
  'a guard',
  '4,500 troops',
  'Ada Holm',
  'He',
  'two of them',
  'up to 40 more guards',
  '🚢 crews'
];
const VERBS = [
  'said on Monday that',
  'were injured',
  'was killed',
  'will be sent to',
  'have been put on alert',
  'increased four times',
  'more than doubled',
  'decided on',
  'told Tide News about',
  'may meet'
];
const REST = [
  'in Saltwick',
  'on 3 May',
  'two months ago',
  'since 1999',
  'in less than 32 months',
  'by the Quay Hall',
  'of which some were serious',
  '– said Holm',
  '3%',
  '.'
];

/** A field of a proposal has a reason, itself or as a whole. */
function withoutReason(value: unknown, path: string, why: Proposal['why']): string[] {
  if (why[path] !== undefined) return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => {
    const below = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return withoutReason(part, below, why);
  });
}

test('whatever the passage: each field has its reason, and what is proposed breaks no rule', () => {
  const data = gatherFolder(REGION);
  let seed = 7;
  const pick = <T>(list: readonly T[]): T => list[(seed = (seed * 16_807) % 2_147_483_647) % list.length]!;
  let figures = 0;
  for (let round = 0; round < 400; round += 1) {
    const text = [pick(SUBJECTS), pick(VERBS), pick(SUBJECTS), pick(REST), pick(REST), pick(VERBS), pick(REST)].join(
      ' '
    );
    const { fields, why, otherDates } = propose(text);
    expect(withoutReason(fields, '', why), text).toEqual([]);
    for (const { date } of [...otherDates, ...(fields.date ? [{ date: fields.date }] : [])])
      expect(dateOf(date.edtf), `${text}: ${date.edtf}`).not.toBeNull();
    const item = { ...data.claims[0]!.item, ...fields } as AuthoredClaim;
    const one: Geodata = { ...data, claims: [{ ...data.claims[0]!, item }], events: [], articles: [] };
    const rules = [
      boundsFitTheirWord,
      numbersArePossible,
      alertsStayApart,
      ambiguousHasReadings,
      quotedWordsCount,
      weekdaysFitDates
    ];
    const found = rules.flatMap((rule) => [...rule(one)]).map((finding) => `${finding.below}: ${finding.found}`);
    expect(found, text).toEqual([]);
    figures += fields.quantities?.length ?? 0;
  }
  expect(figures).toBeGreaterThan(100);
});

describe('topics', () => {
  const topics = (text: string, labels: string[] = []) => {
    const base = region();
    const more = labels.map((label) => ({ id: label.toLowerCase().replaceAll(' ', '-'), label }));
    const codes = { ...base.codes, topics: [...base.codes.topics, ...more] };
    const { fields, otherTopics } = propose(text, text, { ...base, codes });
    return { topic: fields.topic, others: otherTopics.map(({ value }) => value) };
  };

  test('of two that the passage names, the one of the rarer word is proposed, and the other offered', () => {
    expect(topics('The guards patrolled the shore.', ['Guard', 'Patrol'])).toMatchObject({
      topic: 'patrol',
      others: expect.arrayContaining(['guard'])
    });
  });
  test('an agent’s name is a topic whatever the passage calls the agent', () => {
    expect(topics('The Warden spoke of the storm.', ['Ada Holm']).topic).toBe('ada-holm');
  });
  test('those of claims in like words are offered, and none is proposed for that', () => {
    expect(topics('Another meeting of the council is not planned.')).toEqual({ topic: undefined, others: ['talks'] });
  });
  test('a claim with two figures has the topics of both to choose from', () => {
    const { topic, others } = topics('Twelve guards were injured, and 40 more guards were sent.');
    expect(topic).toBeUndefined();
    expect(others).toEqual(expect.arrayContaining(['casualties', 'troops']));
  });
});
