import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { timespanOf, jsonFgTime } from '../../../src/lib/exports/when.ts';
import { parseDay, type Day } from '../../../src/lib/model/day.ts';
import type { UncertainDate } from '../../../src/lib/model/time.ts';
import { all, fileOf, index, SELECTIONS } from './exported.ts';
import { geoJsonProblems } from './rfc-7946.ts';

const collection = () => JSON.parse(fileOf('events.geojson'));
const feature = (id: string) => collection().features.find((other: { id: string }) => other.id === id);

function date(
  from: string | null,
  to: string | null,
  soft: [string | null, string | null] = [from, to]
): UncertainDate {
  const day = (text: string | null): Day | null => (text === null ? null : parseDay(text));
  return {
    edtf: '',
    earliest: day(from),
    latest: day(to),
    softEarliest: day(soft[0]),
    softLatest: day(soft[1]),
    approximate: false,
    uncertain: false
  };
}

describe('GeoJSON', () => {
  test.each(SELECTIONS)('is RFC 7946: %s', (_name, selected) => {
    expect(geoJsonProblems(JSON.parse(fileOf('events.geojson', selected)))).toEqual([]);
  });

  test('the checks see a defect of each kind', () => {
    const wrong = {
      type: 'FeatureCollection',
      crs: {},
      features: [
        { type: 'Feature', id: 'a', properties: {}, geometry: { type: 'Point', coordinates: [43, 120] } },
        { type: 'Feature', id: 'a', properties: null },
        {
          type: 'Feature',
          id: 'b',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [0, 1],
                [1, 1],
                [0, 0]
              ]
            ]
          }
        },
        {
          type: 'Feature',
          id: 'c',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1]
              ]
            ]
          }
        }
      ]
    };
    expect(geoJsonProblems(wrong).map(({ problem }) => problem)).toEqual([
      'crs is gone since RFC 7946',
      'not a position: [43,120]',
      'id twice',
      'no geometry member',
      'exterior ring is clockwise',
      'ring is not closed'
    ]);
  });

  test('one feature for each event and place, with ids that hold no position in a list', () => {
    const ids = collection().features.map(({ id }: { id: string }) => id);
    const expected = index.dataset.events.flatMap(({ id, places }) =>
      places.length ? places.map(({ ref }) => `${id}/${ref}`) : [id]
    );
    expect(ids).toEqual(expected);
  });

  test('an event without a stated place has no geometry; a city off the map has its own, and says it is off', () => {
    expect(feature('nato-condemnation')).toMatchObject({ geometry: null, properties: { place: null, onMap: false } });
    expect(feature('oslo-announcement/oslo')).toMatchObject({
      geometry: { type: 'Point', coordinates: [10.74609, 59.91273] },
      properties: { onMap: false, placePrecision: 'city_offmap' }
    });
  });

  test('a place on external evidence says so, with its accuracy and the facts it rests on', () => {
    const { properties } = feature('september-clash/banjska');
    expect(properties).toMatchObject({ placeBasis: 'external', accuracyM: 100, onMap: true });
    expect(properties.placeExternalFacts.length).toBeGreaterThan(0);
    expect(feature('september-clash/northern-kosovo').properties.placeBasis).toBe('article');
  });

  test('bounds, sources, publication dates and relations survive', () => {
    const { properties } = feature('zvecan-clash/zvecan-municipal-building');
    expect(properties.figures).toContainEqual({
      measure: 'injured',
      party: 'kfor',
      severity: null,
      lower: 30,
      upper: 93,
      claims: ['blazetrends-06', 'blazetrends-07', 'postsen-08']
    });
    expect(properties.articles).toEqual(['blazetrends-2023-05-30', 'postsen-2023-12-07']);
    expect(properties.published).toEqual(['2023-05-30', index.articles.get('postsen-2023-12-07')!.published.edtf]);
    expect(properties.relations.map(({ id }: { id: string }) => id)).toContain('r01');
    expect(properties.claimRoles.find(({ claim }: { claim: string }) => claim === 'postsen-08')).toMatchObject({
      basis: 'inferred'
    });
  });

  test('times stand in three forms that agree', () => {
    expect(feature('boycotted-vote/four-northern-municipalities')).toMatchObject({
      when: {
        timespans: [
          {
            start: { earliest: '2023-04-01', latest: '2023-04-30' },
            end: { earliest: '2023-04-01', latest: '2023-04-30' }
          }
        ]
      },
      time: { interval: ['2023-04-01', '2023-04-30'] },
      properties: {
        t0: parseDay('2023-04-01'),
        t1: parseDay('2023-04-30'),
        date: '2023-04',
        dateFrom: '2023-04-01',
        dateTo: '2023-04-30'
      }
    });
    expect(feature('battalion-on-alert')).toMatchObject({
      when: { timespans: [{ start: { in: '2023-05-30' } }] },
      time: { interval: ['2023-05-30', '..'] },
      properties: { t0: parseDay('2023-05-30'), t1: null, dateTo: null }
    });
  });

  const gdal = spawnSync('ogrinfo', ['--version'], { encoding: 'utf8' });
  test.skipIf(gdal.status !== 0)(
    gdal.status === 0
      ? 'GDAL opens every file and counts the same features'
      : 'GDAL opens every file (skipped: ogrinfo is not installed; Debian: gdal-bin)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'geojson-'));
      try {
        for (const [name, selected] of SELECTIONS) {
          const path = join(folder, 'events.geojson');
          const text = fileOf('events.geojson', selected);
          writeFileSync(path, text);
          const { status, stdout, stderr } = spawnSync('ogrinfo', ['-al', '-so', path], { encoding: 'utf8' });
          expect([name, status, stderr]).toEqual([name, 0, '']);
          expect(stdout).toContain(`Feature Count: ${JSON.parse(text).features.length}\n`);
          expect(stdout).toContain('Layer name: events');
          if (selected === all) expect(stdout).toMatch(/^t0: Integer \(0\.0\)$/m);
          if (selected === all) expect(stdout).toMatch(/^dateFrom: Date/m);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000
  );
});

describe('times of a feature', () => {
  test('within: begins and ends on one unknown day; throughout: on the first and the last', () => {
    const span = date('2023-09-24', '2023-11-27');
    const either = { earliest: '2023-09-24', latest: '2023-11-27' };
    expect(timespanOf(span, 'within')).toEqual({ start: either, end: either });
    expect(timespanOf(span, 'throughout')).toEqual({ start: { in: '2023-09-24' }, end: { in: '2023-11-27' } });
  });
  test('an open end is left out, in JSON-FG it is ".."', () => {
    const open = date(null, '2023-11-27');
    expect(timespanOf(open, 'within')).toEqual({ start: { latest: '2023-11-27' }, end: { latest: '2023-11-27' } });
    expect(timespanOf(open, 'throughout')).toEqual({ end: { in: '2023-11-27' } });
    expect(jsonFgTime(open)).toEqual({ interval: ['..', '2023-11-27'] });
  });
  test('about a day: the bound itself is between two days', () => {
    const about = date('2023-10-01', '2023-12-08', ['2023-09-01', '2023-12-08']);
    expect(timespanOf(about, 'throughout')).toEqual({
      start: { earliest: '2023-09-01', latest: '2023-10-31' },
      end: { in: '2023-12-08' }
    });
  });
  test('no bound at all is no time', () => {
    expect(timespanOf(date(null, null), 'within')).toBeNull();
    expect(timespanOf(date(null, null), 'throughout')).toBeNull();
    expect(jsonFgTime(date(null, null))).toBeNull();
  });
});
