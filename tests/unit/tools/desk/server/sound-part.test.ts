import { expect, test } from 'vitest';
import type { Draft } from '../../../../../src/tools/desk/draft.ts';
import type { DraftProblem } from '../../../../../src/tools/desk/files/check-draft.ts';
import { soundPart } from '../../../../../src/tools/desk/server/sound-part.ts';
import { emptyDraft } from '../draft-fixture.ts';

const passage = { charStart: 0, charEnd: 4, exact: 'Four', prefix: '', suffix: '' };
const claim = (key: string) => ({ key, passage, fields: {}, confirmed: [] });

const DRAFT: Draft = {
  ...emptyDraft('gazette-2031-05-16'),
  claims: ['c1', 'c2', 'c3'].map(claim),
  joins: [
    { event: 'talks', claim: 'c1' },
    { event: 'talks', claim: 'c2' },
    { event: 'clash', claim: 'c3' }
  ],
  events: [
    {
      id: 'talks',
      kind: 'meeting',
      title: 'Talks',
      date: { edtf: '2031', basis: '' },
      extent: 'within',
      places: [],
      labels: []
    }
  ],
  relations: [{ type: 'adds', claims: ['c1'], with: ['c3'], why: '', show: '' }]
};

const problem = (of: string, rule = 'V22'): DraftProblem => ({
  ...{ rule, file: '', path: '', found: '', advice: '', severity: 'error', of, field: '' }
});

test('a claim that breaks a rule is left out, with its joins and relations', () => {
  const part = soundPart(DRAFT, ({ claims }) => (claims.length === 3 ? [problem('claims/c3')] : []))!;
  expect(part.claims.map(({ key }) => key)).toEqual(['c1', 'c2']);
  expect(part.joins.map(({ claim: key }) => key)).toEqual(['c1', 'c2']);
  expect(part.relations).toEqual([]);
  expect(part.events).toHaveLength(1);
});

test('an event that breaks a rule takes its claims along, and goes itself', () => {
  const part = soundPart(DRAFT, ({ events }) => (events.length > 0 ? [problem('events/talks')] : []))!;
  expect(part.claims.map(({ key }) => key)).toEqual(['c3']);
  expect(part.events).toEqual([]);
});

test('a published event is shown as it is published where its change breaks a rule', () => {
  const [was] = DRAFT.events as [Draft['events'][number]];
  const change = { was: { ...was, id: 'clash' }, now: { ...was, id: 'clash', title: '' } };
  const changed = { ...DRAFT, changedEvents: [change] };
  const part = soundPart(changed, ({ changedEvents }) => (changedEvents.length > 0 ? [problem('events/clash')] : []))!;
  expect(part.changedEvents).toEqual([]);
  expect(part.claims).toHaveLength(3);
});

test('what is not confirmed or not translated yet is shown', () => {
  const part = soundPart(DRAFT, () => [
    problem('claims/c1', 'D01'),
    problem('translations/sq', 'V52'),
    problem('translations/sq', 'V54')
  ]);
  expect(part?.claims).toHaveLength(3);
});

test('nothing is shown where the fault is no claim’s', () => {
  expect(soundPart(DRAFT, () => [problem('article')])).toBeNull();
});
