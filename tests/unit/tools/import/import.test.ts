import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AreaFeature, AuthoredEvent } from '../../../../src/lib/server/geodata/authored.ts';
import { parseEdtf } from '../../../../src/lib/server/geodata/edtf.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { isoDay } from '../../../../src/lib/model/day.ts';
import { allProfiles, findProfile } from '../../../../src/tools/import/profile.ts';
import { withDatabase } from '../../../../src/tools/import/import.ts';
import { suggest } from '../../../../src/tools/import/suggest.ts';
import { csv, folder, imported, json, numbers, readMade, write, type Made, type Row } from './rows.ts';
import { ucdpRows } from './ucdp.ts';
import { xlsx } from './xlsx.ts';

const problems = (dir: string) =>
  validateGeodata(dir).problems.map(({ file, path, found }) => `${file} ${path} ${found}`);

/** Each row is an event or refused, and the folder passes the check. */
function expectWhole({ imported: { source, used, refused }, events, byRow, dir }: Made): void {
  expect(source.rows).toBe(used + refused.reduce((sum, { n }) => sum + n, 0));
  expect(events).toHaveLength(used);
  expect(byRow.size).toBe(used);
  expect(problems(dir)).toEqual([]);
}

/** The days of a date, as the program reads it. */
function daysOf(edtf: string): [string, string] {
  const result = parseEdtf(edtf);
  if (!result.ok) throw new Error(result.found);
  return [isoDay(result.date.earliest!), isoDay(result.date.latest!)];
}

