import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkDraft } from '../../../../../src/tools/desk/files/check-draft.ts';
import { draftOf } from '../../../../../src/tools/desk/files/draft-of.ts';
import { readFiles } from '../../../../../src/tools/desk/files/read-files.ts';
import type { Draft } from '../../../../../src/tools/desk/draft.ts';
import { editedRegion } from '../../../server/geodata/fixture.ts';
import { emptyDraft, GAZETTE, gazetteDraft, passageOfWords } from '../draft-fixture.ts';

const { dir, texts, remove } = editedRegion([]);
const inSerbian = editedRegion([
  { file: 'dataset.json', path: ['languages'], set: ['en', 'sr-Latn', 'sr-Cyrl'] },
  { file: 'text/sr-Latn.json', translate: true }
]);
afterAll(() => {
  remove();
  inSerbian.remove();
});

const changed = (change: (draft: Draft) => void) => {
  const draft = gazetteDraft();
  change(draft);
  return draft;
};

test('a draft that is ready has no problem, and the check writes nothing', () => {
  const before = readFiles(dir);
  expect(checkDraft(dir, gazetteDraft(), GAZETTE)).toEqual([]);
  expect(readFiles(dir)).toEqual(before);
});

test('a draft that is just begun names what is missing, at the article', () => {
  const problems = checkDraft(dir, emptyDraft('gazette-2031-05-16'), GAZETTE);
  expect(problems.filter(({ of }) => of !== 'text').map(({ of, rule }) => `${of} ${rule}`)).toContain('article S03');
  expect(problems.every(({ of }) => of !== '')).toBe(true);
});

test.each<[string, (draft: Draft) => void, { rule: string; of: string; field: string }]>([
  [
    'a field',
    ({ claims }) => (claims[0]!.fields.certainty = undefined),
    { rule: 'S03', of: 'claims/c1', field: 'certainty' }
  ],
  [
    'a figure',
    ({ claims }) => (claims[1]!.fields.quantities![0]!.lower = 12),
    { rule: 'V13', of: 'claims/c2', field: 'quantities[0]' }
  ],
  [
    'a passage',
    ({ claims }) => (claims[0]!.passage = passageOfWords(GAZETTE, 'Read more')),
    { rule: 'V05', of: 'claims/c1', field: 'passage' }
  ],
  [
    'a statement that is copied',
    ({ claims }) => (claims[0]!.fields.what = 'The crowd and the Guard met for talks on Thursday.'),
    { rule: 'V06', of: 'claims/c1', field: 'what' }
  ],
  [
    'an unknown agent',
    ({ article }) => (article.publisherAgent = 'gazete'),
    { rule: 'V40', of: 'article', field: 'publisherAgent' }
  ],
  ['the hash of the text', ({ text }) => (text.bytes = 1), { rule: 'V03', of: 'text', field: 'bytes' }],
  [
    'a join to the region’s event',
    ({ joins }) => (joins[1]!.claim = 'c9'),
    { rule: 'V34', of: 'joins/1', field: 'claim' }
  ],
  [
    'a join of another day',
    ({ joins }) => (joins[1]!.event = 'reinforcement'),
    { rule: 'V22', of: 'joins/1', field: '' }
  ],
  [
    'an event without a claim',
    ({ joins }) => joins.splice(0, 1),
    { rule: 'V22', of: 'events/mill-talks', field: 'claims' }
  ],
  ['an event', ({ events }) => (events[0]!.kind = 'meeting'), { rule: 'V30', of: 'events/mill-talks', field: 'kind' }],
  [
    'a relation',
    ({ relations }) => (relations[1]!.type = 'contradicts'),
    { rule: 'V30', of: 'relations/1', field: 'type' }
  ],
  ['an agent', ({ agents }) => (agents[1]!.id = 'ada-holm'), { rule: 'V01', of: 'agents/ada-holm', field: 'id' }],
  [
    'an origin',
    ({ origins }) => (origins[0]!.voice = 'nobody'),
    { rule: 'V40', of: 'origins/gazette-field', field: 'voice' }
  ],
  [
    'a place',
    ({ sites }) => (sites[0]!.geometry.coordinates = [54.41, 10.52]),
    { rule: 'V20', of: 'sites/old-mill', field: 'geometry.coordinates' }
  ],
  [
    'a code',
    ({ codes }) => (codes.topics![0]!.id = 'Mediation'),
    { rule: 'V01', of: 'codes/topics/Mediation', field: 'id' }
  ],
  [
    'a conflict that is not declared',
    ({ relations }) => relations.splice(1, 1),
    { rule: 'V25', of: 'claims/c2', field: 'quantities' }
  ],
  [
    'a proposal',
    ({ claims }) => (claims[1]!.confirmed = claims[1]!.confirmed.filter((path) => path !== 'date').concat('date.edtf')),
    { rule: 'D01', of: 'claims/c2', field: 'date' }
  ],
  ['an article that is there', (draft) => (draft.id = 'herald-2031-06-20'), { rule: 'D02', of: 'article', field: 'id' }]
])('%s: the problem is at its field of the draft', (_what, change, wanted) => {
  const problems = checkDraft(dir, changed(change), GAZETTE);
  expect(problems.map(({ rule, of, field }) => ({ rule, of, field }))).toContainEqual(wanted);
});

