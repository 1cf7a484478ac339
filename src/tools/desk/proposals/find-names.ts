import { singularOf, wordsIn, type Word } from './words.ts';

/** One way to write the name of something. `exact`: only with these letters, an acronym. */
export type Name = { id: string; words: string[]; exact: boolean };
/** Where a name stands in a list of words: the last one is excluded. */
export type Found = { id: string; from: number; to: number };

export function nameOf(id: string, written: string, exact = false): Name {
  const words = wordsIn(written).map((word) => (exact ? word.written.replaceAll('.', '') : singularOf(word.folded)));
  return { id, words, exact };
}

/** Every name in a text, the longest first where several begin with the same word. Names do not overlap. */
export function findNames(words: readonly Word[], names: readonly Name[]): Found[] {
  const byFirst = new Map<string, Name[]>();
  for (const name of names) {
    const [first] = name.words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { folded, written } = words[at]!;
    const candidates = [
      ...(byFirst.get(singularOf(folded)) ?? []),
      ...(byFirst.get(written.replaceAll('.', '')) ?? [])
    ];
    const fitting = candidates
      .filter((name) => stands(words, at, name))
      .sort((a, b) => b.words.length - a.words.length);
    const name = fitting[0];
    if (name === undefined) continue;
    // Two things of one name: the text does not say which.
    const isSure = fitting.every(({ id, words: { length } }) => id === name.id || length < name.words.length);
    if (isSure) found.push({ id: name.id, from: at, to: at + name.words.length });
    at += name.words.length - 1;
  }
  return found;
}

function stands(words: readonly Word[], at: number, { words: wanted, exact }: Name): boolean {
  return wanted.every((want, i) => {
    const word = words[at + i];
    if (word === undefined) return false;
    return exact ? word.written.replaceAll('.', '') === want : singularOf(word.folded) === want;
  });
}
