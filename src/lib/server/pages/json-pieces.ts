/** So many items of a list are one piece. */
const ITEMS = 1000;

/**
 * What `JSON.stringify` makes of plain data, in pieces: of many events it would be longer than a text can be, and be held
 * several times over. Lists are cut up as far as `depth` objects below the whole.
 */
export function* jsonPieces(value: unknown, depth = 2): Generator<string> {
  if (Array.isArray(value) && value.length > ITEMS) {
    for (let at = 0; at < value.length; at += ITEMS)
      yield (at === 0 ? '[' : ',') + JSON.stringify(value.slice(at, at + ITEMS)).slice(1, -1);
    yield ']';
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth > 0) {
    let before = '{';
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      yield* jsonPieces(each, depth - 1);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  } else {
    yield JSON.stringify(value);
  }
}
