import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom. Type-only imports count too: a folder knows only what it may. */
const RULES: Record<string, { lib: string[]; packages: RegExp }> = {
  model: { lib: ['model'], packages: /^$/ },
  i18n: { lib: ['i18n', 'model'], packages: /^(svelte|virtual:messages)$/ },
  exports: { lib: ['exports', 'model', 'i18n'], packages: /^$/ },
  search: { lib: ['search', 'i18n', 'model'], packages: /^minisearch$/ },
  offline: { lib: ['offline'], packages: /^$/ },
  svg: { lib: ['svg'], packages: /^svelte$/ },
  ui: { lib: ['ui', 'model'], packages: /^(svelte|@fontsource\/)/ },
  server: { lib: ['server', 'model', 'i18n'], packages: /^(node:|@turf\/|ajv|vite$)/ },
  state: { lib: ['state', 'model', 'ui'], packages: /^svelte/ },
  map: {
    lib: ['map', 'svg', 'islands', 'model', 'ui', 'i18n'],
    packages: /^(svelte|maplibre-gl|kdbush|geojson|@fontsource\/)/
  },
  time: { lib: ['time', 'islands', 'model', 'ui', 'i18n'], packages: /^(svelte|d3-)/ },
  // Runs on other people's pages: no package, no framework, and of the model types alone are meant to come along.
  'embed-host': { lib: ['embed-host', 'model'], packages: /^$/ },
  panels: { lib: ['panels', 'search', 'exports', 'model', 'ui', 'i18n'], packages: /^svelte/ },
  // A picture of the page is the map with text around it, and carries the same metadata as every file.
  picture: { lib: ['picture', 'map', 'svg', 'exports', 'model', 'ui', 'i18n'], packages: /^svelte/ },
  // How prerendered HTML becomes interactive: knows no panel, map or lane; the routes name those.
  islands: { lib: ['islands', 'i18n', 'model', 'ui'], packages: /^(svelte|node:|vite$)/ }
};

/** The few files that may import more than their folder. */
const EXCEPTIONS: Record<string, RegExp> = {
  // The prerendered SVG map uses the map's projection, grid and layers, so that both maps show the same.
  'server/basemap/svg-basemap.ts':
    /^\.\.\/\.\.\/(map\/(maplibre\/basemap-layers|svg\/basemap-pieces|projection)|ui\/palette)\.ts$/,
  'server/pages/card.ts': /^(\.\.\/\.\.\/(map\/svg\/map-picture|ui\/palette|svg\/[\w-]+)\.ts|@resvg\/resvg-js)$/
};

/** Which files of the data set a folder may refer to: the basemap's files as URLs, and the schemas of the data. */
const GEODATA: Record<string, RegExp> = {
  map: /^..\/..\/geodata\/basemap\/[\w-]+\.geojson\?url(&no-inline)?$/,
  server: /^..\/..\/geodata\/schema\/[\w-]+\.schema\.json$/
};

const LIB = 'src/lib';
// Each alternative is anchored to one keyword and one string: no run of text is tried twice.
const IMPORT = /\bfrom\s+['"]([^'"\n]+)['"]|\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g;

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));

function importsOf(file: string): string[] {
  return [...readFileSync(join(LIB, file), 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2]!);
}

function problemOf(file: string, target: string): string | null {
  const folder = file.split('/')[0]!;
  const rule = RULES[folder];
  if (!rule) return `${file}: folder ${folder} has no import rule`;
  if (EXCEPTIONS[file]?.test(target)) return null;
  if (target.startsWith('.') || target.startsWith('$lib/')) {
    const path = target.startsWith('$lib/')
      ? target.slice(5)
      : relative(LIB, normalize(join(LIB, dirname(file), target)));
    if (path.startsWith('../../geodata/'))
      return GEODATA[folder]?.test(path) ? null : `${file} may not import ${target}`;
    return rule.lib.includes(path.split('/')[0]!) ? null : `${file} may not import ${target}`;
  }
  return rule.packages.test(target) && rule.packages.source !== '^$' ? null : `${file} may not import ${target}`;
}

test('every folder imports only what it may', () => {
  expect(files.flatMap((file) => importsOf(file).flatMap((target) => problemOf(file, target) ?? []))).toEqual([]);
});

test('only one file imports the map library at run time', () => {
  const importers = files.filter((file) =>
    readFileSync(join(LIB, file), 'utf8')
      .split(/\bimport\b/)
      .some((rest) => /^[^;]{0,300}?['"]maplibre-gl['"]/.test(rest) && !/^\s+type\b|^\s*\([^)]*\)\./.test(rest))
  );
  expect(importers).toEqual(['map/maplibre/load.ts']);
});

test('the rules catch a forbidden import', () => {
  expect(problemOf('model/scene.ts', 'svelte')).not.toBeNull();
  expect(problemOf('model/scene.ts', '../map/maplibre/style.ts')).not.toBeNull();
  expect(problemOf('map/maplibre/style.ts', '../../state/dashboard.svelte.ts')).not.toBeNull();
  expect(problemOf('map/maplibre/style.ts', '../../model/scene.ts')).toBeNull();
});

test('nothing in src knows the region: no name of its places, forces or people', () => {
  // A route may be named like a file (`embed.d.ts/`).
  const isSource = (file: string) => /\.(ts|svelte|css|html)$/.test(file) && statSync(join('src', file)).isFile();
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isSource);
  const named = sources.filter((file) =>
    /Zve[cč]an|Banjska|Kosovo|KFOR|Leposavi|Stoltenberg|Serbia\b/.test(readFileSync(join('src', file), 'utf8'))
  );
  expect(named).toEqual([]);
});
