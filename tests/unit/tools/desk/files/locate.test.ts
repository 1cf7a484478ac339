import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locate } from '../../../../../src/tools/desk/files/locate.ts';
import { REGION, REGION_TEXTS } from '../../../server/geodata/fixture.ts';

const NAME = 'courier-2031-05-13.txt';
const TEXT = readFileSync(join(REGION_TEXTS, NAME));
const article = JSON.parse(readFileSync(join(REGION, 'articles/courier-2031-05-13.json'), 'utf8'));

function found(phrase?: string): string {
  const located = locate(NAME, TEXT, phrase);
  return 'found' in located ? located.found : `problem: ${located.problem}`;
}

test('the locator that the claim has is printed for its passage', () => {
  const { locator } = article.claims[1];
  const passage = [...TEXT.toString()].slice(locator.charStart, locator.charEnd).join('');
  const [line] = found(passage.toUpperCase()).split('\n');
  expect(JSON.parse(`{${line!.replace(/,$/, '')}}`)).toEqual({ locator });
});

test('every place of a phrase, in whole words', () => {
  const wanted = TEXT.toString().match(/The/gi)!.length;
  expect(found('The').match(/^"locator": .*\n {2}“The”$/gm)!.length).toBeLessThan(wanted);
  expect(found('the').match(/^"locator": /gm)!.length).toBeGreaterThan(1);
  expect(found('arde')).toContain('“Warden”');
});

test('what the article file says of its text', () => {
  const { file, sha256, bytes } = article.text;
  expect(JSON.parse(`{${found()}}`)).toEqual({ text: { file, sha256, bytes, excluded: [] } });
});

test.each([
  ['another quay', 'has no “another quay”'],
  ['the quay Saltwick', 'from line 1 to line 3']
])('why there is no locator for “%s”', (phrase, problem) => {
  expect(found(phrase)).toContain(`problem: `);
  expect(found(phrase)).toContain(problem);
});

test('a text with other line ends has no offsets yet', () => {
  expect(locate('a.txt', Buffer.from('one\r\ntwo'), 'two')).toEqual({ problem: expect.stringContaining('CRLF') });
});

test('the program', () => {
  const run = (...options: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/locate.ts', ...options], { encoding: 'utf8' });
  expect(run(join(REGION_TEXTS, NAME), 'Quay Hall')).toMatchObject({ status: 0, stdout: `${found('Quay Hall')}\n` });
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
});
