import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  asPublished,
  CannotPublish,
  JOURNAL,
  publish,
  recoverPublication
} from '../../../../src/lib/server/geodata/publication.ts';
import { formatReport } from '../../../../src/lib/server/geodata/problems.ts';
import { validateGeodata } from '../../../../src/lib/server/geodata/validate.ts';
import { applyDraft } from '../../../../src/tools/desk/files/apply-draft.ts';
import { readFiles } from '../../../../src/tools/desk/files/read-files.ts';
import { GAZETTE, gazetteDraft } from '../../tools/desk/draft-fixture.ts';
import { editedRegion } from './fixture.ts';

type Files = Map<string, string>;
const BEFORE: Files = new Map([
  ['a.json', '1'],
  ['b.json', '2']
]);
const CHANGES: Files = new Map([
  ['a.json', '10'],
  ['articles/new.json', '3']
]);
const AFTER: Files = new Map([...BEFORE, ...CHANGES]);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'publication-'));
  for (const [name, content] of BEFORE) writeFileSync(join(dir, name), content);
});
afterEach(() => rmSync(dir, { recursive: true }));

class Stopped extends Error {}

/** Publishes and stops before the step of that number; says whether there was one. */
function stoppedAt(step: number): boolean {
  let left = step;
  try {
    publish(dir, CHANGES, BEFORE, () => {
      if (left-- === 0) throw new Stopped();
    });
    return false;
  } catch (error) {
    if (error instanceof Stopped) return true;
    throw error;
  }
}

/** What a reader finds: the names and contents. */
function asRead(): Files {
  const source = asPublished(dir);
  const names = ['', 'articles'].flatMap((folder) =>
    (source.names(folder) ?? []).map((name) => (folder === '' ? name : `${folder}/${name}`))
  );
  const files = names.filter((name) => /(?:^|\/)[a-z]+\.json$/.test(name)).sort();
  return new Map(files.map((name) => [name, source.bytes(name).toString()]));
}
const inOrder = (files: Files) => new Map([...files].sort());

test('changes are written, and nothing else is left', () => {
  publish(dir, CHANGES, BEFORE);
  expect(asRead()).toEqual(inOrder(AFTER));
  expect(readdirSync(dir).sort()).toEqual(['a.json', 'articles', 'b.json']);
  expect(recoverPublication(dir)).toBe(false);
});

test('stopped before any step, a reader finds all of it or nothing, and so do the files once it is finished', () => {
  const found = new Set<string>();
  let step = 0;
  for (; stoppedAt(step); step++) {
    const read = asRead();
    const is = existsSync(join(dir, JOURNAL)) ? 'after' : read.size === BEFORE.size ? 'before' : 'after';
    expect(read, `step ${step}`).toEqual(inOrder(is === 'after' ? AFTER : BEFORE));
    recoverPublication(dir);
    expect(readFiles(dir), `step ${step}`).toEqual(inOrder(is === 'after' ? AFTER : BEFORE));
    expect(existsSync(join(dir, JOURNAL))).toBe(false);
    found.add(is);
    for (const [name, content] of BEFORE) writeFileSync(join(dir, name), content);
    rmSync(join(dir, 'articles'), { recursive: true, force: true });
  }
  expect(found).toEqual(new Set(['before', 'after']));
  // Three files, each opened, written, flushed, renamed; the journal removed; the end.
  expect(step).toBe(3 * 4 + 2);
});

test('finishing can be stopped, too', () => {
  const afterJournal = 6;
  for (let second = 0; ; second++) {
    stoppedAt(afterJournal);
    let left = second;
    let wasStopped = false;
    try {
      recoverPublication(dir, () => {
        if (left-- === 0) throw new Stopped();
      });
    } catch {
      wasStopped = true;
    }
    expect(asRead()).toEqual(inOrder(AFTER));
    recoverPublication(dir);
    expect(readFiles(dir)).toEqual(inOrder(AFTER));
    for (const [name, content] of BEFORE) writeFileSync(join(dir, name), content);
    rmSync(join(dir, 'articles'), { recursive: true, force: true });
    if (!wasStopped) break;
  }
});