describe('UCDP GED', () => {
  const rows = ucdpRows(400);
  rows[7] = { ...rows[7]!, latitude: rows[7]!.longitude!, longitude: '142' };
  rows[8] = { ...rows[8]!, date_start: '', date_end: '' };
  rows[9] = { ...rows[9]!, id: rows[10]!.id! };
  const made = imported(write('GEDEvent_v23_1.csv', csv(rows)));

  test('rows are events or refused, by cause, with their row', async () => {
    const found = await made;
    expectWhole(found);
    expect(Object.fromEntries(found.imported.refused.map(({ cause, n }) => [cause, n]))).toMatchObject({
      'no date': 1,
      'its id stands in an earlier row': 1
    });
    const table = readFileSync(join(found.dir, 'import', 'refused.csv'), 'utf8');
    // The header is row 1: the ninth record stands in row 10.
    expect(table).toContain('10,no date,');
    expect(readFileSync(join(found.dir, 'import', 'report.html'), 'utf8')).toContain('refused.csv');
  });

  test('bounds, precisions and dates are those of the row, read on their own', async () => {
    const { byRow, places } = await made;
    const random = numbers(4);
    const kinds = { '1': 'state_based', '2': 'non_state', '3': 'one_sided' } as Record<string, string>;
    const areas = { '3': 'admin2_set', '4': 'region', '5': 'region', '6': 'country', '7': 'supranational' } as Record<
      string,
      string
    >;
    const seen = [...byRow].sort(() => random(3) - 1).slice(0, 100);
    expect(seen).toHaveLength(100);
    for (const [line, { claim, event }] of seen) {
      const row = rows[line - 2]!;
      expect(claim.locator).toEqual({ row: line, id: row.id });
      expect(event.kind).toBe(kinds[row.type_of_violence!]);
      expect(daysOf(event.date.edtf)).toEqual([row.date_start!.slice(0, 10), row.date_end!.slice(0, 10)]);
      const place = places.get(event.places[0]!.ref)!;
      const precision = event.places[0]!.precision;
      if (areas[row.where_prec!]) {
        // No pin at a point that stands for an area: no outline, and a mark only for less than a country.
        expect(precision).toBe(areas[row.where_prec!]);
        expect(place.geometry).toBeNull();
        const { label } = (place as AreaFeature).properties;
        expect(label === null).toBe(['6', '7'].includes(row.where_prec!));
      } else {
        expect(['town', 'village', 'named_point']).toContain(precision);
        expect(place.geometry!.coordinates).toEqual([Number(row.longitude), Number(row.latitude)]);
        expect((place.properties as { accuracyM: number }).accuracyM).toBe(row.where_prec === '2' ? 25000 : 5000);
      }
      const figure = claim.quantities.find(({ party }) => party === 'all');
      const [low, best, high] = [row.low, row.best, row.high].map(Number) as [number, number, number];
      if (best === 0 && high === 0) expect(figure).toBeUndefined();
      else if (low <= best && best <= high)
        expect(figure).toMatchObject({ bound: 'estimate', value: best, lower: low, upper: high });
      else
        expect(figure).toMatchObject({
          bound: 'ambiguous',
          value: best,
          expressedAs: `low ${low}, best ${best}, high ${high}`
        });
    }
  });

  test('a dated source is an article, the last of them; without one since the event began it is the release', async () => {
    const { byRow } = await made;
    let dated = 0;
    for (const [line, { article, event }] of byRow) {
      const days = [...rows[line - 2]!.source_article!.matchAll(/,(\d{4}-\d{2}-\d{2}),/g)].map(([, day]) => day!);
      const last = days
        .filter((day) => day >= daysOf(event.date.edtf)[0])
        .sort()
        .at(-1);
      expect(article.published.edtf).toBe(last ?? '2023');
      expect(article.id === 'ucdp-ged').toBe(last === undefined);
      expect(article).toMatchObject({ publisherAgent: 'ucdp', table: { file: 'GEDEvent_v23_1.csv' } });
      if (last) dated++;
    }
    expect(dated).toBeGreaterThan(0);
  });

  test('the same table as TSV, JSON, lines, GeoJSON and packed gives the same events', async () => {
    const few = rows.slice(20, 40);
    const records = few.map(({ latitude, longitude, ...rest }) => ({
      type: 'Feature',
      properties: rest,
      geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] }
    }));
    const tsv = csv(few).replace(/","/g, '"\t"');
    const files: [string, string | Uint8Array][] = [
      ['a.csv', csv(few)],
      ['a.tsv', tsv],
      ['a.json', JSON.stringify(few)],
      ['a.ndjson', few.map((row) => JSON.stringify(row)).join('\n')],
      ['a.geojson', JSON.stringify({ type: 'FeatureCollection', features: records }, null, 1)],
      ['a.csv.gz', gzipSync(csv(few))],
      ['bom.csv', `\ufeff${csv(few)}`],
      ['utf16.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(few), 'utf16le')])]
    ];
    const all: unknown[] = [];
    for (const [name, content] of files) all.push((await imported(write(name, content))).events.map(essence));
    for (const events of all) expect(events).toEqual(all[0]);
  });
});

describe('empty lines', () => {
  const HEAD = 'date,lat,lon,title';
  const row = (title: string) => `2023-05-29,42.9,20.8,${title}`;
  // A cell of three lines is one row of the table.
  const TABLE = [
    '',
    HEAD,
    '',
    '',
    row('One'),
    row('"Two\n\nof two"'),
    '',
    row('Three "and" ”'),
    row('"Four, ""4"""'),
    '',
    ''
  ];
  const NUMBERED = { 5: 'One', 6: 'Two of two', 8: 'Three “and” ”', 9: 'Four, “4”' };

  test.each(['\n', '\r\n'])('are no rows, but have a number, as in the table that is open beside it', async (end) => {
    const made = await imported(write('blank.csv', TABLE.join(end)));
    expect(made.imported.source.rows).toBe(4);
    expect(Object.fromEntries([...made.byRow].map(([line, { event }]) => [line, event.title]))).toEqual(NUMBERED);
  });
  test('are counted in the numbers of refused rows', async () => {
    const made = await imported(write('blank.csv', [HEAD, '', row('One'), '', ',42.9,20.8,No day'].join('\n')));
    expect(readFileSync(join(made.dir, 'import', 'refused.csv'), 'utf8')).toContain('\n5,no date,');
  });
});

