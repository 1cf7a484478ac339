import { afterAll, expect, test } from 'vitest';
import { gatherFolder } from '../../../../src/lib/server/geodata/validate.ts';
import type { Draft } from '../../../../src/tools/desk/draft.ts';
import { applyDraft } from '../../../../src/tools/desk/files/apply-draft.ts';
import { checkDraft } from '../../../../src/tools/desk/files/check-draft.ts';
import { onText } from '../../../../src/tools/desk/files/on-text.ts';
import { passageAt } from '../../../../src/tools/desk/files/passages.ts';
import { readFiles } from '../../../../src/tools/desk/files/read-files.ts';
import { knownOf } from '../../../../src/tools/desk/proposals/known-of.ts';
import { proposeClaim } from '../../../../src/tools/desk/proposals/propose-claim.ts';
import { editedRegion } from '../../server/geodata/fixture.ts';
import { GAZETTE, gazetteDraft, passageOfWords } from './draft-fixture.ts';

/*
 * Slips that editors made with files, tried at the desk: one is impossible, proposed otherwise, or told where it was made.
 */

const region = editedRegion([
  { file: 'dataset.json', path: ['languages'], set: ['en', 'sr-Latn', 'sr-Cyrl'] },
  { file: 'text/sr-Latn.json', translate: true }
]);
afterAll(region.remove);

/** What is told of a draft, apart from texts that nobody has translated. */
const told = (draft: Draft, text = GAZETTE) =>
  checkDraft(region.dir, draft, text, { strict: true }).filter(({ rule }) => rule !== 'V52');

const TALKS = 'The crowd and the Guard met for talks on Thursday at the Old Mill, the mayor said.';

type Slip = (draft: Draft) => unknown;
const inClaim =
  (key: string, fields: Partial<Draft['claims'][number]['fields']>): Slip =>
  ({ claims }) => {
    const claim = claims.find((each) => each.key === key)!;
    Object.assign(claim.fields, fields);
    claim.confirmed = Object.keys(claim.fields);
  };
const inFigure =
  (fields: object): Slip =>
  ({ claims }) =>
    Object.assign(claims[1]!.fields.quantities![0]!, fields);
const translated =
  (path: string, en: string, text: string): Slip =>
  (draft) => {
    draft.translations['sr-Latn'] = { [path]: { en, text } };
  };

/** Three claims of talks, so that they have a habit. */
const moreTalks: Slip = ({ claims, joins }) => {
  for (const key of ['c3', 'c4']) {
    const one = structuredClone(claims[0]!);
    claims.push({
      ...one,
      key,
      fields: { ...one.fields, what: `They spoke for long; this is ${key.replace(/\d/, '')}.` }
    });
    joins.push({ event: 'mill-talks', claim: key });
  }
};

/** The slip as it is made at the desk, and what is told of it, and where. */
const TOLD: [what: string, slip: Slip, of: string, field: string, rule: string, found: RegExp][] = [
  [
    'a passage at another sentence',
    ({ claims }) => (claims[1]!.passage = passageOfWords(GAZETTE, TALKS)),
    'claims/c2',
    'passage',
    'V57',
    /has only 1 words of the claim/
  ],
  [
    'an event of another day',
    ({ joins }) => (joins[1]!.event = 'mill-talks'),
    'joins/1',
    '',
    'V22',
    /does not overlap/
  ],
  [
    'a wrong event of the same day',
    (draft) => {
      inClaim('c1', { date: { edtf: '2031-05-12', basis: 'day stated' } })(draft);
      draft.events[0]!.date = { edtf: '2031-05-12', basis: 'day stated' };
      draft.joins[1]!.event = 'mill-talks';
    },
    'joins/1',
    '',
    'V65',
    /quay-clash/
  ],
  [
    'words for a figure that hold none',
    inFigure({ expressedAs: 'constables' }),
    'claims/c2',
    'quantities[0].expressedAs',
    'V61',
    /does not say how many/
  ],
  ['a figure of another party', inFigure({ party: 'crowd' }), 'relations/0', 'type', 'V24', /count different things/],
  [
    'a place that the claim names, as external',
    ({ events }) => Object.assign(events[0]!.places[0]!, { basis: 'external', note: 'from a map' }),
    'events/mill-talks',
    'places[0].basis',
    'V68',
    /stands at "old-mill"/
  ],
  [
    'an actor that is none',
    inClaim('c2', { actors: ['harbour-gard'] }),
    'claims/c2',
    'actors[0]',
    'V40',
    /did you mean/
  ],
  ['a unit that is none', inFigure({ unit: 'people' }), 'claims/c2', 'quantities[0].unit', 'V30', /no unit "people"/],
  [
    'a number in the statement that is no figure',
    inClaim('c2', { what: '40 of the Guard were hurt at the Quay Hall.' }),
    'claims/c2',
    'what',
    'V59',
    /“40”/
  ],
  [
    'a translation with another number',
    translated('relations/0/show', '12, then 13: a revision; never summed.', '12, zatim 15: ispravka, bez zbira.'),
    'translations/sr-Latn',
    'relations/0/show',
    'V69',
    /it has 15/
  ],
  [
    'two translations that were swapped',
    translated('relations/0/show', '12, then 13: a revision; never summed.', '13, zatim 15: ispravka, bez zbira.'),
    'translations/sr-Latn',
    'relations/0/show',
    'V69',
    /lacks the 12/
  ],
  [
    'English as a translation',
    translated('claims/c1/what', 'The two sides talked at the mill.', 'The two sides talked at the mill.'),
    'translations/sr-Latn',
    'claims/c1/what',
    'V70',
    /the English text/
  ],
  [
    'a weekday that the date is not',
    inClaim('c1', { date: { edtf: '2031-05-15', basis: '“Monday” before the printed Friday' } }),
    'claims/c1',
    'date.basis',
    'V66',
    /no Monday/
  ],
  [
    'a report of four months before it was published',
    ({ article }) => (article.reported = { edtf: '2031-01-16', confidence: 'high' }),
    'article',
    'reported.edtf',
    'V67',
    /more than a month/
  ],
  [
    'an origin of another outlet',
    inClaim('c2', { origin: 'herald-interview' }),
    'claims/c2',
    'origin',
    'V63',
    /“?"herald"/
  ],
  [
    'a speaker’s chain in the outlet’s voice',
    inClaim('c2', { voice: 'outlet' }),
    'claims/c2',
    'voice',
    'V62',
    /"bo-lind"/
  ],
  [
    'a topic of another event',
    (draft) => {
      moreTalks(draft);
      inClaim('c1', { topic: 'casualties' })(draft);
    },
    'claims/c1',
    'topic',
    'V64',
    /quay-clash/
  ],
  [
    'background about an event',
    inClaim('c2', { background: true }),
    'claims/c2',
    'background',
    'V26',
    /rests on the claim/
  ],
  [
    'a building as the precision of a town',
    inClaim('c1', { places: [{ ref: 'saltwick', role: 'in', precision: 'named_building' }] }),
    'claims/c1',
    'places[0].precision',
    'V33',
    /is a town/
  ],
  [
    'a day without its zeros',
    inClaim('c2', { date: { edtf: '2031-5-12', basis: 'day stated' } }),
    'claims/c2',
    'date.edtf',
    'V07',
    /did you mean 2031-05-12/
  ]
];

