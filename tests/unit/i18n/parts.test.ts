import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/lib/i18n/catalogues.ts';
import { INITIAL_MESSAGES, partOf, type PageName, type Part } from '../../../src/lib/i18n/parts.ts';
import { messagesIn } from '../../../src/lib/server/messages/message-use.ts';

const KEYS = Object.keys(CATALOGUES.en);
const sourceOf = (file: string) => readFileSync(file, 'utf8');
const resolved = (from: string, target: string) =>
  normalize(target.startsWith('$lib/') ? join('src/lib', target.slice(5)) : join(dirname(from), target));

const keysIn = (file: string) => messagesIn(sourceOf(file), KEYS);

/** These files and all that they import statically. */
function closure(files: string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file) || !/\.(ts|svelte)$/.test(file) || /i18n\/\w+\//.test(file)) continue;
    found.add(file);
    const imports = [...sourceOf(file).matchAll(/^\s*import\s(?!type)[^;(]*?['"]((?:\.|\$lib)[^'"]+)['"]/gm)];
    closure(
      imports.map((match) => resolved(file, match[1]!)),
      found
    );
  }
  return found;
}

/** The dynamic imports of a file, with the message parts that each waits for. */
function calls(file: string): { target: string; parts: Part[] }[] {
  return [...sourceOf(file).matchAll(/(loadWithMessages\()?import\('((?:\.|\$lib)[^']+)'\)(?:((?:, '\w+')+)\))?/g)].map(
    (match) => ({
      target: resolved(file, match[2]!),
      parts: match[1] ? [...(match[3] ?? '').matchAll(/'(\w+)'/g)].map((part) => part[1] as Part) : []
    })
  );
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
      for (const call of calls(file)) follow([call.target], new Set([...parts, ...call.parts]));
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
