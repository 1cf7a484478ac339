import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';
import { validateGeodata } from '../../src/lib/server/geodata/validate.ts';

const folder = mkdtempSync(join(tmpdir(), 'editing-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Thing = { id: string; claims?: unknown[]; text?: { file: string; sha256: string } };

/** The examples of a step, in its order. One that stands on a line is complete on it. */
function examplesOf(guide: string, step: number): Thing[] {
  const section = guide.split(new RegExp(`^### ${step}\\. `, 'm'))[1]!.split(/^##/m)[0]!;
  return [...section.matchAll(/^```json\n(.*?)^```/gms)].flatMap(([, json]) =>
    json!.startsWith('{\n')
      ? [JSON.parse(json!) as Thing]
      : json!
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Thing)
  );
}

function add(file: string, list: string, ...things: Thing[]): void {
  const path = join(folder, 'geodata', file);
  const json = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Thing[]>;
  json[list]!.push(...things);
  writeFileSync(path, JSON.stringify(json));
}

test('the guide’s article, put into the data step by step, is sound', () => {
  const guide = readFileSync('docs/editing.md', 'utf8');
  cpSync('geodata', join(folder, 'geodata'), { recursive: true });
  const [article] = examplesOf(guide, 2);
  const claims = examplesOf(guide, 3);
  const [gazette, spokesman, origin] = examplesOf(guide, 4);
  const [relation] = examplesOf(guide, 6);
  const [, section] = guide.split(/^### 1\. /m);
  const text = section!
    .split(/^##/m)[0]!
    .match(/(?:^ {4}.*\n|^\n(?= {4}))+/gm)!
    .at(0)!
    .replace(/^ {4}/gm, '')
    .trimStart();
  mkdirSync(join(folder, 'texts'));
  writeFileSync(join(folder, 'texts', article!.text!.file), text);
  article!.text!.sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(folder, `geodata/articles/${article!.id}.json`), JSON.stringify({ ...article, claims }));
  add('agents.json', 'agents', gazette!, spokesman!);
  add('origins.json', 'origins', origin!);
  add('events.json', 'events', ...examplesOf(guide, 5));
  // By then the data may have more relations, and more claims whose figures differ (V25).
  add('relations.json', 'relations', { ...relation!, id: 'r99' });
  const { problems, texts } = validateGeodata(join(folder, 'geodata'), join(folder, 'texts'), { draft: true });
  expect(claims).toHaveLength(2);
  expect(texts!.has(article!.id)).toBe(true);
  expect(formatReport(problems.filter(({ rule }) => rule !== 'V25'))).toBe('');
});
