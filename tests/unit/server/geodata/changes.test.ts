import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readTexts } from '../../../../src/lib/server/geodata/article-text.ts';
import {
  changedPassages,
  newArticles,
  sentencesToReread,
  versionIsRaised
} from '../../../../src/lib/server/geodata/changes.ts';
import { asCommitted } from '../../../../src/lib/server/geodata/last-commit.ts';
import { gatherFolder } from '../../../../src/lib/server/geodata/validate.ts';
import { editedRegion, REGION } from './fixture.ts';

const HERALD = 'articles/herald-2031-06-20.json';
const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((remove) => remove()));

function region(edits: Parameters<typeof editedRegion>[0]) {
  const copy = editedRegion(edits);
  undo.push(copy.remove);
  return { ...copy, data: gatherFolder(copy.dir) };
}

const version = (set: string) => ({ file: 'dataset.json', path: ['version'], set });
const reworded = { file: 'events.json', path: ['events', 2, 'note'], set: 'Nobody reports that it met.' };

test.each([
  ['nothing has changed', [], []],
  ['the data has changed and the version is raised', [reworded, version('1.0.1')], []],
  ['the tenth version follows the ninth', [reworded, version('1.10.0')], []],
  [
    'the data has changed alone',
    [reworded],
    ['the data has changed since the last commit, which has the version 1.0.0 too']
  ],
  ['the version is lowered', [version('0.9.0')], ['0.9.0 is before 1.0.0']]
])('the version: %s', (_case, edits, found) => {
  const problems = versionIsRaised(gatherFolder(REGION), region(edits).data);
  expect(problems.map((problem) => problem.found)).toEqual(found);
  expect(problems.every(({ severity, path }) => severity === 'warning' && path === 'version')).toBe(true);
});

/** The region before the Herald wrote; some of its texts count articles. */
const before = () =>
  region([
    { file: HERALD, delete: true },
    { file: 'events.json', path: ['events', 0, 'claims', 1], remove: true },
    { file: 'events.json', path: ['events', 2], remove: true },
    { file: 'events.json', path: ['events', 0, 'note'], set: 'Reported in one article only. It rained.' },
    { file: 'events.json', path: ['events', 1, 'note'], set: 'No article gives a number.' },
    { file: 'dataset.json', path: ['subtitle'], set: 'What one article reports' }
  ]).data;

test('after an article is added, sentences on its events that count articles are to be reread', () => {
  const now = region([
    { file: 'events.json', path: ['events', 0, 'note'], set: 'Reported in one article only. It rained.' },
    { file: 'events.json', path: ['events', 1, 'note'], set: 'No article gives a number.' },
    { file: 'dataset.json', path: ['subtitle'], set: 'What two articles report' }
  ]).data;
  expect(newArticles(before(), now)).toEqual(['herald-2031-06-20']);
  // The subtitle was changed with it; the Herald says nothing about the second event.
  expect(sentencesToReread(before(), now)).toEqual([
    { key: 'events/quay-clash/note', text: 'Reported in one article only.' }
  ]);
});

test('without a new article nothing is to be reread', () => {
  expect(sentencesToReread(gatherFolder(REGION), region([reworded]).data)).toEqual([]);
});

test('claims whose words or locator have changed are shown with their passage', () => {
  const { data, texts, dir } = region([
    { file: HERALD, path: ['claims', 0, 'locator', 'charEnd'], set: 28 },
    { file: HERALD, path: ['claims', 1, 'certainty'], set: 'low' }
  ]);
  const shown = changedPassages(gatherFolder(REGION), gatherFolder(dir), readTexts(data, texts));
  expect(shown.map(({ claim, passage }) => [claim.item.id, passage])).toEqual([['herald-01', 'More than 200 g']]);
});

test('a folder under git is read as it was committed last, whatever lies in it now', () => {
  const { dir } = region([]);
  const git = (...options: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...options], { cwd: join(dir, '..') });
  expect(asCommitted(dir)).toBeNull();
  git('init', '-q');
  expect(asCommitted(dir)).toBeNull();
  git('add', 'region');
  git('commit', '-qm', 'x');
  writeFileSync(join(dir, 'origins.json'), '{}');
  expect(asCommitted(dir)?.origins).toHaveLength(2);
  // The index of the repository is left alone.
  expect(git('diff', '--cached', '--stat').stdout.toString()).toBe('');
});
