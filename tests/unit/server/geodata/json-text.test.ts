import { describe, expect, test } from 'vitest';
import { readJson } from '../../../../src/lib/server/geodata/json-text.ts';

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
  expect(Object.fromEntries(json.lineOf)).toEqual({
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
    ['{\n  "a": 1,\n}', 3, 1, '} where a key should stand'],
    ['[1, 2,]', 1, 7, '] where a value should stand'],
    ['{"a" 1}', 1, 6, '1 where : should stand'],
    ['{"a": 1 "b": 2}', 1, 9, '"b" where , or } should stand'],
    ['{"a": tru}', 1, 7, '"tru}" where a value should stand'],
    ['{"a": 1', 1, 8, 'the end of the file where , or } should stand'],
    ['', 1, 1, 'the end of the file where a value should stand'],
    ['{} x', 1, 4, '"x" after the end of the data'],
    ['{"a": "line\nbreak"}', 1, 7, '"\\"line" where a value should stand'],
    ['{\n  // no comments\n}', 2, 3, '"// no comments" where a key should stand'],
    ['[01]', 1, 3, '1 where , or ] should stand']
  ])('%j', (text, line, column, found) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(readJson(text)).toEqual({ ok: false, line, column, found });
  });
});
