import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../../../src/lib/model/dataset.ts';
import { wordsOf } from '../../../../../src/lib/server/geodata/number-words.ts';
import { boundsFitTheirWord } from '../../../../../src/lib/server/geodata/rules/quantities.ts';
import { conflictsAreDeclared, relationsHold } from '../../../../../src/lib/server/geodata/rules/relations.ts';
import { gatherFolder } from '../../../../../src/lib/server/geodata/validate.ts';
import { withBounds } from '../../../../../src/lib/server/geodata/bounds.ts';
import type { AuthoredClaim, Geodata } from '../../../../../src/lib/server/geodata/authored.ts';
import type { DraftClaim } from '../../../../../src/tools/desk/draft.ts';
import { conflictsOf } from '../../../../../src/tools/desk/proposals/conflicts.ts';
import { eventFrom } from '../../../../../src/tools/desk/proposals/event-from.ts';
import { nearbyEvents } from '../../../../../src/tools/desk/proposals/nearby-events.ts';
import { overlapWith } from '../../../../../src/tools/desk/proposals/overlap.ts';
import { sentencesMadeFalse } from '../../../../../src/tools/desk/proposals/sentences-made-false.ts';
import { REGION } from '../../../server/geodata/fixture.ts';
import { known, passage } from './region.ts';

const hurt = (value: number, party = 'guard'): Quantity => ({
  measure: 'injured',
  unit: 'persons',
  party,
  ...withBounds('exact', value, 'persons')
});

const claim = (fields: DraftClaim['fields']): DraftClaim => ({
  key: 'c1',
  passage: passage('x'),
  fields,
  confirmed: []
});
const clash = claim({
  what: 'Ninety of the Guard were hurt in a clash.',
  quantities: [hurt(90)],
  places: [{ ref: 'quay-hall', role: 'at', precision: 'named_building' }],
  actors: ['harbour-guard'],
  topic: 'casualties',
  date: { edtf: '2031-05-12', basis: 'The text says “Monday”.' },
  saidOn: '2031-06-20'
});

describe('events nearby', () => {
  test('the one of the same day, place and figure comes first, in one line with the reasons', () => {
    const [first] = nearbyEvents(clash.fields, known());
    expect(first?.event).toBe(known().events.find(({ kind }) => kind === 'riot_clash')?.id);
    expect(first?.line).toContain('2031-05-12');
    expect(first?.line).not.toContain('\n');
    expect(first?.why).toMatch(/same day.*Quay Hall.*counted/);
  });

  test('an event of another time is not offered, whatever else is alike', () => {
    const later = { ...clash.fields, date: { edtf: '2033-01-01', basis: '' }, saidOn: '2033-01-02' };
    expect(nearbyEvents(later, known())).toEqual([]);
  });

  test('a claim without a date is near nothing', () => {
    const { date: _date, saidOn: _saidOn, ...undated } = clash.fields;
    expect(nearbyEvents(undated, known())).toEqual([]);
  });
});

describe('an event of a claim', () => {
  test('has its sentence, date, places and the kind of events with such claims', () => {
    expect(eventFrom(clash, known())).toMatchObject({
      kind: 'riot_clash',
      title: 'Ninety of the Guard were hurt in a clash',
      date: clash.fields.date,
      extent: 'within',
      places: [{ ref: 'quay-hall', basis: 'article', precision: 'named_building' }]
    });
  });

  test('is planned where the claim announces it, and lasts where it has no end', () => {
    expect(eventFrom(claim({ modality: 'planned' }), known())).toMatchObject({ planned: true, title: '', places: [] });
    expect(eventFrom(claim({ date: { edtf: '2031-05-12/..', basis: '' } }), known()).extent).toBe('throughout');
    expect(eventFrom(clash, known())).not.toHaveProperty('planned');
  });
});

