import { wordsOf } from '../../../lib/server/geodata/number-words.ts';

/** The longest run of words that a sentence shares with a text: how many, and which. The check refuses eight. */
export function overlapWith(sentence: string, text: string): { run: number; words: string } {
  const own = wordsOf(sentence);
  const there = wordsOf(text);
  let [run, end] = [0, 0];
  // Runs that end at each pair of words: one longer than that of the pair before.
  let above = new Array<number>(there.length + 1).fill(0);
  for (const [i, word] of own.entries()) {
    const row = new Array<number>(there.length + 1).fill(0);
    for (const [j, other] of there.entries()) {
      if (word !== other) continue;
      row[j + 1] = above[j]! + 1;
      if (row[j + 1]! > run) [run, end] = [row[j + 1]!, i + 1];
    }
    above = row;
  }
  return { run, words: own.slice(end - run, end).join(' ') };
}
