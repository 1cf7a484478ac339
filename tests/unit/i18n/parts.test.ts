import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { compile } from 'svelte/compiler';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/lib/i18n/catalogues.ts';
import { INITIAL_MESSAGES, partOf, type PageName, type Part } from '../../../src/lib/i18n/parts.ts';
import { messagesIn } from '../../../src/lib/server/messages/message-use.ts';

const KEYS = Object.keys(CATALOGUES.en);
const sourceOf = (file: string) => readFileSync(file, 'utf8');
const resolved = (from: string, target: string) =>
  normalize(target.startsWith('$lib/') ? join('src/lib', target.slice(5)) : join(dirname(from), target));

const keysIn = (file: string) => messagesIn(sourceOf(file), KEYS);

type Call = { target: string; parts: Part[] };
type Imports = { atOnce: string[]; late: Call[] };
type Node = { type: string; [key: string]: unknown };

const walk = (node: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(node)) return node.forEach((each) => walk(each, visit));
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node as Node);
  Object.values(node).forEach((each) => walk(each, visit));
};
const literal = (node: unknown) => (node as { value?: unknown } | null)?.value;

const read = new Map<string, Imports>();
/** The static and the dynamic imports of a file, with the message parts that each dynamic one waits for. */
function importsOf(file: string): Imports {
  const before = read.get(file);
  if (before) return before;
  const source = sourceOf(file);
  const code = file.endsWith('.svelte') ? compile(source, { filename: file }).js.code : source;
  const found: Imports = { atOnce: [], late: [] };
  const own = (target: unknown): target is string => typeof target === 'string' && /^(\.|\$lib)/.test(target);
  const parts = new Map<unknown, Part[]>();
  walk(parseSync(file.replace(/\.svelte$/, '.js'), code).program, (node) => {
    if (
      node.type === 'CallExpression' &&
      (node.callee as { property?: { name?: string } }).property?.name === 'loadWithMessages'
    ) {
      const [fetched, ...waitedFor] = node.arguments as Node[];
      parts.set(fetched, waitedFor.map(literal) as Part[]);
    }
    const target = literal(node.source);
    if (!own(target)) return;
    if (node.type === 'ImportExpression')
      found.late.push({ target: resolved(file, target), parts: parts.get(node) ?? [] });
    else if (/^(Import|Export\w+)Declaration$/.test(node.type) && (node.importKind ?? node.exportKind) !== 'type')
      found.atOnce.push(resolved(file, target));
  });
  read.set(file, found);
  return found;
}

/** These files and all that they import statically. */
function closure(files: string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file) || !/\.(ts|svelte)$/.test(file) || /i18n\/\w+\//.test(file)) continue;
    found.add(file);
    closure(importsOf(file).atOnce, found);
  }
  return found;
}

/** Every file that a page may run, with the message parts that are loaded by then. */
function runs(page: PageName): { file: string; parts: Set<Part> }[] {
  const result: { file: string; parts: Set<Part> }[] = [];
  const seen = new Set<string>();
  const follow = (entries: string[], parts: Set<Part>) => {
    for (const file of closure(entries)) {
      const state = `${file} ${[...parts].sort().join()}`;
      if (seen.has(state)) continue;
      seen.add(state);
      result.push({ file, parts });
      for (const call of importsOf(file).late) follow([call.target], new Set([...parts, ...call.parts]));
    }
  };
  follow(
    [`src/routes/[[lang=language]]/${page === 'map' ? '' : `${page}/`}client.ts`],
    new Set(INITIAL_MESSAGES[page])
  );
  return result;
}

describe.each(['map', 'embed'] as const)('the page %s', (page) => {
  const files = runs(page);

  test('is followed through all its files', () => {
    const names = files.map(({ file }) => file);
    expect(names.length).toBeGreaterThan(40);
    expect(names).toContain('src/lib/map/MapView.svelte');
    if (page === 'map') expect(names).toContain('src/lib/panels/ClaimCard.svelte');
  });

  test('has every message that its programs name by the time they run', () => {
    const missing = files.flatMap(({ file, parts }) =>
      keysIn(file).flatMap((key) => {
        const part = partOf(key);
        return part === null || parts.has(part) ? [] : [`${file}: ${key} is in the part ${part}`];
      })
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

test('every initial message is used by code that a page runs', () => {
  const named = new Set((['map', 'embed'] as const).flatMap((page) => runs(page).flatMap(({ file }) => keysIn(file))));
  expect(KEYS.filter((key) => partOf(key) !== 'prerendered' && !named.has(key))).toEqual([]);
});
