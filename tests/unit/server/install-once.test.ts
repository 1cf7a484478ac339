import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveUnlessThere } from '../../../src/lib/server/install-once.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'packages-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const installed = (name: string) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'by'), name);
  return join(folder, name);
};

test('what one importer has installed is not touched by another that started at the same time', () => {
  const to = join(folder, 'packages');
  moveUnlessThere(installed('first'), to);
  moveUnlessThere(installed('second'), to);
  expect(readFileSync(join(to, 'by'), 'utf8')).toBe('first');
  expect(readdirSync(folder)).toEqual(['packages', 'second']);
});

test('another failure to move it is told', () => {
  expect(() => moveUnlessThere(join(folder, 'nothing'), join(folder, 'packages'))).toThrow('ENOENT');
});
