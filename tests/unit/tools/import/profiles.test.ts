import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../../src/lib/server/geodata/edtf.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { isoDay } from '../../../../src/lib/model/day.ts';
import { withDatabase } from '../../../../src/tools/import/import.ts';
import { csv, imported, numbers, write, type Made, type Row } from './rows.ts';
import { ucdpRows } from './ucdp.ts';

/*
 * Made-up rows of each profile, some of them unusable, are imported, and 100 random ones compared with what the row says,
 * read here in another way: rows are events or refused, and dates, places, precisions and figures are those of the row.
 */

/** What a row says: first and last day, place and figures. `null`: the row cannot be used. */
type Said = { days: [string, string]; lngLat: [number, number]; figures: unknown[] } | null;
type Case = { row: Row; said: Said };

const random = numbers(23);
const pick = <T>(...values: T[]): T => values[random(values.length)]!;
const pad = (value: number) => String(value).padStart(2, '0');
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];

type SomeDate = { text: string; days: [string, string] | null };

/** A date as people write it, with its first and last day. */
function someDate(): SomeDate {
  const [year, month, day] = [1990 + random(35), 1 + random(10), 13 + random(15)];
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  const end = { month: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10), year: `${year}-12-31` };
  const one: [string, string] = [iso, iso];
  return pick<SomeDate>(
    { text: iso, days: one },
    { text: `${iso}T10:20:00Z`, days: one },
    { text: `${day}.${month}.${year}`, days: one },
    { text: `${day}. ${month}. ${year}.`, days: one },
    { text: `${pad(month)}/${day}/${year}`, days: one },
    { text: `${day}/${pad(month)}/${year}`, days: one },
    { text: `${day} ${MONTHS[month - 1]} ${year}`, days: one },
    { text: `${year}${pad(month)}${pad(day)}`, days: one },
    { text: `${year}-${pad(month)}`, days: [`${year}-${pad(month)}-01`, end.month] },
    { text: String(year), days: [`${year}-01-01`, end.year] },
    pick<SomeDate>(
      { text: '', days: null },
      { text: `31.2.${year}`, days: null },
      { text: `5/6/${year}`, days: null },
      { text: 'last week', days: null },
      { text: '45073', days: null }
    )
  );
}

/** Sometimes a last day beside a date, in a column of its own. */
function withEnd({ text, days }: SomeDate): { end: string; days: SomeDate['days'] } {
  if (days === null || text.length < 8 || random(3) > 0) return { end: '', days };
  const later = new Date(Date.parse(days[1]) + random(90) * 86_400_000).toISOString().slice(0, 10);
  return random(12) === 0 ? { end: '1980-01-01', days: null } : { end: later, days: [days[0], later] };
}

type SomePlace = { lat: string; lon: string; lngLat: [number, number] | null };

function somePlace(): SomePlace {
  const [lat, lon] = [(40 + random(3000) / 1000).toFixed(3), (19 + random(3000) / 1000).toFixed(3)];
  const comma = (text: string) => text.replace('.', ',');
  return pick<SomePlace>(
    { lat, lon, lngLat: [Number(lon), Number(lat)] },
    { lat, lon, lngLat: [Number(lon), Number(lat)] },
    { lat: comma(lat), lon: comma(lon), lngLat: [Number(lon), Number(lat)] },
    pick<SomePlace>(
      { lat: '', lon: '', lngLat: null },
      { lat: '0', lon: '0', lngLat: null },
      { lat: '95', lon: '200', lngLat: null },
      { lat: 'north', lon, lngLat: null },
      // Swapped: found as long as they are few.
      random(2) === 0 ? { lat: lon, lon: lat, lngLat: null } : { lat: '95', lon: '20', lngLat: null }
    )
  );
}

function someFigures(): { cells: Row; figures: unknown[] } {
  const [low, killed, high, injured] = [random(5), 3 + random(5), 6 + random(9), 1 + random(2000)];
  const isEstimate = random(2) === 0;
  const isInOrder = low <= killed && killed <= high;
  return {
    cells: {
      killed: String(killed),
      killed_low: isEstimate ? String(low) : '',
      killed_high: isEstimate ? String(high) : '',
      injured: injured.toLocaleString('en')
    },
    figures: [
      !isEstimate
        ? { measure: 'killed', bound: 'exact', value: killed, lower: killed, upper: killed }
        : isInOrder
          ? { measure: 'killed', bound: 'estimate', value: killed, lower: low, upper: high }
          : { measure: 'killed', bound: 'ambiguous', value: killed },
      { measure: 'injured', bound: 'exact', value: injured, lower: injured, upper: injured }
    ]
  };
}

/** Rows of `events-csv`; those of `geojson` have the same but for their place. */
function events(count: number): Case[] {
  return Array.from({ length: count }, (_, at) => {
    const date = someDate();
    const { end, days } = withEnd(date);
    const { lat, lon, lngLat } = somePlace();
    const { cells, figures } = someFigures();
    const row: Row = {
      id: `r${at}`,
      date: date.text,
      end,
      lat,
      lon,
      title: `Something ${pick('at the bridge', 'on the road', 'in “Abel”')}, day ${at}`,
      kind: pick('clash', 'protest', 'Überfall'),
      place: pick('Abel', 'Żar', ''),
      ...cells
    };
    return { row, said: days && lngLat && { days, lngLat, figures } };
  });
}

const feature = (properties: unknown, lat: string, lon: string, more: object = {}) => ({
  type: 'Feature',
  ...more,
  properties,
  geometry: lat === '' ? null : { type: 'Point', coordinates: [lon, lat].map((cell) => Number(cell.replace(',', '.'))) }
});
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features }, null, 1);

