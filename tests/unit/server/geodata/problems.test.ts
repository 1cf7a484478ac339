import { describe, expect, test } from 'vitest';
import {
  didYouMean,
  editDistance,
  formatReport,
  nearest,
  pathText,
  type Problem
} from '../../../../src/lib/server/geodata/problems.ts';

const problem = (given: Partial<Problem>): Problem => ({
  rule: 'V07',
  file: 'geodata/articles/x.json',
  path: 'claims[5].date.edtf',
  found: '"2023-05-32" is not a calendar date',
  advice: '(EDTF, e.g. 2023-05-29 or 2023-05)',
  severity: 'error',
  ...given
});

test('a report goes file by file, each with its number of problems and warnings', () => {
  const report = formatReport([
    problem({}),
    problem({
      path: 'claims[19].places[0]',
      line: 4,
      found: 'no site or area "zvecan"',
      advice: 'did you mean "harbour"?',
      rule: 'V19'
    }),
    problem({ file: 'geodata/agents.json', path: '', found: 'the file is missing', advice: 'add it', rule: 'S02' }),
    problem({
      file: 'geodata/agents.json',
      path: 'agents[1].id',
      line: 3,
      found: 'unused',
      advice: 'use it',
      rule: 'V49',
      severity: 'warning'
    })
  ]);
  expect(report).toBe(`geodata/articles/x.json has 2 problems:
  claims[5].date.edtf: "2023-05-32" is not a calendar date (EDTF, e.g. 2023-05-29 or 2023-05) [V07]
  claims[19].places[0] (line 4): no site or area "zvecan"; did you mean "harbour"? [V19]

geodata/agents.json has 1 problem and 1 warning:
  the file is missing; add it [S02]
  agents[1].id (line 3): warning: unused; use it [V49]`);
});

test('what is said more than twice of a file is said once, with all its lines', () => {
  const empty = (path: string, line: number) =>
    problem({ path, line, found: 'the basis is empty', advice: 'say what the date rests on', rule: 'V11' });
  const report = formatReport([
    ...[9, 3, 12].map((line, at) => empty(`claims[${at}].date.basis`, line)),
    problem({ path: 'claims[1].what', line: 5, found: 'it is blank', advice: 'write it' }),
    problem({ path: 'claims[2].what', line: 6, found: 'it is blank', advice: 'write it' })
  ]);
  expect(report).toBe(`geodata/articles/x.json has 5 problems:
  claims[1].date.basis (line 3): the basis is empty; say what the date rests on (3 places: also line 9, line 12) [V11]
  claims[1].what (line 5): it is blank; write it [V07]
  claims[2].what (line 6): it is blank; write it [V07]`);
});

test('a report can be read whatever the data holds', () => {
  const long = 'x'.repeat(1_000_000);
  const many = Array.from({ length: 1200 }, (_, n) => problem({ path: `claims[${n}]`, found: `no ${n}` }));
  const report = formatReport([
    problem({ file: 'a', path: long, found: `no topic "${long}"`, advice: `write ${long}` }),
    problem({ file: 'b', path: 'title', found: 'it holds "\u202e\u200b\ud800"', advice: 'remove it' }),
    ...many
  ]);
  expect(report.length).toBeLessThan(150_000);
  expect(report).toContain('no topic "xxxxx');
  expect(report).toContain('title: it holds "<U+202E><U+200B><U+D800>"; remove it [V07]');
  expect(report).toContain('\n  and 200 more');
});

test('a path quotes keys that are no plain names', () => {
  expect(pathText(['features', 0, 'properties', 'names', 'sr-Latn'])).toBe('features[0].properties.names["sr-Latn"]');
});

test('edit distance counts insertions, deletions and exchanges', () => {
  const pairs = [
    ['', 'abc'],
    ['kitten', 'sitting'],
    ['same', 'same'],
    ['abc', '']
  ] as const;
  expect(pairs.map(([a, b]) => editDistance(a, b))).toEqual([3, 3, 0, 3]);
});

describe('the id that was probably meant', () => {
  test.each([
    ['lamp-roc', ['lamp-rock', 'old-mill'], 'lamp-rock'],
    ['zvecan-townhall', ['leposavic', 'zvecan-municipal-building', 'banjska'], 'zvecan-municipal-building'],
    ['condemn', ['condemnation', 'demand'], 'condemnation'],
    ['harbour', ['xyz'], null]
  ])('%s', (word, known, expected) => expect(nearest(word, known)).toBe(expected));

  test('a word of a megabyte is no slip of any', () => {
    expect(nearest('harbour'.repeat(200_000), ['harbour'])).toBeNull();
  });

  test('where nothing is near, the few known ones are listed, or counted', () => {
    expect(didYouMean('q', ['alpha', 'beta'])).toBe('known: alpha, beta');
    expect(
      didYouMean(
        'q',
        Array.from({ length: 40 }, (_, i) => `known-${i}`)
      )
    ).toBe('none of the 40 known is near it');
    expect(didYouMean('q', [])).toBe('none is defined');
  });
});
