import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Who may import whom. The rules stand in the table of docs/architecture.md and nowhere else: this test reads them there.
 * Type-only imports count too: a folder knows only what it may.
 */

/** A row: a folder, or one file that may import more than its folder. Paths count from the root of the project. */
type Rule = { of: string; mayImport: string[]; packages: string[] };

const EVERYTHING = 'everything';

function readRules(markdown: string): Rule[] {
  const [, section] = markdown.split(/^## What may import what$/m);
  const rows = (section ?? '').split(/^## /m)[0]!.match(/^\|.*\|$/gm) ?? [];
  // Without the head and the line under it.
  return rows.slice(2).map((row) => {
    const [of, , mayImport, packages] = row.split('|').slice(1, -1) as [string, string, string, string];
    const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
    return {
      of: names(of)[0]!,
      mayImport: mayImport.trim() === EVERYTHING ? [EVERYTHING] : names(mayImport).map(fromRoot),
      packages: packages.trim() === EVERYTHING ? [EVERYTHING] : names(packages)
    };
  });
}

/** The table names folders of `src/lib` by their last part: `model`, `map/projection.ts`. */
const fromRoot = (name: string) => (/^(src|geodata)\//.test(name) ? name : `src/lib/${name}`);

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** `svelte` stands for `svelte/motion` too; `@turf/*` and `node:*` for all that begin so. */
const isPackage = (target: string, name: string) =>
  name.endsWith('*') ? target.startsWith(name.slice(0, -1)) : isWithin(target, name);

// Each alternative is anchored to one keyword and one string: no run of text is tried twice.
// A word inside quotation marks of its own (`'import'`) is none.
const IMPORT = /\bfrom\s+['"]([^'"\n]+)['"]|(?<!['"])\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g;

/** What the text of a file imports: files as paths from the root, packages by their names. */
function importsOf(file: string, text: string): { target: string; isFile: boolean }[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2]!;
    if (target.startsWith('$lib/')) return { target: `src/lib/${target.slice(5)}`, isFile: true };
    if (target.startsWith('.')) return { target: normalize(join(dirname(file), target)), isFile: true };
    return { target, isFile: false };
  });
}

/** The rules of the folder that a file is in, and of the file itself. */
const rulesFor = (file: string, rules: readonly Rule[]) => rules.filter(({ of }) => isWithin(file, of));

function isAllowed(
  { target, isFile }: { target: string; isFile: boolean },
  { of, mayImport, packages }: Rule
): boolean {
  if (!isFile) return packages.some((name) => name === EVERYTHING || isPackage(target, name));
  return isWithin(target, of) || mayImport.some((name) => name === EVERYTHING || isWithin(target, name));
}

/** What a file imports against the rules, one line each. */
function problemsOf(file: string, text: string, rules: readonly Rule[]): string[] {
  const own = rulesFor(file, rules);
  if (own.length === 0) return [`${file}: no row of the table is about its folder`];
  return importsOf(file, text)
    .filter((imported) => !own.some((rule) => isAllowed(imported, rule)))
    .map(({ target }) => `${file} may not import ${target}`);
}

const isSource = (file: string) => /\.(ts|svelte|css|html)$/.test(file) && statSync(file).isFile();
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  // A route may be named like a file (`embed.d.ts/`).
  .filter(isSource);
const programs = sources.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.d.ts'));
const textOf = (file: string) => readFileSync(file, 'utf8');
const rules = readRules(textOf('docs/architecture.md'));

test('every file imports only what the table of docs/architecture.md allows', () => {
  expect(programs.flatMap((file) => problemsOf(file, textOf(file), rules))).toEqual([]);
});

test('the table names only what is there, and each once', () => {
  const missing = [...rules.map(({ of }) => of), ...rules.flatMap(({ mayImport }) => mayImport)].filter(
    (path) => path !== EVERYTHING && !statSync(path, { throwIfNoEntry: false })
  );
  expect(missing).toEqual([]);
  expect(new Set(rules.map(({ of }) => of)).size).toBe(rules.length);
});

test('the table allows nothing that no file uses', () => {
  const unused = rules.flatMap((rule) => {
    const imported = programs
      .filter((file) => isWithin(file, rule.of))
      .flatMap((file) => importsOf(file, textOf(file)));
    const isUsed = (name: string, isFile: boolean) =>
      name === EVERYTHING ||
      imported.some(
        (one) => one.isFile === isFile && (isFile ? isWithin(one.target, name) : isPackage(one.target, name))
      );
    return [
      ...rule.mayImport.filter((name) => !isUsed(name, true)),
      ...rule.packages.filter((name) => !isUsed(name, false))
    ].map((name) => `${rule.of}: ${name}`);
  });
  expect(unused).toEqual([]);
});

test('a row imports only what stands above it, so there are no cycles', () => {
  const upward = rules.flatMap(({ of, mayImport }, at) =>
    mayImport
      .filter((name) => name !== EVERYTHING && !name.startsWith('geodata/'))
      .filter((name) => !rules.slice(0, at).some((above) => isWithin(name, above.of)))
      .map((name) => `${of} imports ${name}, which stands below it`)
  );
  expect(upward).toEqual([]);
});

describe('the rules', () => {
  const table = `
## What may import what

| folder | holds | may import | packages |
|---|---|---|---|
| \`src/lib/model\` | days | | |
| \`src/lib/map\` | the map | \`model\`, \`geodata/basemap\` | \`svelte\`, \`@turf/*\` |
| \`src/lib/map/card.ts\` | the card | \`ui/palette.ts\` | |
| \`src/routes\` | pages | everything | everything |

## Next

| \`src/lib/ui\` | | everything | everything |
`;
  const problems = (file: string, target: string) =>
    problemsOf(file, `import { it } from '${target}';`, readRules(table)).length;

  test.each([
    ['src/lib/map/style.ts', '../model/day.ts', 0],
    ['src/lib/map/style.ts', '$lib/model/day.ts', 0],
    ['src/lib/map/svg/picture.ts', '../style.ts', 0],
    ['src/lib/map/style.ts', '../../../geodata/basemap/land.geojson?url', 0],
    ['src/lib/map/style.ts', 'svelte/attachments', 0],
    ['src/lib/map/style.ts', '@turf/bbox', 0],
    ['src/lib/map/card.ts', '../ui/palette.ts', 0],
    ['src/routes/+page.svelte', '$lib/ui/palette.ts', 0],
    ['src/routes/+page.svelte', 'vite', 0]
  ])('allow %s to import %s', (file, target, none) => expect(problems(file, target)).toBe(none));

  test.each([
    ['src/lib/model/scene.ts', 'svelte'],
    ['src/lib/model/scene.ts', '../map/style.ts'],
    ['src/lib/map/style.ts', '../ui/palette.ts'],
    ['src/lib/map/style.ts', '../model-extra/day.ts'],
    ['src/lib/map/style.ts', '../../../geodata/events.json'],
    ['src/lib/map/style.ts', 'svelte-other'],
    ['src/lib/map/card.ts', '../ui/glyphs.ts'],
    ['src/lib/ui/palette.ts', './glyphs.ts']
  ])('forbid %s to import %s', (file, target) => expect(problems(file, target)).toBe(1));
});

test('only one file imports the map library at run time', () => {
  const importers = programs.filter((file) =>
    textOf(file)
      .split(/\bimport\b/)
      .some((rest) => /^[^;]{0,300}?['"]maplibre-gl['"]/.test(rest) && !/^\s+type\b|^\s*\([^)]*\)\./.test(rest))
  );
  expect(importers).toEqual(['src/lib/map/maplibre/load.ts']);
});

test('nothing in src knows the region: no name of its places, forces or people', () => {
  const named = sources.filter((file) =>
    /Zve[cč]an|Banjska|Kosovo|KFOR|Leposavi|Stoltenberg|Serbia\b/.test(textOf(file))
  );
  expect(named).toEqual([]);
});