describe('tables that are no text', () => {
  const day = (text: string) => new Date(text);

  test('XLSX: days are days, numbers keep their decimals, rows are numbered as the spreadsheet does', async () => {
    const path = write(
      'events.xlsx',
      xlsx([
        ['date', 'lat', 'lon', 'title', 'killed'],
        [day('2023-05-29'), 42.896, 20.837, 'Čekanje & “čekanje” u <b>', 3],
        ['2023-06', 43, 20.5, 'A month', 0],
        [day('1900-03-01'), 42.5, 20.25, 'Long ago', 1],
        [],
        ['', 42.5, 20.25, 'No day', 1]
      ])
    );
    const made = await imported(path);
    expect(made.imported.source.form).toBe('XLSX, its first sheet');
    expect(made.events.map(({ date }) => date.edtf)).toEqual(['2023-05-29', '2023-06', '1900-03-01']);
    // Markup is none of what readers see.
    expect(made.byRow.get(2)!.claim.what).toBe('Čekanje & “čekanje” u');
    const places = made.events.map(({ places: [place] }) => made.places.get(place!.ref)!.geometry!.coordinates);
    expect(places).toEqual([
      [20.837, 42.896],
      [20.5, 43],
      [20.25, 42.5]
    ]);
    // An empty row between others is counted, so that each row keeps its number.
    expect(made.imported.refused).toEqual([{ cause: 'no date', n: 2 }]);
    expect(readFileSync(join(made.dir, 'import', 'refused.csv'), 'utf8')).toContain('\n6,no date,');
  });

  test('Parquet: its types are read as what they say', async () => {
    const path = join(folder(), 'events.parquet');
    await withDatabase((db) =>
      db.run(
        `COPY (SELECT id, DATE '2023-05-29' + id::INT AS date, 42.5 + id / 8 AS lat, 20::FLOAT + id / 4 AS lon, 'Event ' || id AS title,
           (id % 3)::SMALLINT AS killed, TIMESTAMP '2023-07-01 10:00:00' AS end
         FROM range(34) AS t(id)) TO '${path}' (FORMAT parquet)`
      )
    );
    const made = await imported(path);
    expectWhole(made);
    expect(made.imported.source).toMatchObject({ form: 'Parquet', rows: 34 });
    for (const [line, { claim, event }] of made.byRow) {
      const id = line - 1;
      expect(event.title).toBe(`Event ${id}`);
      const from = isoDay((Date.UTC(2023, 4, 29 + id) / 86_400_000) as never);
      expect(daysOf(event.date.edtf)).toEqual([from, '2023-07-01']);
      expect(made.places.get(event.places[0]!.ref)!.geometry!.coordinates).toEqual([20 + id / 4, 42.5 + id / 8]);
      expect(claim.quantities.map(({ value }) => value)).toEqual(id % 3 === 0 ? [] : [id % 3]);
    }
  });
});

/** An event without the hash that the notation of its coordinates may change. */
const essence = ({ id, kind, title, date }: AuthoredEvent) => ({ id, kind, title, date });

describe('ACLED', () => {
  const types = [
    'Battles',
    'Protests',
    'Riots',
    'Strategic developments',
    'Violence against civilians',
    'Explosions/Remote violence'
  ];
  const random = numbers(5);
  const rows = Array.from({ length: 150 }, (_, at): Row => ({
    event_id_cnty: `HAR${at}`,
    event_date: at % 2 ? '2021-03-15' : '15 March 2021',
    time_precision: String(1 + random(3)),
    event_type: types[random(6)]!,
    sub_event_type: 'Something of it',
    actor1: 'Marsh Front',
    actor2: 'NA',
    country: 'Harland',
    admin1: 'North',
    location: `Town ${random(9)}`,
    latitude: '4.5',
    longitude: '18.25',
    geo_precision: String(1 + random(3)),
    source: 'Harland Times',
    notes: 'These words must stay out of it',
    fatalities: String(random(3))
  }));

  test('precisions, dates and figures are those of the row; notes stay out', async () => {
    const made = await imported(write('acled.csv', csv(rows)));
    expectWhole(made);
    const dates = {
      '1': ['2021-03-15', '2021-03-15'],
      '2': ['2021-03-09', '2021-03-21'],
      '3': ['2021-03-01', '2021-03-31']
    };
    for (const [line, { claim, event }] of made.byRow) {
      const row = rows[line - 2]!;
      expect(daysOf(event.date.edtf)).toEqual(dates[row.time_precision as '1']);
      expect(event.places[0]!.precision).toBe(row.geo_precision === '1' ? 'town' : 'region');
      // 0 may mean none, or none known.
      expect(claim.quantities.map(({ value }) => value)).toEqual(
        row.fatalities === '0' ? [] : [Number(row.fatalities)]
      );
      expect(claim.note).toBeUndefined();
    }
    expect(json<{ sharing: string }>(made.dir, 'dataset.json').sharing).toBe('shown');
    for (const file of ['events.json', 'articles/acled.json'])
      expect(readFileSync(join(made.dir, file), 'utf8')).not.toContain('These words');
  });
});

