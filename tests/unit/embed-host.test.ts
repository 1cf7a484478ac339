import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { addressProblems, fixedHeight, frameAddress, reader } from '../../src/lib/embed-host/address.ts';
import { reservedHeight } from '../../src/lib/embed-host/reserve.ts';
import { defaultOptions } from '../../src/lib/model/embed-options.ts';
import { iframeCode, linkTo, pictureCode, scriptCode } from '../../src/lib/model/share-code.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { embedTypes } from '../../src/lib/server/pages/embed-files.ts';
import { oembed } from '../../src/lib/server/pages/oembed.ts';
import { siteUrl } from '../../src/lib/server/pages/site-url.ts';

const { info } = loadDataset();
const BASE = 'https://e.example/map/';
const LANGUAGES = ['en', 'sq', 'sr-Latn', 'sr-Cyrl'];
const attributes = (given: Record<string, string>) => (name: string) => given[name] ?? null;

describe('the address of the frame', () => {
  test('carries the attributes that the map knows, and no other', () => {
    const read = attributes({ day: '2023-05-29', theme: 'dark', class: 'wide', height: '500' });
    expect(frameAddress(`${BASE}embed.js`, read, null, LANGUAGES)).toBe(
      `${BASE}embed/?day=2023-05-29&theme=dark&height=fixed`
    );
  });
  test('of a map that is put back is what it showed, with the options of now', () => {
    const read = attributes({ day: '2023-05-29', theme: 'dark' });
    expect(frameAddress(`${BASE}embed.js`, read, 'day=2023-09-24&window=week', LANGUAGES)).toBe(
      `${BASE}embed/?day=2023-09-24&window=week&theme=dark`
    );
  });
  test('is that of the language; of one that the site does not have, the first', () => {
    const address = (lang: string) => frameAddress(`${BASE}embed.js`, attributes({ lang }), null, LANGUAGES);
    expect(address('sr-Cyrl')).toBe(`${BASE}sr-Cyrl/embed/`);
    for (const lang of ['sr', 'SR-LATN', 'sr_Latn_RS']) expect(address(lang), lang).toBe(`${BASE}sr-Latn/embed/`);
    for (const lang of ['en', 'en-GB', 'de', '', '..', '__proto__']) expect(address(lang)).toBe(`${BASE}embed/`);
  });
  test('the full map at the same view has none of the embed’s options', () => {
    const read = attributes({ day: '2023-05-29', theme: 'dark', height: '500', lang: 'sq' });
    expect(frameAddress(BASE, read, null, LANGUAGES, false)).toBe(`${BASE}sq/?day=2023-05-29`);
  });
  test('quotation marks that an editor made curly are no part of a value', () => {
    const element = { getAttribute: (name: string) => ({ day: '”2023-05-29”', window: '„week“ ' })[name] ?? null };
    const read = reader(element as unknown as Element);
    expect(frameAddress(BASE, read, null, LANGUAGES)).toBe(`${BASE}embed/?day=2023-05-29&window=week`);
  });
  test('a height that is no number of pixels is left to the content', () => {
    for (const height of ['', 'auto', 'fixed', '-5', 'NaN', '1e9', '50%', '80vh'])
      expect(fixedHeight(attributes({ height })), height).toBeNull();
    for (const height of ['480', '480px', '480.0PX']) expect(fixedHeight(attributes({ height })), height).toBe(480);
  });
  test('a language or height that means nothing is named with what does', () => {
    const problems = (given: Record<string, string>) => addressProblems(attributes(given), LANGUAGES);
    expect(problems({ lang: 'de', height: '50%' })).toEqual([
      expect.stringMatching(/lang="de".*en, sq, sr-Latn, sr-Cyrl/),
      expect.stringMatching(/height="50%".*auto, fixed/)
    ]);
    for (const lang of ['sr', 'sq-AL', 'SR-LATN', 'sr_Cyrl'])
      for (const height of ['700px', '700', 'auto', 'fixed', ''])
        expect(problems({ lang, height }), `${lang} ${height}`).toEqual([]);
  });
});

test('a frame with the story has its option, and more room', () => {
  const read = attributes({ chapter: 'zvecan', story: '1' });
  expect(frameAddress(`${BASE}embed.js`, read, null, LANGUAGES)).toBe(`${BASE}embed/?chapter=zvecan&story=1`);
  expect(reservedHeight(400, null, false, { story: true })).toBeGreaterThan(reservedHeight(400, null, false));
  expect(scriptCode(BASE, 'chapter=zvecan', { ...defaultOptions(), story: true }, info)).toContain(
    `<${info.embed.element} chapter=zvecan story=1>`
  );
});

test('less to show never reserves more room', () => {
  for (let width = 200; width <= 1400; width += 7)
    for (const coarse of [true, false]) {
      const [none, minimal, full] = ['0', 'minimal', null].map((controls) => reservedHeight(width, controls, coarse));
      expect(none! < minimal! && minimal! <= full!).toBe(true);
      expect(reservedHeight(width, null, coarse, { troops: true })).toBeGreaterThan(full!);
      expect(reservedHeight(width, '0', coarse, { troops: true })).toBe(none!);
      expect(reservedHeight(width, 'minimal', coarse, { years: true })).toBeGreaterThan(minimal!);
      expect(reservedHeight(width, '0', coarse, { years: true })).toBe(none!);
    }
});

