import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuthoredInfo, AuthoredPart } from '../../../../src/lib/server/geodata/authored.ts';
import { parseEdtf } from '../../../../src/lib/server/geodata/edtf.ts';
import { readParts } from '../../../../src/lib/server/geodata/part-folders.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { parseDay } from '../../../../src/lib/model/day.ts';
import { presenceIn } from '../../../../src/lib/model/time.ts';
import { importTable } from '../../../../src/tools/import/import.ts';
import { readYears } from '../../../../src/tools/import/parts.ts';
import { csv, folder, json, numbers, readMade, write, type Row } from './rows.ts';
import { ucdpRows } from './ucdp.ts';

const row = (id: string, date: string, { end = '', kind = 'Clash' } = {}): Row => ({
  id,
  date,
  end,
  lat: String(42 + id.charCodeAt(0) / 1000),
  lon: '20.8',
  title: `Event ${id}`,
  kind
});

async function importParts(rows: readonly Row[], years = 5, out = join(folder(), 'data')) {
  const imported = await importTable(write('t.csv', csv(rows)), { out, years });
  return { out, imported, parts: readParts(out)! };
}

const infoOf = (out: string, { id }: { id: string }) => json<AuthoredInfo>(join(out, id), 'dataset.json');
const eventsOf = (out: string, part: string) =>
  readMade(join(out, part))
    .events.map(({ id }) => id)
    .sort();
const problems = (dir: string) =>
  validateGeodata(dir).problems.map(({ file, path, found }) => `${file} ${path} ${found}`);

/** Whether an event may have been on one of the days, as the program has it. */
function mayBeIn(edtf: string, { from, to }: Pick<AuthoredPart, 'from' | 'to'>): boolean {
  const read = parseEdtf(edtf);
  if (!read.ok) throw new Error(read.found);
  return presenceIn(read.date, 'within', { from: parseDay(from)!, to: parseDay(to)! }) !== 'absent';
}

const BORDERS = [
  row('a', '1988-03-01'),
  row('b', '1989-12-30', { end: '1990-01-02', kind: 'Protest' }),
  row('c', '1991-06'),
  row('d', '1994-12-31'),
  row('e', '1995-01-01~'),
  row('f', '1996', { kind: 'Vote' }),
  row('g', '2002-05-05'),
  row('h', '2012-01-01')
];

test('spans begin at multiples of their years, are cut to the days of the table, and are there where rows are', async () => {
  const { out, parts, imported } = await importParts(BORDERS);
  expect(parts).toMatchObject({ title: 'Events of t.csv', years: 5 });
  expect(parts.parts).toEqual([
    { id: '1985-1989', from: '1988-03-01', to: '1989-12-31', events: 2 },
    { id: '1990-1994', from: '1990-01-01', to: '1994-12-31', events: 4 },
    { id: '1995-1999', from: '1995-01-01', to: '1999-12-31', events: 2 },
    { id: '2000-2004', from: '2000-01-01', to: '2004-12-31', events: 1 },
    { id: '2010-2014', from: '2010-01-01', to: '2012-01-01', events: 1 }
  ]);
  for (const part of parts.parts) {
    const { id, from, to } = part;
    expect(infoOf(out, part)).toMatchObject({ part: id, parts: parts.parts, domain: { from, to } });
    expect(problems(join(out, id))).toEqual([]);
  }
  expect(infoOf(out, parts.parts[0]!).title).toBe('Events of t.csv, 1988–1989');
  // What is told of the import is told once.
  expect(imported.parts.map(({ id, events }) => [id, events])).toEqual(
    parts.parts.map(({ id, events }) => [id, events])
  );
  expect(readFileSync(join(out, 'import', 'report.html'), 'utf8')).toContain('8 rows = 8 events + 0 refused');
});

test('a row is in each part that its dates may touch, with what “about” allows', async () => {
  const { out } = await importParts(BORDERS);
  expect(eventsOf(out, '1985-1989')).toEqual(['row-a', 'row-b']);
  expect(eventsOf(out, '1990-1994')).toEqual(['row-b', 'row-c', 'row-d', 'row-e']);
  expect(eventsOf(out, '1995-1999')).toEqual(['row-e', 'row-f']);
});

