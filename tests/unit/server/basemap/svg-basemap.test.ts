import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cardSvg } from '../../../../src/lib/server/pages/card.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { svgBasemap, svgBasemapNames, svgSurroundings } from '../../../../src/lib/server/basemap/svg-basemap.ts';
import { REGION } from '../geodata/fixture.ts';

const dataset = loadDataset('geodata');
const pieces = svgBasemap('geodata', dataset);

describe('the drawn basemap', () => {
  test('has every kind of line and ground that the style draws, the disputed line once', () => {
    const kinds = pieces.map(({ source, properties }) => [source, ...Object.values(properties)].join(' '));
    for (const kind of [
      'study',
      'relief',
      'water river 1',
      'water lake',
      'municipalities municipality-line',
      'transport railway',
      'boundaries international'
    ]) {
      expect(kinds, kind).toContain(kind);
    }
    expect(kinds.filter((kind) => kind === 'boundaries disputed')).toHaveLength(1);
  });
  test('is whole numbers only', () => {
    for (const { d } of pieces) expect(d).toMatch(/^[mz\d -]+$/);
  });
  test('costs the page little', () => {
    expect(gzipSync(pieces.map(({ d }) => d).join('\n')).length).toBeLessThan(16_000);
  });
  test('names countries and larger places in every form', () => {
    const names = svgBasemapNames('geodata', dataset);
    expect(names.length).toBeGreaterThan(10);
    for (const { names: forms } of names)
      expect(Object.keys(forms)).toEqual(expect.arrayContaining(['en', 'sq', 'sr-Latn', 'sr-Cyrl']));
  });
  test('has around it an outline for every country that is named, and the disputed line once', () => {
    const around = svgSurroundings('geodata', dataset);
    const lands = around.filter(({ source }) => source === 'country').map(({ properties }) => properties.a3);
    for (const name of svgBasemapNames('geodata', dataset))
      if (name.kind === 'country') expect(lands).toContain(name.land);
    expect(around.filter(({ properties }) => properties.status === 'disputed')).toHaveLength(1);
    expect(gzipSync(around.map(({ d }) => d).join('\n')).length).toBeLessThan(4_000);
  });
  test('of a region without a basemap is its areas alone', () => {
    const region = loadDataset(REGION);
    expect(new Set(svgBasemap(REGION, region).map(({ source }) => source))).toEqual(new Set(['study']));
    expect(svgBasemapNames(REGION, region)).toEqual([]);
  });
});

// Reads and joins the whole data folder, which takes seconds on a busy machine.
test('the social card stands on its own: colours in it, no style, nothing fetched', { timeout: 60_000 }, () => {
  const svg = cardSvg('geodata');
  expect(svg).toContain(dataset.info.title.split(' ')[0]);
  expect(svg).not.toMatch(/var\(|\sstyle=|class=|<image|<script|undefined|NaN/);
  const references = [...svg.matchAll(/(?:href="|url\()#([\w-]+)/g)].map((match) => match[1]!);
  expect(references.length).toBeGreaterThan(5);
  for (const id of references) expect(svg).toContain(`id="${id}"`);
});