describe('a newsroom’s table', () => {
  const random = numbers(6);
  const rows = Array.from({ length: 120 }, (_, at) => [
    `${1 + random(28)}.${1 + random(12)}.2023`,
    `Čekanje u Župčanu, kolona ${'abcdefgh'[at % 8]}`,
    (42.8 + random(400) / 1000).toFixed(3).replace('.', ','),
    (20.6 + random(400) / 1000).toFixed(3).replace('.', ','),
    String(random(4))
  ]);
  const bad: [string, string][] = [
    ['31.2.2023;Taj dan ne postoji;42,9;20,8;1', 'not a calendar date'],
    [';Bez datuma;42,9;20,8;1', 'no date'],
    ['5/6/2023;Dva moguća dana;42,9;20,8;1', 'a date that could be two days'],
    ['29.5.2023;Zamenjene koordinate;20,8;42,9;1', 'latitude and longitude swapped'],
    ['29.5.2023;Bez mesta;;;1', 'no place'],
    ['29.5.23;Dve cifre;42,9;20,8;1', 'a year of two digits'],
    ['29.5.2023;Nemoguće;420,9;20,8;1', 'impossible coordinates']
  ];
  const text = ['Datum;Opis;Širina;Dužina;Mrtvi', ...rows.map((row) => row.join(';')), ...bad.map(([row]) => row)].join(
    '\r\n'
  );
  // Windows-1250, by its own table: Node writes no such encoding.
  const LETTERS: Record<string, number> = { Č: 0xc8, č: 0xe8, ć: 0xe6, Š: 0x8a, š: 0x9a, Ž: 0x8e, ž: 0x9e, đ: 0xf0 };
  const bytes = Uint8Array.from([...text].map((letter) => LETTERS[letter] ?? letter.charCodeAt(0)));

  test('is asked about, proposed a profile, and becomes a map', async () => {
    const path = write('novine.csv', bytes);
    await expect(imported(path)).rejects.toThrow('--encoding windows-1250');
    const found = await withDatabase((db, place) => suggest(db, place, path, {}));
    expect(found).toMatchObject({ isNew: true, settings: { encoding: 'windows-1250' } });
    for (const line of [
      'column date: Datum',
      'column lat: Širina',
      'column lon: Dužina',
      'column title: Opis',
      'column killed: Mrtvi'
    ])
      expect(found.sql).toContain(`-- ${line}\n`);
    expect(found.questions.join()).toMatch(/day or the month.*figure of 0.*licence/);

    const made = await imported(path, { profile: write('novine.sql', found.sql!) });
    expectWhole(made);
    const causes = Object.fromEntries(made.imported.refused.map(({ cause, n }) => [cause, n]));
    expect(causes).toEqual(Object.fromEntries(bad.map(([, cause]) => [cause, 1])));
    for (const [line, { claim, event }] of made.byRow) {
      const [date, title, lat, lon, killed] = rows[line - 2]!;
      const [day, month, year] = date!.split('.').map(Number);
      expect(daysOf(event.date.edtf)[0]).toBe(isoDay((Date.UTC(year!, month! - 1, day) / 86_400_000) as never));
      expect(event.title).toBe(title);
      const site = made.places.get(event.places[0]!.ref)!;
      expect(site.geometry!.coordinates).toEqual([lon, lat].map((cell) => Number(cell!.replace(',', '.'))));
      expect(claim.quantities.map(({ value }) => value)).toEqual(killed === '0' ? [] : [Number(killed)]);
    }
  });

  test('the refused rows stand in a table with the columns as their maker named them', async () => {
    const found = await withDatabase((db, place) => suggest(db, place, write('novine.csv', bytes), {}));
    const made = await imported(write('novine.csv', bytes), { profile: write('novine.sql', found.sql!) });
    const [head, ...lines] = readFileSync(join(made.dir, 'import', 'refused.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(head).toBe('row,cause,Datum,Opis,Širina,Dužina,Mrtvi');
    expect(lines).toHaveLength(bad.length);
    expect(lines[0]).toBe('122,not a calendar date,31.2.2023,Taj dan ne postoji,"42,9","20,8",1');
  });

  test('is refused as a whole where nothing may be refused', async () => {
    const out = join(folder(), 'data');
    await imported(write('novine.csv', csv([{ date: '2023-05-29', lat: '42.9', lon: '20.8', title: 'One' }])), { out });
    const before = readFileSync(join(out, 'events.json'), 'utf8');
    const rows = [{ date: '5/6/2023', lat: '42.9', lon: '20.8', title: 'Two' }];
    await imported(write('novine.csv', csv(rows)), { out, strict: true });
    expect(readFileSync(join(out, 'events.json'), 'utf8')).toBe(before);
    const { events } = await imported(write('novine.csv', csv(rows)), {
      out: join(folder(), 'data'),
      dates: 'month-first'
    });
    expect(events.map(({ date }) => date.edtf)).toEqual(['2023-05-06']);
  });
});

test('Linked Places give their spans, kinds and links', async () => {
  const features = Array.from({ length: 12 }, (_, at) => ({
    '@id': `https://example.org/place/${at}`,
    type: 'Feature',
    properties: { title: `Camp ${'abcdefghijkl'[at]}` },
    when: { timespans: [{ start: { in: `19${40 + at}` }, end: { in: `19${41 + at}-06` } }] },
    types: [{ label: at % 2 ? 'camp' : 'prison' }],
    links: [{ type: 'closeMatch', identifier: `https://example.org/other/${at}` }],
    geometry: { type: 'Point', coordinates: [20 + at, 43] }
  }));
  const made = await imported(write('places.geojson', JSON.stringify({ type: 'FeatureCollection', features })));
  expect(made.imported.profile.name).toBe('linked-places');
  expectWhole(made);
  for (const [line, { event }] of made.byRow) {
    const at = line - 1;
    expect(event.date.edtf).toBe(`19${40 + at}/19${41 + at}-06`);
    expect([...event.sameAs!].sort()).toEqual([`https://example.org/other/${at}`, `https://example.org/place/${at}`]);
  }
});

describe('--suggest', () => {
  test('knows each source by its columns', async () => {
    const expected: Record<string, string> = {
      'ucdp.csv': csv(ucdpRows(3)),
      'points.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { date: '2020', title: 'x' },
            geometry: { type: 'Point', coordinates: [1, 2] }
          }
        ]
      }),
      'events.csv': 'date,lat,lon,title\n2020-01-01,1,2,Something\n',
      'acled.csv': `${findProfile('acled').expects.join()}\n`,
      'lands.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            when: { timespans: [{ start: { in: '1900' } }] },
            properties: { title: 'x' },
            geometry: { type: 'Point', coordinates: [1, 2] }
          }
        ]
      })
    };
    const names = [];
    for (const [name, content] of Object.entries(expected))
      names.push((await withDatabase((db, place) => suggest(db, place, write(name, content), {}))).profile);
    expect(names).toEqual(['ucdp-ged', 'geojson', 'events-csv', 'acled', 'linked-places']);
  });

  test('reads the tags of HXL, which are no row', async () => {
    const path = write('hxl.csv', 'A,B,C,D\n#date,#geo+lat,#geo+lon,#event\n2020-01-02,1.5,2.5,Flood\n');
    const { sql } = await withDatabase((db, place) => suggest(db, place, path, {}));
    const { events } = await imported(path, { profile: write('hxl.sql', sql!) });
    expect(events.map(({ title, date }) => [title, date.edtf])).toEqual([['Flood', '2020-01-02']]);
  });

  test('every profile says what it expects and under which licence', () => {
    for (const { name, expects, sql } of allProfiles()) {
      expect(expects.length, name).toBeGreaterThan(2);
      expect(sql, name).toMatch(/^-- Licence of the source: /m);
    }
    expect(() => findProfile('nowhere')).toThrow('ucdp-ged');
  });
});