describe('code to paste', () => {
  const options = defaultOptions();
  test('a link without a state is the site', () => {
    expect(linkTo(BASE, '')).toBe(BASE);
  });
  const view = 'day=2023-05-29&window=day';
  const codes = (query: string, given = options) =>
    [iframeCode, scriptCode, pictureCode].map((write) => write(BASE, query, given, info));

  test('the iframe has a title, a sandbox, an escaped address, and a height that themes do not take away', () => {
    const code = iframeCode(BASE, view, { ...options, theme: 'dark' }, info);
    expect(code).toContain(`src=${BASE}embed/?day=2023-05-29&amp;window=day&amp;theme=dark&amp;height=fixed `);
    expect(code).toMatch(/ title=\S+ .* style=border:0;height:700px .* sandbox=allow-scripts&#32;/);
  });
  test('of the page of an item it is the frame of that item', () => {
    expect(iframeCode(BASE, '', { ...options, lang: 'sq' }, info, 'event/clash/')).toContain(
      `src=${BASE}sq/embed/event/clash/?height=fixed `
    );
  });
  test('another language is another folder for the frame, an attribute for the element, and nothing for the first', () => {
    const lang = 'sq';
    expect(iframeCode(BASE, '', { ...options, lang }, info)).toContain(`src=${BASE}sq/embed/?height=fixed `);
    expect(scriptCode(BASE, '', { ...options, lang }, info)).toContain(`<${info.embed.element} lang=sq>`);
    for (const code of codes('', { ...options, lang })) expect(code).toContain(`<a href=${BASE}sq/>`);
    for (const code of codes('')) expect(code).not.toMatch(/lang=|\/en\//);
  });
  test('the element carries the view as attributes, and nothing in them ends the attribute', () => {
    const hostile = `day=2023-05-29&event=${encodeURIComponent('"><script>\n`')}`;
    const code = scriptCode(BASE, hostile, { ...options, controls: 'minimal' }, info);
    expect(code).toContain(
      `<${info.embed.element} day=2023-05-29 event=&#34;&#62;&lt;script&#62;&#10;&#96; controls=minimal><a href=`
    );
  });
  test('every code has a link to the same view, and no quotation mark that an editor could make curly', () => {
    for (const code of codes(view)) {
      expect(code).toContain(`<a href=${BASE}?day=2023-05-29&amp;window=day>`);
      expect(code).toContain(`>${info.title}</a>`);
      expect(code).not.toMatch(/["'“”]/);
    }
  });
});

describe('oEmbed', () => {
  test('is rich where the site’s address is known, and a link where it is not', () => {
    expect(oembed(info, siteUrl('https://e.example/map'))).toMatchObject({
      version: '1.0',
      type: 'rich',
      html: expect.stringContaining(`src="${BASE}embed/`)
    });
    expect(oembed(info, siteUrl(''))).not.toHaveProperty('html');
  });
  test('an address that is none stops the build', () => {
    expect(() => siteUrl('example.org')).toThrow('SITE_URL');
    expect(() => siteUrl('javascript:alert(1)')).toThrow('SITE_URL');
  });
});

test('the published types compile on their own, tell a window from any word, and know the element in JSX', () => {
  const tag = info.embed.element;
  const jsx = `
    export const map = <${tag} day="2023-09-24" window="week" height={700} isolated aria-label="Map"></${tag}>;
    // @ts-expect-error no such theme
    export const wrong = <${tag} theme="pink"></${tag}>;
    // @ts-expect-error no such attribute
    export const slip = <${tag} dya="2023-09-24"></${tag}>;`;
  const files: Record<string, string> = {
    'embed.d.ts': embedTypes(info),
    'use.ts': `import type { EmbedElement, HostMessage } from './embed';
      const map: EmbedElement = document.querySelector('${tag}')!;
      const day: string = map.dataset.day ?? '';
      map.setDay(day, 'week');
      map.setDay('2023-09-24', '2023-09-01');
      // @ts-expect-error no window
      map.setDay('2023-09-24', 'fortnight');
      map.addEventListener('change', ({ detail }) => detail.state.day.length);
      map.removeEventListener('change', (event) => console.log(event.detail.state));
      document.createElement('${tag}').play();
      const message: HostMessage = { type: 'setDay', day: '2023-09-24' };
      console.log(message);`,
    // A framework of today; the others that are named are not there, as in any project. And the older, global place.
    'node_modules/react/index.d.ts':
      'export namespace JSX { interface Element {} interface IntrinsicElements { p: object } }',
    'node_modules/react/jsx-runtime.d.ts': "export { JSX } from './index';",
    'today.tsx': `import 'react';${jsx}`,
    'older.tsx': `/** @jsxRuntime classic @jsx h */ declare const h: unknown;${jsx}`
  };
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX
  };
  const host = ts.createCompilerHost(options);
  const own = (path: string) => files[path.replace(`${host.getCurrentDirectory()}/`, '')];
  const [read, exists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
  host.getSourceFile = (path, ...rest) =>
    own(path) === undefined ? read(path, ...rest) : ts.createSourceFile(path, own(path)!, ts.ScriptTarget.ES2022);
  host.fileExists = (path) => own(path) !== undefined || exists(path);
  host.readFile = (path) => own(path) ?? ts.sys.readFile(path);
  host.directoryExists = () => true;
  const found = ts.getPreEmitDiagnostics(ts.createProgram(Object.keys(files), options, host));
  expect(
    found.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  ).toEqual([]);
}, 60_000);
