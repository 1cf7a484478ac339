import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { editedRegion, REGION } from './fixture.ts';

function check(...options: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/check-geodata.ts', ...options], {
    encoding: 'utf8'
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

test('good data: the summary, exit code 0', () => {
  // A copy: the region itself is under git, which has more to say of one that is being edited.
  const { dir, texts, remove } = editedRegion([]);
  const { status, out } = check('--dir', dir, '--articles', texts);
  remove();
  expect(out)
    .toBe(`2 articles, 7 claims, 3 events, 4 sites, 2 areas, 2 relations, 1 external fact; checked against the article texts
0 problems, 0 open warnings
`);
  expect(status).toBe(0);
}, 20_000);

test('bad data: the report before the summary, exit code 1', () => {
  const { dir, remove } = editedRegion([{ file: 'codes.json', path: ['kinds', 1, 'shape'], set: 'burst' }]);
  const { status, out } = check('--dir', dir);
  remove();
  expect(out).toMatch(/^region\/codes\.json has 1 problem:\n {2}kinds\[1\]\.shape .*\[V45\]\n\n2 articles/);
  expect(out).toContain('not checked against article texts (--articles DIR)\n1 problem, 0 open warnings');
  expect(status).toBe(1);
}, 20_000);

test('with the texts of some articles alone: these are checked, and the others are named', () => {
  const { dir, texts, remove } = editedRegion([{ file: '../region-articles/herald-2031-06-20.txt', delete: true }]);
  const { status, out } = check('--dir', dir, '--articles', texts);
  remove();
  expect(out).toContain('checked against 1 of 2 article texts; not there: herald-2031-06-20.txt\n0 problems');
  expect(status).toBe(0);
}, 20_000);

test('a text that is not translated is counted; with --strict it is named, exit code 1', () => {
  const { dir, remove } = editedRegion([
    { file: 'dataset.json', path: ['languages'], append: 'sq' },
    { file: 'text/sq.json', translate: true },
    { file: 'text/sq.json', path: ['info/title'], remove: true }
  ]);
  const [checked, strictly] = [check('--dir', dir), check('--dir', dir, '--strict')];
  remove();
  expect(checked.out).toMatch(/warning: 1 of \d+ texts is not translated, and shown in English; .*\[V52\]/);
  expect(checked).toMatchObject({ status: 0, out: expect.stringContaining('0 problems, 1 open warning') as string });
  expect(strictly.out).toContain('["info/title"]: this text is not translated; translate "Testholm, 2031" [V52]');
  expect(strictly.status).toBe(1);
}, 40_000);

test.each([
  [['--article', 'x'], "Unknown option '--article'"],
  [['--draft', '--strict'], '--draft and --strict exclude each other'],
  [['--dir', 'no/such/folder'], 'there is no data folder "no/such/folder"'],
  [['--dir', REGION, '--articles', 'no/such/folder'], 'there is no folder of article texts "no/such/folder"'],
  [
    ['--dir', REGION, '--articles', 'docs'],
    '"docs" holds none of the article texts: courier-2031-05-13.txt, herald-2031'
  ]
])(
  'called wrongly, %j: it says how, exit code 2',
  (options, message) => {
    const { status, err } = check(...options);
    expect(err).toContain(message);
    expect(status).toBe(2);
  },
  20_000
);
