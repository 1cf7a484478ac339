import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { formatReport } from '../../../../src/lib/server/geodata/problems.ts';
import { READING_RULES, RULES } from '../../../../src/lib/server/geodata/rules/table.ts';
import { TEXT_RULES } from '../../../../src/lib/server/geodata/text-rules.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { BAD, editedRegion, REGION, REGION_TEXTS } from './fixture.ts';

const ALL_RULES = [...READING_RULES, ...RULES, ...TEXT_RULES];
const undo: (() => void)[] = [];
afterAll(() => undo.forEach((remove) => remove()));

function edited(edits: Parameters<typeof editedRegion>[0]): string {
  const { dir, remove } = editedRegion(edits);
  undo.push(remove);
  return dir;
}

/** A copy of the region is checked with the copy of its texts. */
const problemsOf = (dir: string) => validateGeodata(dir, join(dir, '../region-articles')).problems;

test('the region itself has no problem and no warning', () => {
  expect(validateGeodata(REGION, REGION_TEXTS).problems).toEqual([]);
});

test.each(BAD)('$name: $title', ({ rule, edits, expect: wanted }) => {
  const problems = problemsOf(edited(edits));
  expect(formatReport(problems).split('\n').slice(1)).toHaveLength(1);
  expect(problems).toMatchObject([
    {
      rule,
      file: `region/${wanted.file}`,
      path: wanted.path,
      found: expect.stringContaining(wanted.found) as string,
      advice: expect.stringContaining(wanted.advice) as string,
      severity: wanted.severity ?? 'error'
    }
  ]);
});

test('where translations must be complete, each text that is not or no longer translated is a problem', () => {
  const strictly = (name: string) => {
    const { edits } = BAD.find((each) => each.name === name)!;
    return validateGeodata(edited(edits), undefined, { strict: true }).problems;
  };
  const severity = 'error';
  expect(strictly('V52-no-text')).toMatchObject([
    { path: '["info/title"]', found: 'this text is not translated', advice: 'translate "Testholm, 2031"', severity }
  ]);
  expect(strictly('V54-stale')).toMatchObject([
    { path: '["info/title"].en', found: 'it was made from "Testholm, 2030"', severity }
  ]);
});

test('in a draft, translations are left alone and all else is checked', () => {
  const chosen = BAD.filter(({ name }) => ['V69-number', 'V11-no-basis'].includes(name));
  const dir = edited(chosen.flatMap(({ edits }) => edits));
  const rulesOf = (draft: boolean) =>
    new Set(validateGeodata(dir, undefined, { draft }).problems.map(({ rule }) => rule));
  expect(rulesOf(false).size).toBeGreaterThan(1);
  expect([...rulesOf(true)]).toEqual(['V11']);
});

test('every rule has a bad fixture, and every bad fixture a rule', () => {
  const codes = ALL_RULES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect([...new Set(BAD.map(({ rule }) => rule))].sort()).toEqual([...codes].sort());
});

test('all problems of all files come in one run', () => {
  // One defect in each of six files, two of them in one file.
  const names = [
    'V01-form',
    'V11-no-basis',
    'V09-ahead',
    'V44-no-address',
    'V45-same-shape',
    'V29-crs',
    'V42-no-flow',
    'V38-name-form'
  ];
  const chosen = BAD.filter(({ name }) => names.includes(name));
  const { problems } = validateGeodata(edited(chosen.flatMap(({ edits }) => edits)));
  const placed = problems.map(({ rule, file, path }) => `${rule} ${file} ${path}`);
  expect(placed.sort()).toEqual(
    chosen.map(({ rule, expect: { file, path } }) => `${rule} region/${file} ${path}`).sort()
  );
});

test('a file that is no JSON does not hide the problems of the others', () => {
  const chosen = BAD.filter(({ name }) => name === 'S01-no-json' || name === 'V11-no-basis');
  const { problems } = validateGeodata(edited(chosen.flatMap(({ edits }) => edits)));
  expect(problems.map(({ rule }) => rule).sort()).toEqual(['S01', 'V11']);
});

test('a misshapen claim is set aside without giving false alarms about what refers to it', () => {
  const dir = edited([{ file: 'articles/courier-2031-05-13.json', path: ['claims', 0, 'what'], set: 12 }]);
  expect(problemsOf(dir).map(({ rule }) => rule)).toEqual(['S03']);
});

test('loading stops with the whole report, naming file, field, line, finding and advice', () => {
  const chosen = BAD.filter(({ name }) => name === 'V11-no-basis' || name === 'V19-no-place');
  const dir = edited(chosen.flatMap(({ edits }) => edits));
  expect(() => loadDataset(dir)).toThrow(
    [
      'the data has problems',
      '',
      'region/articles/courier-2031-05-13.json has 1 problem:',
      '  claims[1].date.basis (line 128): the basis is empty; say what the date rests on; a relative date names its anchor [V11]',
      '',
      'region/external.json has 1 problem:',
      '  facts[0].place (line 11): no site or area "lamp-roc"; did you mean "lamp-rock"? [V19]'
    ].join('\n')
  );
});

test('a warning does not stop loading', () => {
  const unused = BAD.find(({ rule }) => rule === 'V49');
  expect(loadDataset(edited(unused?.edits ?? [])).agents).toHaveLength(5);
});