test('running again keeps what people have changed, and tells what has become of the rows', async () => {
  const row = (id: string, title: string): Row => ({ id, date: '2023-05-29', lat: '42.9', lon: '20.8', title });
  const first = [row('1', 'One'), row('2', 'Two'), row('3', 'Three')];
  const made = await imported(write('t.csv', csv(first)));
  const { dir } = made;
  const [one, two, three] = made.events;
  const hand = {
    id: 'by-hand',
    kind: one!.kind,
    title: 'Added',
    date: one!.date,
    extent: 'within',
    places: [],
    claims: [{ id: one!.claims[0]!.id }],
    labels: []
  };
  writeFileSync(
    join(dir, 'events.json'),
    JSON.stringify({ events: [{ ...one, title: 'A better title' }, two, three, hand] })
  );
  const relations = '{ "relations": [] }\n';
  writeFileSync(join(dir, 'relations.json'), relations);

  const second = [row('2', 'Two, corrected'), row('1', 'One, corrected'), row('4', 'Four')];
  const { imported: again } = await imported(write('t.csv', csv(second)), { out: dir });
  const { events } = readMade(dir);
  expect(events.map(({ title }) => title).sort()).toEqual(['A better title', 'Added', 'Four', 'Two, corrected']);
  expect(again.changes).toMatchObject({ added: ['row-4'], gone: ['row-3'], edited: [] });
  expect([...again.changes!.changed].sort()).toEqual(['row-1', 'row-2']);
  expect(readFileSync(join(dir, 'relations.json'), 'utf8')).toBe(relations);
  expect(problems(dir)).toEqual([]);

  // A third run with the same table changes nothing.
  const before = readFileSync(join(dir, 'events.json'), 'utf8');
  const { imported: third } = await imported(write('t.csv', csv(second)), { out: dir });
  expect(third.changes).toMatchObject({ added: [], changed: [], gone: [] });
  expect(readFileSync(join(dir, 'events.json'), 'utf8')).toBe(before);
});

