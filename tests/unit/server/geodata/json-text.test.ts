import { describe, expect, test } from 'vitest';
import { linesOf, readJson } from '../../../../src/lib/server/geodata/json-text.ts';

const TEXT = `{
  "a": [1, -2.5e3, true, null],
  "b": {
    "c-d": "x\\n\\u00e9",
    "e": {}
  }
}
`;

test('the value is that of JSON.parse, and every field has its line', () => {
  const json = readJson(TEXT);
  if (!json.ok) throw new Error(json.found);
  expect(json.value).toEqual(JSON.parse(TEXT));
  expect(Object.fromEntries(linesOf(TEXT))).toEqual({
    '': 1,
    a: 2,
    'a[0]': 2,
    'a[1]': 2,
    'a[2]': 2,
    'a[3]': 2,
    b: 3,
    'b["c-d"]': 4,
    'b.e': 5
  });
});

test('the same key twice in an object is found; in two objects it is fine', () => {
  const json = readJson('[{"a": 1}, {"a": 1,\n "a": 2}]');
  expect(json).toMatchObject({ ok: true, duplicates: [{ path: '[1].a', line: 2 }] });
});

describe('what is no JSON is named with its line and column', () => {
  test.each([
    ['{"a" 1}', 1, 6, '1 where : should stand'],
    ['{"a": 1 "b": 2}', 1, 9, '"b" where , or } should stand'],
    ['{"a": 1]', 1, 8, '] where , or } should stand'],
    ['[1}', 1, 3, '} where , or ] should stand'],
    ['{"a": tru}', 1, 7, 'tru is not JSON (texts and keys stand in double quotes)'],
    ["{'a': 1}", 1, 2, "'a' is not JSON (texts and keys stand in double quotes)"],
    ['{"a": 1', 1, 8, 'the end of the file where , or } should stand'],
    ['[1', 1, 3, 'the end of the file where , or ] should stand'],
    ['', 1, 1, 'the end of the file where a value should stand'],
    ['{} {}', 1, 4, '{ after the end of the data'],
    ['{"a": "line\nbreak"}', 1, 7, '"line has no closing quote on its line'],
    ['["a\tb"]', 1, 2, '"a<U+0009>b" has a tab or another control character in it (write \\t for a tab)'],
    ['["C:\\dir"]', 1, 2, '"C:\\dir" has a backslash before a character that needs none (write \\\\ for a backslash)'],
    ['["\\u12"]', 1, 2, '"\\u12" has \\u without four hexadecimal digits after it'],
    ['{\n  // no comments\n}', 2, 3, '// no comments is a comment, which JSON does not have'],
    ['\uFEFF{}', 1, 1, '<U+FEFF> is not JSON (texts and keys stand in double quotes)'],
    ['[01]', 1, 3, '1 where , or ] should stand'],
    ['[1.]', 1, 2, '1. is an unfinished number'],
    ['['.repeat(100_000), 1, 101, 'more than 100 levels of brackets']
  ])('%.40j', (text, line, column, found) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(readJson(text)).toEqual({ ok: false, line, column, found });
  });
});

describe('of a slip that is often made, cause and cure are named', () => {
  test.each([
    ['{\n  "a": 1,\n}', 3, '} where a key should stand', 'remove the comma at the end of line 2'],
    ['[1, 2,]', 1, '] where a value should stand', 'remove the comma at the end of line 1'],
    ['{“a”: 1}', 1, '“a” stands in curly quotes', 'JSON needs straight ones (")'],
    ['{"a": “b”}', 1, '“b” stands in curly quotes', 'JSON needs straight ones (")'],
    ['{"a": ""Sunday" in it"}', 1, 'a straight quote stands inside a text, before Sunday', 'write “ ” in texts'],
    ['["so "called" force"]', 1, 'a straight quote stands inside a text, before called', 'write “ ” in texts'],
    ['{"a": 4,500, "b": 1}', 1, '4,500 is no number of JSON', 'write 4500, without a comma']
  ])('%j', (text, line, found, advice) => {
    expect(readJson(text)).toMatchObject({ ok: false, line, found: expect.stringContaining(found) as string, advice });
  });
});

test('100 levels of brackets are read, and more are refused, sound as they may be', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(readJson(nested(100)).ok).toBe(true);
  expect(readJson(nested(101)).ok).toBe(false);
});

test('each text with one character taken out, doubled or replaced is taken or refused as JSON.parse does it', () => {
  const sound = '{"a":[0,-2.5e3,1E+2,true,null],\n"\\u00e9\\n":{"":"x\\\\","b":false}}';
  const slips = [...sound].flatMap((character, at) =>
    ['', character + character, ...'{}[],:"\\0-+.eE/*\n\t \u00a0\u0000x'].map(
      (other) => sound.slice(0, at) + other + sound.slice(at + 1)
    )
  );
  for (const text of slips) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = 'refused';
    }
    const json = readJson(text);
    expect([text, json.ok ? json.value : 'refused']).toEqual([text, value]);
  }
  expect(slips.some((text) => readJson(text).ok) && slips.some((text) => !readJson(text).ok)).toBe(true);
});
