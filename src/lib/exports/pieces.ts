/*
 * Files are written in pieces: of many events a file is longer than a text can be, and what it is made of would be in
 * memory many times over.
 */

/** What `of` gives for each item, when it is written and not before. */
export function* each<T, U>(list: Iterable<T>, of: (item: T) => U): Generator<U> {
  for (const item of list) yield of(item);
}

/**
 * An object as JSON, indented; ends in a line break. A piece for each object of its own lists, which may be any iterable.
 * Positions stand on one line, as there are thousands.
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{';
  for (const [key, own] of Object.entries(value)) {
    if (own === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (isList(own)) yield* listPieces(own);
    else yield indented(own, '  ');
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

/** Lists of numbers may be positions: they are taken as a whole. */
const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Symbol.iterator in value &&
  !(Array.isArray(value) && isNumbers(value));

const isNumbers = (list: readonly unknown[]) => list.every((item) => typeof item === 'number');

function* listPieces(list: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const item of list) {
    yield `${before}\n    ${indented(item ?? null, '    ')}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

/** Strings in JSON have no raw line break, so none is changed. */
const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, null, 2)
    .replace(/\[\n\s+(-?[\d.]+),\n\s+(-?[\d.]+)\n\s*\]/g, '[$1, $2]')
    .replaceAll('\n', `\n${by}`);
