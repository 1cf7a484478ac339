import { readFileSync } from 'node:fs';
import type { Dataset } from '../../src/lib/model/dataset.ts';
import { unpackDataset } from '../../src/lib/model/packed.ts';
import { packDataset } from '../../src/lib/server/geodata/pack.ts';
import { firstTexts } from '../../src/lib/server/pages/first-texts.ts';
import { scriptText } from '../../src/lib/server/pages/head.ts';
import { dataFiles } from '../../src/lib/server/pages/shared-data.ts';
import { hashedName } from '../../src/lib/server/pages/vite-datasets.ts';
import { syntheticDataset } from '../synthetic/dataset.ts';
import { syntheticColumns } from '../synthetic/generate.ts';
import { BUILD } from './static-server.ts';

/* Pages of the build in `build/` with other data in place of their own. */

const DATA = /(<script[^>]*id="data"[^>]*>)([\s\S]*?)(<\/script>)/;
/** The first of those for what the page fetches first: others are at its end. */
const FIRST_PRELOAD = /<link rel="modulepreload" href="[^"]*">/;
const FILES = '_app/immutable/assets/';

/** The page of the map with other data in it, made of its own. */
export function pageWith(change: (dataset: Dataset) => Dataset): string {
  const html = builtPage('');
  const { dataset, ...rest } = dataIn(html);
  return withJson(html, { ...rest, dataset: packDataset(change(unpackDataset(dataset))) });
}

/**
 * The map and the embed, with made-up events in place of its own, as a build of so many has them: the
 * data are files beside the pages, of which their heads name one, `dataFile`. `files`: by path from the site's folder. The HTML stays that of the
 * few events; that of a build of 100,000 is as large.
 * `change`: what else becomes of the data.
 */
export function manyEvents(
  rows: number,
  change: (dataset: Dataset) => Dataset = (dataset) => dataset
): { files: Map<string, Buffer>; dataFile: string } {
  const pages = new Map(['', 'embed/'].map((path) => [path, builtPage(path)]));
  const { dataset, basemapNames } = dataIn(pages.get('')!);
  const many = change(syntheticDataset(unpackDataset(dataset), syntheticColumns({ rows })));
  const named = dataFiles({ dataset: many, basemapNames }, (...file) => hashedName('en', ...file));
  const data = [...named].map(({ name, text }) => [FILES + name, text]);
  const dataFile = data.at(-1)![0]!;
  const first = firstTexts(many);
  const html = [...pages].map(([path, html]) => [path, withDataApart(html, dataFile, first)]);
  return { files: new Map([...html, ...data].map(([path, text]) => [path!, Buffer.from(text!)])), dataFile };
}

const builtPage = (path: string) => readFileSync(`${BUILD}/${path}index.html`, 'utf8');

const dataIn = (html: string) => JSON.parse(DATA.exec(html)![2]!);

const withJson = (html: string, data: object) =>
  html.replace(DATA, (_, open: string, __: string, close: string) => open + scriptText(data) + close);

function withDataApart(html: string, file: string, first: object | undefined): string {
  const { dataset: _dataset, basemapNames: _names, ...own } = dataIn(html);
  const dataFile = own.root + file;
  if (!FIRST_PRELOAD.test(html))
    throw new Error('build/ has a page without modules to preload: is the build of today?');
  return withJson(html, { ...own, dataFile, first }).replace(
    FIRST_PRELOAD,
    (link) => `<link rel="preload" as="fetch" crossorigin href="${dataFile}">${link}`
  );
}