test('parts of one year are named by it', async () => {
  const { parts } = await importParts([row('a', '2001-05-05'), row('b', '2002-05-05', { end: '2003-01-01' })], 1);
  expect(parts.parts.map(({ id, events }) => [id, events])).toEqual([
    ['2001', 1],
    ['2002', 1],
    ['2003', 1]
  ]);
});

test('each part has exactly the events that may be in its days, as the whole table has them', async () => {
  const random = numbers(11);
  const marks = ['', '', '~', '%', '?'];
  const day = () =>
    `${1990 + random(9)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
  const date = () => day().slice(0, [4, 7, 10, 10][random(4)]) + marks[random(5)];
  const rows = Array.from({ length: 300 }, (_, at): Row => {
    const [first, last] = [date(), date()].sort() as [string, string];
    const edtf = [first, `${first}/${last}`, `../${last}`, `${first}/..`][[0, 0, 0, 1, 1, 2, 3][random(7)]!]!;
    return { ...row(String(at), edtf), lat: String(42 + random(20) / 10), kind: 'abcdef'[random(6)]! };
  });
  await expectAsTheWhole(write('t.csv', csv(rows)), 2);
});

test('so it is with the sources, sides and places of a table of UCDP', async () => {
  await expectAsTheWhole(write('GEDEvent_v23_1.csv', csv(ucdpRows(400))), 3);
});

/** Each part is the whole table with the rows left out that cannot be in its days, and what only these have. */
async function expectAsTheWhole(path: string, years: number): Promise<void> {
  const [whole, out] = [join(folder(), 'whole'), join(folder(), 'parts')];
  await importTable(path, { out: whole });
  await importTable(path, { out, years });
  const all = readMade(whole);
  const claimsOf = (made: typeof all) =>
    new Map(made.articles.flatMap(({ claims }) => claims).map((one) => [one.id, one]));
  const { parts } = readParts(out)!;
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    const dir = join(out, part.id);
    const made = readMade(dir);
    const expected = all.events.filter(({ date }) => mayBeIn(date.edtf, part));
    expect(made.events).toEqual(expected);
    expect(part.events).toBe(expected.length);
    const claims = claimsOf(all);
    expect(claimsOf(made)).toEqual(new Map(expected.map(({ claims: [own] }) => [own!.id, claims.get(own!.id)!])));
    for (const { id, claims: _claims, ...head } of made.articles)
      expect({ ...all.articles.find((one) => one.id === id)!, claims: undefined }).toEqual({
        id,
        ...head,
        claims: undefined
      });
    const refs = new Set(expected.flatMap(({ places }) => places.map(({ ref }) => ref)));
    expect(made.places).toEqual(new Map([...all.places].filter(([id]) => refs.has(id))));
    expect(json(dir, 'codes.json')).toEqual(json(whole, 'codes.json'));
    const { bounds, firstView } = json<AuthoredInfo>(dir, 'dataset.json');
    expect(bounds).toEqual(json<AuthoredInfo>(whole, 'dataset.json').bounds);
    expect(firstView.bounds).toEqual(bounds);
    expect(problems(dir)).toEqual([]);
  }
}

test('a newer table is brought into each part: what was changed by hand stays, and parts come and go', async () => {
  const last = row('z', '2001-01-01');
  const { out } = await importParts([row('a', '1988-03-01'), row('b', '1991-06-01'), row('c', '1996-01-01'), last]);
  const file = join(out, '1990-1994', 'events.json');
  const { events } = json<{ events: { title: string }[] }>(join(out, '1990-1994'), 'events.json');
  writeFileSync(file, JSON.stringify({ events: [{ ...events[0], title: 'A better title' }] }));
  writeFileSync(join(out, '1990-1994', 'relations.json'), '{ "relations": [] }\n');

  const { imported, parts } = await importParts(
    [row('b', '1991-06-01'), row('c', '1993-01-01'), row('d', '1979-01-01'), last],
    5,
    out
  );
  expect(parts.parts.map(({ id }) => id)).toEqual(['1975-1979', '1990-1994', '2000-2004']);
  expect(imported.left).toEqual(['1985-1989', '1995-1999']);
  expect(imported.parts).toMatchObject([
    { id: '1975-1979', changes: null },
    { id: '1990-1994', changes: { added: ['row-c'], changed: [], gone: [], kept: 1 } },
    { id: '2000-2004', changes: { added: [], changed: [], gone: [], kept: 0 } }
  ]);
  const { events: merged } = readMade(join(out, '1990-1994'));
  expect(merged.map(({ title }) => title)).toEqual(['A better title', 'Event c']);
  expect(existsSync(join(out, '1990-1994', 'relations.json'))).toBe(true);
  // What no row touches any more may have been worked on.
  expect(existsSync(join(out, '1985-1989', 'events.json'))).toBe(true);
  for (const part of parts.parts) {
    expect(infoOf(out, part).parts).toEqual(parts.parts);
    expect(problems(join(out, part.id))).toEqual([]);
  }
  const report = readFileSync(join(out, 'import', 'report.html'), 'utf8');
  expect(report).toContain('1985-1989 any more');
});

test('the title of the whole stays as it was changed', async () => {
  const rows = [row('a', '1988-03-01')];
  const { out, parts } = await importParts(rows);
  writeFileSync(join(out, 'parts.json'), JSON.stringify({ ...parts, title: 'Harland' }));
  const { parts: again } = await importParts(rows, 5, out);
  expect(again.title).toBe('Harland');
  expect(infoOf(out, again.parts[0]!).title).toBe('Harland, 1988');
});

test('one data folder and several are not mixed, nor several of other lengths: nothing is written then', async () => {
  const rows = [row('a', '1988-03-01'), row('b', '1991-06-01')];
  const path = write('t.csv', csv(rows));
  const whole = join(folder(), 'whole');
  await importTable(path, { out: whole });
  await expect(importTable(path, { out: whole, years: 5 })).rejects.toThrow('leave --years out');
  expect(existsSync(join(whole, 'parts.json'))).toBe(false);
  const { out } = await importParts(rows);
  await expect(importTable(path, { out })).rejects.toThrow('write --years 5');
  await expect(importTable(path, { out, years: 1 })).rejects.toThrow('data folders of 5 years each');
  expect(existsSync(join(out, 'events.json'))).toBe(false);
  expect(existsSync(join(out, '1988'))).toBe(false);
});

test('a folder of the name of a part that was not imported is left as it is, and so are the others', async () => {
  const out = join(folder(), 'data');
  mkdirSync(join(out, '1990-1994'), { recursive: true });
  writeFileSync(join(out, '1990-1994', 'events.json'), 'by hand');
  await expect(importParts([row('a', '1988-03-01'), row('b', '1991-06-01')], 5, out)).rejects.toThrow('not imported');
  expect(readFileSync(join(out, '1990-1994', 'events.json'), 'utf8')).toBe('by hand');
  expect(existsSync(join(out, '1985-1989'))).toBe(false);
  expect(readParts(out)).toBeNull();
});

test('who checks the folder of all parts is told to name one', async () => {
  const { out } = await importParts([row('a', '1988-03-01'), row('b', '1991-06-01')]);
  expect(() => validateGeodata(out)).toThrow(/several data folders.*1990-1994/);
  writeFileSync(join(out, 'parts.json'), '{ "parts": [{ "id": "../elsewhere" }] }');
  expect(() => validateGeodata(out)).toThrow('lists no parts');
});

test.each(['0', '-5', '2.5', 'five', '', '12345'])('--years %s is no number of years', (text) => {
  expect(() => readYears(text)).toThrow('write how many years');
});
test('--years 5 is one', () => expect(readYears('5')).toBe(5));
