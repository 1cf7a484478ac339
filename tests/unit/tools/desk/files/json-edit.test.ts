import { describe, expect, test } from 'vitest';
import { houseJson } from '../../../../../src/tools/desk/files/house-json.ts';
import { insertItems, remove, setFields, update, valueAt } from '../../../../../src/tools/desk/files/json-edit.ts';

const PEOPLE = `{
  "people": [
    { "id": "a", "name": "Ada" },
    {
      "id": "b",
      "name": "Bo",
      "tags": ["x",   "y"]
    }
  ],
  "count":   2
}
`;

describe('an item', () => {
  test('at the end, as the house writes it, with a comma before it', () => {
    expect(insertItems(PEOPLE, ['people'], [{ id: 'c' }])).toBe(
      PEOPLE.replace('    }\n  ]', '    },\n    { "id": "c" }\n  ]')
    );
  });
  test('before another', () => {
    expect(insertItems(PEOPLE, ['people'], [{ id: 'c' }, { id: 'd' }], 0)).toBe(
      PEOPLE.replace('    { "id": "a"', '    { "id": "c" },\n    { "id": "d" },\n    { "id": "a"')
    );
  });
  test('in a list of one line, which alone is written anew', () => {
    expect(insertItems(PEOPLE, ['people', 1, 'tags'], ['z'], 1)).toBe(
      PEOPLE.replace('["x",   "y"]', '["x", "z", "y"]')
    );
  });
  test('in an empty list', () => {
    expect(insertItems('{\n  "a": []\n}\n', ['a'], [{ b: 1 }])).toBe('{\n  "a": [\n    { "b": 1 }\n  ]\n}\n');
  });
  test('among features, one a line', () => {
    const geo = '{"type":"x","features":[\n{"id":"a","at":[1,2]},\n{"id":"b"}\n]}\n';
    expect(insertItems(geo, ['features'], [{ id: 'c', at: [3, 4] }])).toBe(
      geo.replace('{"id":"b"}', '{"id":"b"},\n{"id":"c","at":[3,4]}')
    );
  });
  test('with the line ends and the indentation of the file', () => {
    const odd = '{\r\n\t"a": [\r\n\t\t{\r\n\t\t\t"id": 1\r\n\t\t}\r\n\t]\r\n}\r\n';
    expect(insertItems(odd, ['a'], [{ id: 2 }])).toBe(
      odd.replace('\t\t}\r\n\t]', '\t\t},\r\n\t\t{\r\n\t\t\t"id": 2\r\n\t\t}\r\n\t]')
    );
  });
  test.each([
    [0, '    { "id": "a", "name": "Ada" },\n', ''],
    [1, /,\n {4}\{\n[^}]*\}/, '']
  ])('is taken out (%i) with its comma', (index, gone, by) => {
    expect(remove(PEOPLE, ['people', index])).toBe(PEOPLE.replace(gone, by));
  });
  test('the last of a list leaves an empty one', () => {
    expect(remove('{\n  "a": [\n    1\n  ]\n}', ['a', 0])).toBe('{\n  "a": []\n}');
  });
});

describe('a field', () => {
  const texts = '{\n  "a": {\n    "en": "1"\n  },\n  "d": {\n    "en": "4"\n  }\n}\n';
  test('comes after the nearest before it in the order, on as many lines as its neighbours', () => {
    const result = setFields(texts, [], { c: { en: '3' }, e: { en: '5' }, b: { en: '2' } }, ['a', 'b', 'c', 'd', 'e']);
    const entry = (key: string, en: string) => `  "${key}": {\n    "en": "${en}"\n  }`;
    expect(result).toBe(`{\n${['a', 'b', 'c', 'd', 'e'].map((key, i) => entry(key, `${i + 1}`)).join(',\n')}\n}\n`);
  });
  test('comes first where nothing of the order is before it', () => {
    expect(Object.keys(JSON.parse(setFields(texts, [], { _: {} }, ['_', 'a', 'd'])))).toEqual(['_', 'a', 'd']);
  });
  test('of one line is written with its object', () => {
    expect(setFields(PEOPLE, ['people', 0], { kind: 'x' }, ['id', 'kind', 'name'])).toBe(
      PEOPLE.replace('"a", "name"', '"a", "kind": "x", "name"')
    );
  });
  test('that is there is changed where it stands', () => {
    expect(setFields(PEOPLE, [], { count: 3 })).toBe(PEOPLE.replace('"count":   2', '"count":   3'));
  });
});

describe('another value', () => {
  test('touches only what differs', () => {
    const people = [
      { id: 'a', name: 'Ada' },
      { id: 'b', name: 'Bo', tags: ['x'], age: 3 }
    ];
    expect(update(PEOPLE, [], { people, count: 2 })).toBe(PEOPLE.replace('["x",   "y"]', '["x"],\n      "age": 3'));
  });
  test('that is the same, changes nothing', () => {
    expect(update(PEOPLE, [], { count: 2, people: valueAt(PEOPLE, ['people']) })).toBe(PEOPLE);
  });
  test('adds and takes out items by their ids', () => {
    const [a, b] = valueAt(PEOPLE, ['people']) as [object, object];
    const [c, d] = [{ id: 'c' }, { id: 'd' }];
    const all = update(PEOPLE, ['people'], [c, a, d, b]);
    expect(valueAt(all, ['people'])).toEqual([c, a, d, b]);
    expect(update(all, ['people'], [a, b])).toBe(PEOPLE);
  });
});

test('JSON is written as the house does: in one line where it fits, lists of objects with one a line', () => {
  const long = 'x'.repeat(80);
  expect(houseJson({ id: 'a', n: null, list: [1, 2], none: [], empty: {}, gone: undefined })).toBe(
    '{ "id": "a", "n": null, "list": [1, 2], "none": [], "empty": {} }'
  );
  expect(houseJson({ a: [{ b: 1 }], c: { long, d: 1 } }, 1)).toBe(
    `{\n    "a": [\n      { "b": 1 }\n    ],\n    "c": { "long": "${long}", "d": 1 }\n  }`
  );
  const width = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
  const fits = { x: 'x'.repeat(120 - '{ "x": "" },'.length) };
  expect(houseJson(fits)).toHaveLength(119);
  expect(houseJson(fits, 1).split('\n')).toHaveLength(3);
  expect(width(houseJson(fits, 1))).toBeLessThanOrEqual(120);
});
