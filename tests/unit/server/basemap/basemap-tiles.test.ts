import { describe, expect, test } from 'vitest';
import { basemapTiles, originsOf } from '../../../../src/lib/server/basemap/basemap-tiles.js';
import { underscoreHeaders } from '../../../../src/lib/server/pages/headers.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { REGION } from '../geodata/fixture.ts';

describe('the other servers that a map asks', () => {
  test.each([
    [null, []],
    [{ pmtiles: 'region.pmtiles' }, []],
    [{ pmtiles: 'https://files.example/maps/region.pmtiles' }, ['https://files.example']],
    [{ style: 'https://a.example/style.json' }, ['https://a.example']],
    [
      { style: 'https://a.example/style.json', connect: ['https://b.example', 'https://a.example'] },
      ['https://a.example', 'https://b.example']
    ]
  ])('%j: %j', (tiles, origins) => expect(originsOf(tiles)).toEqual(origins));

  test('are none where the data name no tiles, or cannot be read', () => {
    expect(basemapTiles(REGION)).toBe(null);
    expect(basemapTiles('no/such/folder')).toBe(null);
  });

  test('stand in the policy of workers, which fetch the tiles of a style', () => {
    const { info } = loadDataset(REGION);
    const of = (basemap?: typeof info.basemap) =>
      underscoreHeaders({ info: { ...info, basemap }, site: null, ancestors: null });
    expect(of({ style: 'https://a.example/s.json' })).toContain("connect-src 'self' https://a.example\n");
    expect(of()).toContain("connect-src 'self'\n");
  });
});