test('without a slip nothing is told', () => {
  const draft = gazetteDraft();
  moreTalks(draft);
  expect(told(draft)).toEqual([]);
});

test.each(TOLD)('told: %s', (_what, slip, of, field, rule, found) => {
  const draft = gazetteDraft();
  slip(draft);
  const problems = told(draft).map((problem) => [
    problem.of,
    problem.field,
    problem.rule,
    `${problem.found}; ${problem.advice}`
  ]);
  expect(problems).toContainEqual([of, field, rule, expect.stringMatching(found)]);
});

test('told and proposed otherwise: a bound that is not the text’s', () => {
  const text = GAZETTE.replace('Thirteen constables', 'At least thirteen constables');
  const words = /At least .* told the Gazette\./.exec(text)![0];
  const first = gazetteDraft();
  first.claims[1]!.passage = passageOfWords(text, words);
  const { draft } = onText(first, text);
  expect(told(draft, text).map(({ of, field, rule }) => [of, field, rule])).toContainEqual([
    'claims/c2',
    'quantities[0].bound',
    'V58'
  ]);
  const known = knownOf(gatherFolder(region.dir), draft);
  const { fields } = proposeClaim(text, draft.claims[1]!.passage, draft.article, known);
  expect(fields.quantities).toMatchObject([{ bound: 'at_least', value: 13, lower: 13, upper: null }]);
});

test('proposed otherwise: unit, party, voice, date, place with its precision, and the outlet’s own origin', () => {
  const draft = gazetteDraft();
  const known = knownOf(gatherFolder(region.dir), draft);
  const { fields } = proposeClaim(GAZETTE, draft.claims[1]!.passage, draft.article, known);
  expect(fields).toMatchObject({
    quantities: [{ unit: 'persons', party: 'guard', bound: 'exact' }],
    voice: 'speaker',
    date: { edtf: '2031-05-12' },
    places: [{ ref: 'quay-hall', precision: 'named_building' }]
  });
  expect(fields.origin ?? 'gazette-field').toBe('gazette-field');
  expect(fields.background).toBeUndefined();
});

test('impossible: a passage that begins or ends inside a word, is one letter, or counts anything but characters', () => {
  const text = `🚧🚧 Boats left early.\n${GAZETTE}`;
  const characters = [...text];
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(characters[at] ?? ' ');
  for (let start = 0; start < characters.length; start++)
    for (const length of [1, 2, 9]) {
      const passage = passageAt(text, start, start + length);
      if (passage === null) continue;
      const { charStart, charEnd, exact } = passage;
      expect(isLetter(charStart - 1) && isLetter(charStart), exact).toBe(false);
      expect(isLetter(charEnd - 1) && isLetter(charEnd), exact).toBe(false);
      expect(characters.slice(charStart, charEnd).join('')).toBe(exact);
    }
});

test('impossible: a version that is not raised, a hash, an offset or an id by hand', () => {
  const files = readFiles(region.dir);
  const changes = applyDraft(files, gazetteDraft(), GAZETTE);
  const version = (content: string) => (JSON.parse(content) as { version: string }).version;
  expect(version(changes.get('dataset.json')!)).not.toBe(version(files.get('dataset.json')!));
});
