import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { basemapFacts } from '../../../../src/lib/server/basemap/basemap-facts.ts';
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
  test('has land where it is an island, and none where all that is seen is land', () => {
    const sources = svgBasemap(REGION, loadDataset(REGION)).map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['land', 'study']));
    expect(pieces.some(({ source }) => source === 'land')).toBe(false);
  });
  test('of a region without a basemap is its areas alone: of the ground nothing is known', () => {
    const bare = mkdtempSync(join(tmpdir(), 'bare-'));
    cpSync(REGION, bare, { recursive: true });
    rmSync(join(bare, 'basemap'), { recursive: true });
    const region = loadDataset(bare);
    expect(new Set(svgBasemap(bare, region).map(({ source }) => source))).toEqual(new Set(['study']));
    expect(svgBasemapNames(bare, region)).toEqual([]);
    expect(svgSurroundings(bare, region)).toEqual([]);
    expect(basemapFacts(bare, region)).toEqual({ sea: false, schematic: false, disputed: false });
    rmSync(bare, { recursive: true });
  });
  test('is told about in words only as far as it is so', () => {
    expect(basemapFacts('geodata', dataset)).toEqual({ sea: false, schematic: true, disputed: true });
    expect(basemapFacts(REGION, loadDataset(REGION))).toEqual({ sea: true, schematic: false, disputed: false });
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
