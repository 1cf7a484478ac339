import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare } from '../budget/compare.ts';
import { measure } from '../budget/measure.ts';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import type { Draft } from '../../src/tools/desk/draft.ts';
import { DraftFolder } from '../../src/tools/desk/server/draft-folder.ts';
import { addArticle } from './one-more-article.ts';

/*
 * Who adds an article, a claim or an event has nothing to change but geodata/: no test and no budget turns red. Tried on
 * a copy of the project.
 */

const PROJECT = join(import.meta.dirname, '../..');
const COPY = mkdtempSync(join(tmpdir(), 'one-more-article-'));
const PARTS = [
  'docs',
  'geodata',
  'src',
  'static',
  'LICENSE',
  'package-lock.json',
  'package.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts'
];
const TESTS = ['tests', 'vitest.config.ts'];

function run(program: string, ...args: string[]): string {
  const path = join(PROJECT, 'node_modules', program);
  // Not as a part of the test run that this is one of.
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$|^TEST$|COLOR/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { cwd: COPY, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

beforeAll(() => {
  const made = /node_modules|one-more-article\.test/;
  for (const part of [...PARTS, ...TESTS])
    cpSync(join(PROJECT, part), join(COPY, part), {
      recursive: true,
      filter: (path) => !made.test(path.slice(PROJECT.length))
    });
  symlinkSync(join(PROJECT, 'node_modules'), join(COPY, 'node_modules'));
  addArticle(join(COPY, 'geodata'));
});

afterAll(() => rmSync(COPY, { recursive: true, force: true }));

test('the data with one more article is sound', () => {
  const { data, problems } = validateGeodata(join(COPY, 'geodata'));
  expect(hasErrors(problems), formatReport(problems)).toBe(false);
  expect(data.articles).toHaveLength(validateGeodata(join(PROJECT, 'geodata')).data.articles.length + 1);
});

// The comparison of the store with the model over every day and a thousand views is long, and made of data at random, too.
const LONG = 'tests/geodata/scene-by-store.test.ts';
/** Of data that is wrong, or of the small region, not of this. */
const OF_OTHER_DATA = ['tests/fuzz/**', '**/draft-edits.test.ts', '**/publication.test.ts'];

test('every test that reads the data passes', { timeout: 600_000 }, () => {
  run('@sveltejs/kit/svelte-kit.js', 'sync');
  const said = run(
    'vitest/vitest.mjs',
    'related',
    '--run',
    '--exclude',
    LONG,
    ...OF_OTHER_DATA.flatMap((pattern) => ['--exclude', pattern]),
    'src/lib/server/geodata/read.ts'
  );
  expect(Number(/Tests\s+(\d+) passed/.exec(said)?.[1])).toBeGreaterThan(500);
});

/** What the browser test of the desk writes and publishes, published here in the same way. */
function publishFromDesk(): Draft {
  const drafts = new DraftFolder({ data: join(COPY, 'geodata'), texts: join(COPY, 'texts') });
  const fixture = (name: string) => readFileSync(join(PROJECT, 'tests/fixtures/desk', name), 'utf8');
  const draft = JSON.parse(fixture('harbour-wire.draft.json')) as Draft;
  drafts.store.writeText(draft.text.file, fixture('harbour-wire.txt'));
  drafts.publish(draft.id, drafts.store.write(draft, null));
  return draft;
}

test(
  'an article that is published at the desk is sound with its text, and its claims are on the page that is built, within its budgets',
  {
    timeout: 600_000
  },
  () => {
    const { id, claims } = publishFromDesk();
    const { problems } = validateGeodata(join(COPY, 'geodata'), join(COPY, 'texts'));
    expect(formatReport(problems.filter(({ severity }) => severity === 'error'))).toBe('');
    run('vite/bin/vite.js', 'build', '--logLevel', 'error');
    const recorded = JSON.parse(readFileSync(join(PROJECT, 'tests/budget/baseline.json'), 'utf8')).en;
    const sizes = { ...measure(join(COPY, 'build')), fonts: recorded.fonts };
    expect(compare(sizes, recorded).flatMap(({ name, problem }) => (problem ? [`${name}: ${problem}`] : []))).toEqual(
      []
    );
    const page = readFileSync(join(COPY, 'build/index.html'), 'utf8').replace(/<script.*?<\/script>/gs, '');
    expect(claims.map(({ fields }) => fields.what).filter((what) => !page.includes(what!))).toEqual([]);
    expect(claims).toHaveLength(10);
    expect(readFileSync(join(COPY, 'build/article', id, 'index.html'), 'utf8')).toContain(claims[0]!.fields.what);
    // In a language that lacks the other texts, the one that came back from the translator.
    expect(readFileSync(join(COPY, 'build/sq/index.html'), 'utf8')).toContain('KFOR-i zë pozicion');
  }
);
