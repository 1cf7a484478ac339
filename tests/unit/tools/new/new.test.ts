import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { QUESTIONS, type Answers } from '../../../../src/tools/new/questions.ts';
import { writeNew } from '../../../../src/tools/new/write-new.ts';

const folder = () => join(mkdtempSync(join(tmpdir(), 'new-test-')), 'data');

const given: Record<keyof Answers, string> = {
  title: 'Harland’s “Marsh”, 2023',
  bounds: '14.4,2.2,27.5,11.1',
  domain: '2023-01-01/2023-12-31',
  kinds: 'Protest, Überfall, 抗议, Protest',
  maker: 'Harland Times https://harland.example/map',
  licence: 'cc by 4.0'
};
const answersTo = (texts: Record<keyof Answers, string>) =>
  Object.fromEntries(QUESTIONS.map(({ key, read }) => [key, read(texts[key])])) as Answers;

/** Runs the program, with what is typed into it. */
const run = (args: string[], input = '') =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/new/new.ts', ...args], { input, encoding: 'utf8' });

test('six answers make a folder that the check finds sound, with its basemap and its credits', () => {
  expect(QUESTIONS).toHaveLength(6);
  const dir = folder();
  writeNew(dir, answersTo(given));
  expect(validateGeodata(dir, undefined, { strict: true }).problems).toEqual([]);
  const { info, codes, events } = loadDataset(dir);
  expect(info).toMatchObject({ title: given.title, id: 'harland-s-marsh-2023', bounds: [14.4, 2.2, 27.5, 11.1] });
  expect(info.attribution.map(({ text }) => text)).toEqual(['Harland Times', 'Natural Earth', 'GeoNames (CC BY 4.0)']);
  expect(info.licences.map(({ licence }) => licence)).toEqual(['CC BY 4.0', 'public domain', 'CC BY 4.0']);
  expect(codes.kinds.map(({ id, label }) => [id, label])).toEqual([
    ['protest', 'Protest'],
    ['uberfall', 'Überfall'],
    ['kind_3', '抗议']
  ]);
  expect(events).toEqual([]);
  expect(readdirSync(join(dir, 'basemap'))).toContain('land.geojson');
});

test('a region over the antimeridian is one, also with a title without Latin letters', () => {
  const dir = folder();
  writeNew(dir, answersTo({ ...given, title: '斐济', bounds: '177,-20,-178,-16' }));
  expect(loadDataset(dir).info).toMatchObject({ id: 'map', title: '斐济' });
});

describe('an answer that makes no sense is met with what to write', () => {
  test.each<[keyof Answers, string, RegExp]>([
    ['bounds', '1,2,3', /not four numbers: write west,south,east,north/],
    ['bounds', '10,10,9,8', /no box on Earth/],
    ['bounds', '10,80,20,89', /projection ends/],
    ['domain', '2023', /write them as 2023-01-01/],
    ['domain', '2023-02-01/2023-02-30', /not two days/],
    ['domain', '2023-12-31/2023-01-01', /ends on 2023-01-01, before/],
    ['kinds', ' , ', /at least one kind/],
    ['kinds', Array.from({ length: 33 }, (_, at) => `kind ${at}`).join(), /33 kinds are too many/],
    ['maker', 'Harland Times', /name and the address/],
    ['licence', 'mine', /CC BY 4.0.*address of its text/]
  ])('%s: %s', (key, text, sentence) => {
    expect(() => answersTo({ ...given, [key]: text })).toThrow(sentence);
  });

  test('what only the check can see leaves nothing behind', () => {
    const dir = folder();
    expect(() => writeNew(dir, answersTo({ ...given, title: 'A <b>bold</b> map' }))).toThrow(/\[V43\]/);
    expect(readdirSync(dir)).toEqual([]);
  });
});

test('what no flag says is asked, again where it makes no sense', () => {
  const dir = folder();
  const { status, stdout } = run(
    [dir, '--title', 'Harland', '--licence', 'CC0'],
    ['1,2', given.bounds, given.domain, '', given.kinds, given.maker].join('\n')
  );
  expect(status).toBe(0);
  expect(stdout).toContain('not four numbers');
  expect(stdout).toContain(`GEODATA_DIR=${dir} npm start`);
  expect(validateGeodata(dir).problems).toEqual([]);

  const again = run([dir]);
  expect(again).toMatchObject({ status: 1, stderr: `${dir} is not empty: name a new folder\n` });
});

test('nothing is made of a missing answer, a flag that makes no sense, or a file', () => {
  const dir = folder();
  expect(run([dir]).stderr).toContain('no answer; it can be given as --title=');
  expect(run([dir, '--title', 'Harland', '--bounds=1,2']).stderr).toMatch(/^--bounds: "1,2" is not four numbers/);
  expect(existsSync(dir)).toBe(false);
  writeFileSync(dir, 'mine');
  expect(run([dir])).toMatchObject({ status: 1, stderr: `${dir} is a file: name a new folder\n` });
  expect(readFileSync(dir, 'utf8')).toBe('mine');
  expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: npm run new') as string });
});