test('what was interrupted is finished before the next is published', () => {
  stoppedAt(6);
  publish(dir, new Map([['b.json', '20']]), BEFORE);
  expect(readFiles(dir)).toEqual(inOrder(new Map([...AFTER, ['b.json', '20']])));
});

test('nothing is written over what someone has changed meanwhile', () => {
  writeFileSync(join(dir, 'a.json'), 'by hand');
  expect(() => publish(dir, CHANGES, BEFORE)).toThrow(CannotPublish);
  mkdirSync(join(dir, 'articles'));
  writeFileSync(join(dir, 'articles/new.json'), 'by hand');
  writeFileSync(join(dir, 'a.json'), '1');
  expect(() => publish(dir, CHANGES, BEFORE)).toThrow('articles/new.json has changed');
  expect(readFiles(dir).get('a.json')).toBe('1');
  rmSync(join(dir, 'articles'), { recursive: true });
  stoppedAt(6);
  writeFileSync(join(dir, 'a.json'), 'by hand');
  expect(() => recoverPublication(dir)).toThrow('a.json changed since');
  expect(readFileSync(join(dir, 'a.json'), 'utf8')).toBe('by hand');
});

test.each(['', '{', '{"format":1,"files":{"../x":{"before":null,"content":""}}}', '{"format":2,"files":{}}'])(
  'a journal that is none is refused by all who read: %j',
  (content) => {
    writeFileSync(join(dir, JOURNAL), content);
    expect(() => recoverPublication(dir)).toThrow('is no journal');
    expect(() => validateGeodata(dir)).toThrow('is no journal');
  }
);

test('killed at any step of publishing an article, a region is sound before and after', async () => {
  const { dir: region, remove } = editedRegion([]);
  const before = readFiles(region);
  const changes = applyDraft(before, gazetteDraft(), GAZETTE);
  const json = JSON.stringify(Object.fromEntries(changes));
  // As one file of JavaScript: it is started many times.
  const source = join(import.meta.dirname, '../../tools/desk/files/publish-and-die.ts');
  const outDir = join(dir, 'program');
  await build({ configFile: false, logLevel: 'error', build: { ssr: source, outDir } });
  const program = join(outDir, readdirSync(outDir)[0]!);
  const publishAndDie = (step: number) =>
    new Promise<string | null>((resolve) => {
      const child = spawn(process.execPath, [program, region, json, `${step}`], {
        stdio: 'inherit'
      });
      child.on('exit', (_code, signal) => resolve(signal));
    });
  const seen = new Set<boolean>();
  // Every step is tried above; here the process itself is killed, at about thirty of them.
  const steps = (changes.size + 1) * 4 + 2;
  for (let step = 0; step < steps; step++) {
    expect(await publishAndDie(step)).toBe('SIGKILL');
    const isAfter = existsSync(join(region, JOURNAL)) || existsSync(join(region, 'articles/gazette-2031-05-16.json'));
    const wanted = isAfter ? new Map([...before, ...changes]) : before;
    const source = asPublished(region);
    for (const [name, content] of wanted) expect(source.bytes(name).toString(), `step ${step}`).toBe(content);
    // What is read is the same at all steps of one kind.
    if (!seen.has(isAfter)) expect(formatReport(validateGeodata(region).problems)).toBe('');
    recoverPublication(region);
    expect(readFiles(region), `step ${step}`).toEqual(inOrder(wanted));
    seen.add(isAfter);
    for (const [name, content] of before) writeFileSync(join(region, name), content);
    rmSync(join(region, 'articles/gazette-2031-05-16.json'), { force: true });
  }
  expect(seen).toEqual(new Set([false, true]));
  remove();
}, 300_000);