test('an article of thousands of rows holds each once, in their order, beside small ones', async () => {
  const rows = Array.from({ length: 2500 }, (_, at): Row => ({
    date: '2023-05-29',
    lat: '42.9',
    lon: '20.8',
    title: `Event “${at}”, with a \\ in it`,
    source: at % 500 === 0 ? `Bulletin ${at}` : '',
    source_date: at % 500 === 0 ? '2023-06-01' : ''
  }));
  const made = await imported(write('many.csv', csv(rows)));
  expect(made.articles.map(({ claims }) => claims.length).sort((a, b) => a - b)).toEqual([1, 1, 1, 1, 1, 2495]);
  const release = made.articles.find(({ claims }) => claims.length > 1)!;
  const lines = release.claims.map(({ locator }) => (locator as { row: number }).row);
  expect(lines).toEqual(rows.flatMap((_, at) => (at % 500 === 0 ? [] : [at + 2])));
  for (const [line, { claim }] of made.byRow) expect(claim.what).toBe(rows[line - 2]!.title);
});

test('a hundred thousand sources of one name, each of another day, have ids of their own', async () => {
  const { ids } = await withDatabase((db) =>
    db.one<{ ids: number }>(
      `SELECT count(DISTINCT id_of('Bulletin', 'Bulletin|' || day, 'source'))::INTEGER AS ids FROM range(100000) AS days(day)`
    )
  );
  expect(ids).toBe(100_000);
});