describe('conflicts', () => {
  const codes = {
    relations: ['frames_differently', 'partial_overlap'].map((id) => ({ id, label: id }))
  };
  const of = (fields: Partial<DraftClaim['fields']>, more = {}) =>
    conflictsOf({ ...clash, fields: { ...clash.fields, ...fields } }, known({ codes, ...more }));

  test('another value for the same measure and party, at a time that may be the same, is one', () => {
    const conflicts = of({});
    expect(conflicts.map((one) => one.with)).toEqual(['courier-01', 'herald-02']);
    expect(conflicts[0]?.line).toContain('90 here, 12 in');
    expect(conflicts[0]?.choices.map(({ relation }) => relation.type)).toEqual([
      'contradicts_over_time',
      'frames_differently',
      'possible_double_count',
      'partial_overlap'
    ]);
    for (const { relation } of conflicts.flatMap(({ choices }) => choices)) {
      expect([...relation.claims, ...relation.with]).toContain('c1');
      expect(relation.why).toMatch(/12|15/);
      expect(relation.show.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ['the same value', { quantities: [hurt(12)] }, ['herald-02']],
    ['another party', { quantities: [hurt(90, 'crowd')] }, []],
    ['another time', { date: { edtf: '2030-05-12', basis: '' } }, []],
    ['no figure', { quantities: [] }, []]
  ])('not one: %s', (_case, fields, expected) => expect(of(fields).map((one) => one.with)).toEqual(expected));

  test('once a relation holds both, or a flow, it is declared', () => {
    const [first] = of({});
    const relations = [first!.choices[0]!.relation];
    expect(of({}, { relations }).map((one) => one.with)).toEqual(['herald-02']);
  });

  test('a type that the data set lacks is not offered', () => {
    const [first] = conflictsOf(clash, known());
    expect(first?.choices.map(({ relation }) => relation.type)).toEqual([
      'contradicts_over_time',
      'possible_double_count'
    ]);
  });

  test('what is offered is what the check asks for, and the choice settles it', () => {
    const data = gatherFolder(REGION);
    const entry = data.claims[0]!;
    const item = { ...entry.item, ...clash.fields, id: 'c1' } as AuthoredClaim;
    const ids = new Set([...data.known.claim.ids, 'c1']);
    const known: Geodata['known'] = { ...data.known, claim: { ids, complete: true } };
    const withClaim: Geodata = { ...data, known, claims: [...data.claims, { ...entry, item }] };
    const undeclared = (of: Geodata) =>
      [...conflictsAreDeclared(of)].filter(({ found }) => found.includes('c1')).length;
    const conflicts = of({});
    expect(undeclared(withClaim)).toBe(conflicts.length);
    const relations = conflicts.map(({ choices }, index) => ({
      ...data.relations[0]!,
      item: { id: `r9${index}`, ...choices[0]!.relation }
    }));
    const settled = { ...withClaim, relations: [...data.relations, ...relations] };
    expect(undeclared(settled)).toBe(0);
    expect([...relationsHold(settled)]).toEqual([]);
  });
});

test('the bounds that follow from a word are those that the check asks for', () => {
  const data = gatherFolder(REGION);
  const bounds = [
    'exact',
    'approximately',
    'more_than',
    'at_least',
    'less_than',
    'at_most',
    'almost',
    'just_over'
  ] as const;
  const quantities: Quantity[] = [
    ...bounds.flatMap((bound) =>
      ['persons', 'ratio'].map((unit) => ({ measure: 'injured', unit, ...withBounds(bound, 3, unit) }))
    ),
    ...(['some', 'unspecified', 'ambiguous'] as const).map((bound) => ({
      measure: 'injured',
      unit: 'persons',
      ...withBounds(bound, null, 'persons')
    }))
  ];
  const entry = data.claims[0]!;
  expect([
    ...boundsFitTheirWord({ ...data, claims: [{ ...entry, item: { ...entry.item, quantities } }], external: [] })
  ]).toEqual([]);
});

describe('words shared with the text', () => {
  test('the longest run, without case and punctuation', () => {
    expect(overlapWith('Twelve were hurt on the quay.', '“Hurt on THE quay,” she said; twelve were.')).toEqual({
      run: 4,
      words: 'hurt on the quay'
    });
    expect(overlapWith('Nothing', 'like it')).toEqual({ run: 0, words: '' });
  });

  test('is the same as by trying every run', () => {
    let seed = 3;
    const words = () => Array.from({ length: 12 }, () => 'abc'[(seed = (seed * 16_807) % 2_147_483_647) % 3]).join(' ');
    for (let round = 0; round < 100; round += 1) {
      const [a, b] = [words(), words()];
      const own = wordsOf(a);
      const runs = own.flatMap((_, i) => own.slice(i).map((__, n) => own.slice(i, i + n + 1)));
      const longest = Math.max(
        0,
        ...runs.filter((run) => ` ${b} `.includes(` ${run.join(' ')} `)).map((run) => run.length)
      );
      expect(overlapWith(a, b).run).toBe(longest);
    }
  });
});

test('sentences that count articles are to be reread where an event of theirs is joined, or they are on the whole', () => {
  const sentences = [
    { key: 'events/a/note', text: 'In one article only.', events: ['a'] },
    { key: 'events/b/note', text: 'No article says.', events: ['b'] },
    { key: 'info/subtitle', text: 'What two articles report', events: null }
  ];
  const of = (events: string[]) =>
    sentencesMadeFalse(
      events.map((event) => ({ event })),
      { ...known(), sentences }
    ).map(({ key }) => key);
  expect(of(['a'])).toEqual(['events/a/note', 'info/subtitle']);
  expect(of([])).toEqual([]);
});
