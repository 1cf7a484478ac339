import type { TextLocator } from '../../model/dataset.ts';
import { lineSpan, type ArticleText } from './article-text.ts';
import { isInsideWord, wholeWords } from './word-edges.ts';

/** How far a passage is looked for: a title or a time stamp that was added or taken out above it. */
const REACH = 500;

/** What to write instead of a locator that misses its passage: the whole passage that is nearest to it, in its line. */
export function nearestPassage({ line, charStart, charEnd }: TextLocator, text: ArticleText): string {
  const { characters } = text;
  const [first, last] = lineSpan(text, line);
  const [begins, ends] = [charStart, charEnd].map((at) => !isInsideWord(characters, at) && at >= first && at <= last);
  // Where one end is right, the other alone has slipped; where both are wrong, all has moved.
  const by = begins || ends ? undefined : shiftOf(text, [charStart, charEnd], [first, last]);
  if (by !== undefined) {
    const moved = `${by > 0 ? '+' : ''}${by}`;
    return `the passage has moved by ${moved}: write ${charStart + by} to ${charEnd + by}`;
  }
  const within = (at: number) => Math.min(Math.max(at, first), last);
  const [start, end] = wholeWords(characters, within(charStart), within(charEnd));
  return start < end
    ? `the nearest whole passage is ${start} to ${end}`
    : `write offsets in the whole file, end excluded: ${first} to ${last} is the line`;
}

/** The least shift that brings a passage into its line, with whole words at both ends. */
function shiftOf({ characters }: ArticleText, [start, end]: number[], [first, last]: number[]): number | undefined {
  const fits = (by: number) =>
    start! + by >= first! &&
    end! + by <= last! &&
    [start! + by, end! + by].every((at) => !isInsideWord(characters, at)) &&
    (characters[start! + by] ?? ' ').trim() !== '' &&
    (characters[end! + by - 1] ?? ' ').trim() !== '';
  return Array.from({ length: 2 * REACH }, (_, i) => (i % 2 ? -1 : 1) * (1 + (i >> 1))).find(fits);
}
