import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { fixedHeight, frameAddress } from '../../src/lib/embed-host/address.ts';
import { reservedHeight } from '../../src/lib/embed-host/reserve.ts';
import { defaultOptions } from '../../src/lib/model/embed-options.ts';
import { iframeCode, scriptCode } from '../../src/lib/model/share-code.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { embedTypes } from '../../src/lib/server/pages/embed-files.ts';
import { oembed } from '../../src/lib/server/pages/oembed.ts';
import { siteUrl } from '../../src/lib/server/pages/site-url.ts';

const { info } = loadDataset();
const BASE = 'https://e.example/map/';
const LANGUAGES = ['en', 'sq', 'sr-Cyrl'];
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
    for (const lang of ['en', 'de', '', '..', '__proto__']) expect(address(lang)).toBe(`${BASE}embed/`);
  });
  test('a height that is no number of pixels is left to the content', () => {
    for (const height of ['', 'auto', 'fixed', '-5', 'NaN', '1e9'])
      expect(fixedHeight(attributes({ height }))).toBeNull();
    expect(fixedHeight(attributes({ height: '480' }))).toBe(480);
  });
});

test('a frame with the story has its option, and more room', () => {
  const read = attributes({ chapter: 'zvecan', story: '1' });
  expect(frameAddress(`${BASE}embed.js`, read, null, LANGUAGES)).toBe(`${BASE}embed/?chapter=zvecan&story=1`);
  expect(reservedHeight(400, null, false, { story: true })).toBeGreaterThan(reservedHeight(400, null, false));
  expect(scriptCode(BASE, 'chapter=zvecan', { ...defaultOptions(), story: true }, info)).toContain(
    `<${info.embed.element} chapter="zvecan" story="1">`
  );
});

test('less to show never reserves more room', () => {
  for (let width = 200; width <= 1400; width += 7)
    for (const coarse of [true, false]) {
      const [none, minimal, full] = ['0', 'minimal', null].map((controls) => reservedHeight(width, controls, coarse));
      expect(none! < minimal! && minimal! <= full!).toBe(true);
      expect(reservedHeight(width, null, coarse, { troops: true })).toBeGreaterThan(full!);
      expect(reservedHeight(width, '0', coarse, { troops: true })).toBe(none!);
    }
});

describe('code to paste', () => {
  const options = defaultOptions();
  test('the iframe has a title, a sandbox and an escaped address', () => {
    const code = iframeCode(BASE, 'day=2023-05-29&window=day', { ...options, theme: 'dark' }, info);
    expect(code).toContain(`src="${BASE}embed/?day=2023-05-29&amp;window=day&amp;theme=dark&amp;height=fixed"`);
    expect(code).toMatch(/title="[^"]+".* sandbox="allow-scripts /);
  });
  test('of the page of an item it is the frame of that item', () => {
    expect(iframeCode(BASE, '', { ...options, lang: 'sq' }, info, 'event/clash/')).toContain(
      `src="${BASE}sq/embed/event/clash/?height=fixed"`
    );
  });
  test('another language is another folder for the frame, an attribute for the element, and nothing for the first', () => {
    const lang = 'sq';
    expect(iframeCode(BASE, '', { ...options, lang }, info)).toContain(`src="${BASE}sq/embed/?height=fixed"`);
    expect(scriptCode(BASE, '', { ...options, lang }, info)).toContain(`<${info.embed.element} lang="sq">`);
    expect(iframeCode(BASE, '', options, info) + scriptCode(BASE, '', options, info)).not.toMatch(/lang=|\/en\//);
  });
  test('the element carries the view as attributes, and nothing in them ends the attribute', () => {
    const code = scriptCode(
      BASE,
      `day=2023-05-29&event=${encodeURIComponent('"><script>')}`,
      { ...options, controls: 'minimal' },
      info
    );
    expect(code).toBe(
      `<script src="${BASE}embed.js"></script>\n<${info.embed.element} day="2023-05-29" event="&quot;>&lt;script>" controls="minimal"></${info.embed.element}>`
    );
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

test('the published types compile on their own', () => {
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  const text = `${embedTypes(info)}\nconst map = document.querySelector('${info.embed.element}')!;\nmap.setDay('2023-05-29', 'week');\nmap.addEventListener('change', ({ detail }) => detail.state.day.length);\n`;
  host.getSourceFile = (name, ...rest) =>
    name === 'use.ts' ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : read(name, ...rest);
  const program = ts.createProgram(
    ['use.ts'],
    { strict: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
    host
  );
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
}, 30_000);
