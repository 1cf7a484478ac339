// Where words begin and end in a text, whose characters are code points. Pure: the desk’s page snaps selections by it too.

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether a place between two characters lies inside a word. */
export function isInsideWord(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1], characters[at]];
  return before !== undefined && after !== undefined && WORD.test(before) && WORD.test(after);
}

/** The word around a place inside one. */
export function wordAround(characters: readonly string[], at: number): string {
  return characters.slice(edge(characters, at, -1), edge(characters, at, 1)).join('');
}

/** The first place at or beside `at`, going one way, that is not inside a word. */
function edge(characters: readonly string[], at: number, step: 1 | -1): number {
  let place = at;
  while (isInsideWord(characters, place)) place += step;
  return place;
}

/** The least range of whole words that holds a range. */
export function wholeWords(characters: readonly string[], start: number, end: number): [number, number] {
  return [edge(characters, start, -1), edge(characters, end, 1)];
}
