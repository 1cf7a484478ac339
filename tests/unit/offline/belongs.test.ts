import { expect, test } from 'vitest';
import { isHashed, isOfBuild, pageKey } from '../../../src/lib/offline/belongs.ts';

const build = ['/maps/_app/immutable/entry/start.AAAA.js', '/maps/_app/immutable/assets/0.BBBB.css'];
const page = (...files: string[]) =>
  files.map((file) => `<link href="./_app/immutable/${file}" rel="modulepreload">`).join('\n');

test('a page that names only files of the build is of that build, from any sub-path', () => {
  expect(isOfBuild(page('entry/start.AAAA.js', 'assets/0.BBBB.css'), build)).toBe(true);
  expect(isOfBuild('<script>import("../_app/immutable/entry/start.AAAA.js")</script>', build)).toBe(true);
});

test('a page that names one file of another build is of another build', () => {
  expect(isOfBuild(page('entry/start.CCCC.js', 'assets/0.BBBB.css'), build)).toBe(false);
});

test('a page that names no file, such as the log-in of a wireless network, is not of the build', () => {
  expect(isOfBuild('<h1>Welcome to the café</h1>', build)).toBe(false);
});

test('only names with a hash count as never changing', () => {
  expect(isHashed('/maps/_app/immutable/chunks/x.AAAA.js')).toBe(true);
  expect(isHashed('/maps/_app/version.json')).toBe(false);
  expect(isHashed('/maps/favicon.svg')).toBe(false);
});

test('a page is kept under its folder, whatever its query or the name of its file', () => {
  expect(pageKey(new URL('https://example.org/maps/?day=2023-05-29'))).toBe('/maps/');
  expect(pageKey(new URL('https://example.org/maps/index.html#x'))).toBe('/maps/');
  expect(pageKey(new URL('https://example.org/maps/about/'))).toBe('/maps/about/');
  // Some hosts take the slash away.
  expect(pageKey(new URL('https://example.org/maps/about?x'), ['/maps/about/'])).toBe('/maps/about/');
  expect(pageKey(new URL('https://example.org/maps/data'), ['/maps/about/'])).toBe('/maps/data');
});