/** Compares what was imported with what the rows say; `first`: the number of the first row. */
function expectAsSaid(made: Made, cases: readonly Case[], first: number): void {
  const { source, used, refused } = made.imported;
  expect(source.rows).toBe(cases.length);
  expect(source.rows).toBe(used + refused.reduce((sum, { n }) => sum + n, 0));
  expect(made.events).toHaveLength(used);
  expect(validateGeodata(made.dir).problems).toEqual([]);
  // Each row is what it says it is: none is guessed, none is dropped.
  const otherwise = cases.filter(({ said }, at) => (said !== null) !== made.byRow.has(at + first));
  expect(otherwise.map(({ row }) => row)).toEqual([]);
  expect(used).toBeGreaterThan(100);
  expect(used).toBeLessThan(cases.length);
  const seen = [...made.byRow].sort(() => random(3) - 1).slice(0, 100);
  for (const [line, { claim, event }] of seen) {
    const { days, lngLat, figures } = cases[line - first]!.said!;
    const date = parseEdtf(event.date.edtf);
    if (!date.ok) throw new Error(date.found);
    expect([isoDay(date.date.earliest!), isoDay(date.date.latest!)], `row ${line}`).toEqual(days);
    const site = made.places.get(event.places[0]!.ref)!;
    expect(site.geometry!.coordinates, `row ${line}`).toEqual(lngLat);
    expect(event.places[0]!.precision).toBe('named_point');
    expect(claim.quantities, `row ${line}`).toMatchObject(figures);
    expect(claim.quantities).toHaveLength(figures.length);
  }
}

describe('rows = events + refused, and 100 random ones are as the row says', () => {
  test('events-csv', async () => {
    const cases = events(400);
    const made = await imported(write('events.csv', csv(cases.map(({ row }) => row))));
    expect(made.imported.profile.name).toBe('events-csv');
    expectAsSaid(made, cases, 2);
  });

  test('geojson', async () => {
    // Text is no coordinate in GeoJSON.
    const cases = events(400).filter(({ row }) => row.lat !== 'north');
    const features = cases.map(({ row: { lat, lon, ...rest } }) => feature(rest, lat!, lon!));
    const made = await imported(write('points.geojson', collection(features)));
    expect(made.imported.profile.name).toBe('geojson');
    expectAsSaid(made, cases, 1);
  });

  test('linked-places', async () => {
    const cases = events(400).filter(({ row }) => row.lat !== 'north');
    const features = cases.map(({ row: { id, date, end, title, lat, lon } }) =>
      feature({ title }, lat!, lon!, {
        '@id': `https://places.example/${id}`,
        when: { timespans: [{ start: { in: date }, ...(end && { end: { in: end } }) }] }
      })
    );
    const made = await imported(write('places.geojson', collection(features)));
    expect(made.imported.profile.name).toBe('linked-places');
    const withoutFigures = cases.map(({ row, said }) => ({ row, said: said && { ...said, figures: [] } }));
    expectAsSaid(made, withoutFigures, 1);
  });
});

/** The columns that are counted, as one SQL query over the file itself: nothing of the importer is in it. */
const PLAIN_COUNT = (path: string) => `
  SELECT CASE p->>'type_of_violence' WHEN '1' THEN 'state_based' WHEN '2' THEN 'non_state' ELSE 'one_sided' END AS kind,
    left(p->>'date_start', 4) AS year,
    CASE p->>'where_prec' WHEN '3' THEN 'admin2_set' WHEN '4' THEN 'region' WHEN '5' THEN 'region' WHEN '6' THEN 'country'
      WHEN '7' THEN 'supranational' ELSE 'point' END AS precision,
    count(*)::INT AS n
  FROM (SELECT unnest(json_extract(content, '$.features[*].properties')) AS p FROM read_text('${path}'))
  GROUP BY ALL`;

const tally = (keys: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/** A file of UCDP GED as GeoJSON: numbers are numbers in it. `SAMPLES=dir` counts `ucdp-car.geojson` of a folder too. */
function ucdpFiles(): string[] {
  const features = ucdpRows(300).map(({ latitude, longitude, ...row }) => {
    const cells = Object.entries(row).map(([key, cell]) => [key, /^\d+$/.test(cell) ? Number(cell) : cell]);
    return feature(Object.fromEntries(cells), latitude!, longitude!);
  });
  const samples = process.env.SAMPLES;
  return [
    write('ged.geojson', collection(features)),
    ...(samples === undefined ? [] : [join(samples, 'ucdp-car.geojson')])
  ];
}

test.each(ucdpFiles())('counts by kind, year and precision are those of a plain SQL count: %s', async (path) => {
  const made = await imported(path);
  expect(made.imported).toMatchObject({ profile: { name: 'ucdp-ged' }, refused: [] });
  const counted = await withDatabase((db) =>
    db.rows<{ kind: string; year: string; precision: string; n: number }>(PLAIN_COUNT(path))
  );
  const ours = made.events.map(({ kind, date, places: [place] }) => {
    const areal = ['admin2_set', 'region', 'country', 'supranational'].includes(place!.precision);
    // A point that stands for an area is no pin.
    expect(made.places.get(place!.ref)!.geometry === null).toBe(areal);
    const parsed = parseEdtf(date.edtf);
    if (!parsed.ok) throw new Error(parsed.found);
    return `${kind} ${isoDay(parsed.date.earliest!).slice(0, 4)} ${areal ? place!.precision : 'point'}`;
  });
  expect(tally(ours)).toEqual(
    Object.fromEntries(counted.map(({ kind, year, precision, n }) => [`${kind} ${year} ${precision}`, n]))
  );
});