test('a proposal is confirmed by its own path or by one above it', () => {
  const draft = changed(({ claims }) => {
    claims[1]!.confirmed = Object.keys(claims[1]!.fields).filter(
      (path) => !['date', 'quantities', 'actors'].includes(path)
    );
    const parts = ['measure', 'unit', 'bound', 'value', 'lower', 'upper', 'party'].map(
      (part) => `quantities[0].${part}`
    );
    claims[1]!.confirmed.push('date.edtf', 'date.basis', 'actors', ...parts);
  });
  expect(checkDraft(dir, draft, GAZETTE)).toEqual([]);
});

test('what is to be translated is asked for by the draft’s own keys', () => {
  const problems = checkDraft(inSerbian.dir, gazetteDraft(), GAZETTE, { strict: true });
  const counted = { rule: 'V52', severity: 'warning', of: 'translations/sr-Latn', field: '' };
  expect(checkDraft(inSerbian.dir, gazetteDraft(), GAZETTE)).toMatchObject([counted]);
  const asked = problems.filter(({ rule }) => rule === 'V52');
  expect(asked).toHaveLength(problems.length);
  expect(new Set(asked.map(({ of }) => of))).toEqual(new Set(['translations/sr-Latn']));
  const fields = asked.map(({ field }) => field);
  expect(fields).toEqual(
    expect.arrayContaining([
      'articles/gazette-2031-05-16/publisher',
      'claims/c1/what',
      'claims/c2/date/basis',
      'events/mill-talks/title',
      'events/mill-talks/labels/0/gloss',
      'relations/0/why',
      'relations/1/show',
      'agents/bo-lind/title',
      'origins/gazette-field/note',
      'sites/old-mill/source',
      'codes/topics/mediation/label'
    ])
  );
  // Translated by these paths, nothing is left to ask for.
  const draft = gazetteDraft();
  const english = (advice: string) => JSON.parse(advice.replace(/^translate /, '')) as string;
  const serbian = (en: string) => `Prevod: ${en.replace(/[wqxy]/gi, 'j')}`;
  draft.translations['sr-Latn'] = Object.fromEntries(
    asked.map(({ field, advice }) => [field, { en: english(advice), text: serbian(english(advice)) }])
  );
  const left = checkDraft(inSerbian.dir, draft, GAZETTE, { strict: true });
  expect(left.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what was wrong with the folder before is told, and is nobody’s', () => {
  const bad = editedRegion([{ file: 'agents.json', text: '{ "agents": [' }]);
  const problems = checkDraft(bad.dir, gazetteDraft(), GAZETTE);
  expect(problems).toMatchObject([{ rule: 'S01', of: '', field: '' }]);
  const old = editedRegion([{ file: 'codes.json', path: ['kinds', 1, 'shape'], set: 'burst' }]);
  expect(checkDraft(old.dir, gazetteDraft(), GAZETTE)).toMatchObject([{ rule: 'V45', of: '', field: '' }]);
  bad.remove();
  old.remove();
});

test('a published article that is opened has the problems that the folder has', () => {
  const text = readFileSync(join(texts, 'courier-2031-05-13.txt'), 'utf8');
  const draft = draftOf(readFiles(dir), 'courier-2031-05-13', text);
  expect(checkDraft(dir, draft, text)).toEqual([]);
  draft.claims.splice(0, 1);
  draft.joins = draft.joins.filter(({ claim }) => claim !== 'courier-01');
  const problems = checkDraft(dir, draft, text);
  // Its relation goes with it. A chapter names it still, and the event a place that no claim is at any more.
  expect(problems.map(({ rule, file, of }) => [rule, file, of])).toEqual([
    ['V21', 'region/events.json', 'events/quay-clash'],
    ['V34', 'region/story.json', '']
  ]);
});

test('a kind that is not chosen yet is missing, not unknown', () => {
  const draft = gazetteDraft();
  draft.events[0]!.kind = draft.relations[0]!.type = '';
  const problems = checkDraft(dir, draft, GAZETTE).filter(
    ({ of }) => of === 'events/mill-talks' || of === 'relations/0'
  );
  expect(problems.map(({ rule, field }) => [rule, field])).toEqual(
    expect.arrayContaining([
      ['S03', 'kind'],
      ['S03', 'type']
    ])
  );
  expect(problems.filter(({ rule }) => rule === 'V30')).toEqual([]);
});
