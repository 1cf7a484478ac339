import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { packagesOf } from '../../../../src/lib/server/licences/packages.ts';
import { licenceText } from '../../../../src/lib/server/licences/vite-licences.ts';

const packages = packagesOf(
  ['maplibre-gl/dist/maplibre-gl.mjs', 'svelte/src/index-client.js?v=1', 'vite/package.json']
    .map((file) => resolve('node_modules', file))
    .concat(resolve('src/app.html'), '\0virtual:messages')
);

test('each package is named once with its licence, and so is what it has bundled', () => {
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['maplibre-gl', 'earcut', 'svelte']));
  expect(new Set(names).size).toBe(names.length);
  expect(packages.find(({ name }) => name === 'earcut')).toMatchObject({
    licence: 'ISC',
    text: expect.stringContaining('Permission to use, copy, modify')
  });
});

test('the licences of what Vite has bundled for itself stay out', () => {
  expect(packages.find(({ name }) => name === 'vite')?.text).toMatch(/^# Vite core license[\s\S]{100,2000}$/);
});

test('the file has the licences of the data too', () => {
  const text = licenceText('MIT License', loadDataset().info, packages);
  expect(text).toContain('ODbL 1.0\n  https://opendatacommons.org/licenses/odbl/1-0/');
  expect(text).toContain('  earcut');
});
