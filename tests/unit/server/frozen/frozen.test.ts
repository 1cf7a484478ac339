import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { frozenVersions } from '../../../../src/lib/server/frozen/frozen-versions.ts';
import { copyFrozen } from '../../../../src/lib/server/frozen/vite-frozen.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'frozen-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const page = (lang: string) =>
  `<html lang="${lang}"><head></head><body data-x><div id="page">${lang}</div></body></html>`;
const copy = () => copyFrozen(join(folder, 'kept'), join(folder, 'build'), '1.1.0');

test('earlier builds are copied whole, and their pages lead to the same page of today, in their language', () => {
  for (const file of ['index.html', 'sq/index.html']) write(`build/${file}`, 'now');
  write('kept/1.0.0/index.html', page('en'));
  write('kept/1.0.0/sq/index.html', page('sq'));
  write('kept/1.0.0/event/gone/index.html', page('en'));
  write('kept/1.0.0/embed/index.html', page('en'));
  write('kept/1.0.0/data/claims.csv', 'a,b');
  copy();
  expect(read('build/v/1.0.0/data/claims.csv')).toBe('a,b');
  expect(read('build/v/1.0.0/index.html')).toContain(
    '<body data-x><p data-frozen>This is version 1.0.0 of the data, kept as it was. <a href="../../">To the version of today, 1.1.0</a></p><div id="page">'
  );
  expect(read('build/v/1.0.0/sq/index.html')).toMatch(/versioni 1\.0\.0 .*<a href="\.\.\/\.\.\/\.\.\/sq\/">/);
  // What is no more leads to the map.
  expect(read('build/v/1.0.0/event/gone/index.html')).toContain('<a href="../../../../">');
  expect(read('build/v/1.0.0/embed/index.html')).toBe(page('en'));
});

test('a copy of the version of today has no line: nothing newer is there', () => {
  write('build/index.html', 'now');
  write('kept/1.1.0/index.html', page('en'));
  copy();
  expect(read('build/v/1.1.0/index.html')).toBe(page('en'));
});

test('the versions are in order, and a folder that is none stops the build', () => {
  for (const version of ['1.10.0', '1.9.0', '0.1.0-draft']) write(`kept/${version}/index.html`, '');
  expect(frozenVersions(join(folder, 'kept'))).toEqual(['0.1.0-draft', '1.9.0', '1.10.0']);
  write('kept/old/index.html', '');
  expect(() => frozenVersions(join(folder, 'kept'))).toThrow(/old: a folder of FROZEN_DIR is named by its version/);
  rmSync(join(folder, 'kept/old'), { recursive: true });
  mkdirSync(join(folder, 'kept/2.0.0'));
  expect(() => frozenVersions(join(folder, 'kept'))).toThrow(/2\.0\.0: no index\.html/);
  expect(frozenVersions(null)).toEqual([]);
});
