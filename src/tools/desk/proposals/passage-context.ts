import type { ExcludedLines } from '../../../lib/server/geodata/authored.ts';
import type { Passage } from '../draft.ts';
import { agentsIn } from './agent-names.ts';
import { cut } from './code-points.ts';
import { datesIn, type DatedWords } from './date-hints.ts';
import type { Found } from './find-names.ts';
import type { Known } from './known.ts';
import { figuresIn, type Figure } from './number-hints.ts';
import { placesIn } from './place-names.ts';
import type { Word } from './words.ts';

/** A stretch of text with everything that was found in it; places count in UTF-16 units from its start. */
export type Marked = {
  text: string;
  words: Word[];
  dates: DatedWords[];
  figures: Figure[];
  places: Found[];
  agents: Found[];
};

/** What a proposal is made from: the passage, and the article before and around it. */
export type PassageContext = {
  passage: Marked;
  sentences: Sentence[];
  /** The article up to the passage. */
  before: string;
  /** The whole text, with the lines that are no part of the article left blank. */
  text: string;
  known: Known;
};

/** A sentence of a passage, from and to which unit of it. */
export type Sentence = { at: number; end: number };

export function contextOf(text: string, passage: Passage, known: Known): PassageContext {
  const article = withoutLines(text, known.excluded);
  const start = cut(article, 0, passage.charStart).length;
  const words = cut(article, passage.charStart, passage.charEnd);
  return {
    passage: marked(words, known),
    sentences: sentencesIn(words),
    before: article.slice(0, start),
    text: article,
    known
  };
}

export function marked(text: string, known: Known): Marked {
  const dates = datesIn(text, known.reported);
  const agents = agentsIn(text, known.agents);
  return {
    text,
    words: agents.words,
    dates,
    figures: figuresIn(
      text,
      dates.filter(({ isSpan }) => !isSpan)
    ),
    places: placesIn(text, known.places).found,
    agents: agents.found
  };
}

/** Blanks keep every place where it was. */
function withoutLines(text: string, excluded: readonly ExcludedLines[]): string {
  return text
    .split('\n')
    .map((line, index) =>
      excluded.some(({ from, to }) => index + 1 >= from && index + 1 <= to)
        ? line.replace(/[^\uD800-\uDFFF]/g, ' ')
        : line
    )
    .join('\n');
}

/** After a full stop that ends no abbreviation, before a capital letter, a quotation mark or a figure. */
const END = /(?<!\b(?:\p{L}|Mr|Mrs|Ms|Dr|St|No|Gen|Col|Lt|Sgt|Sen|Gov|Prof))[.!?][”"’)]*(?=\s+[“"‘\p{Lu}\d–-])|\n+/gu;

export function sentencesIn(text: string): Sentence[] {
  const ends = [...text.matchAll(END)].map(({ 0: mark, index }) => index + mark.length);
  const places = [0, ...ends, text.length];
  return places
    .slice(1)
    .map((end, index) => ({ at: places[index]!, end }))
    .filter(({ at, end }) => text.slice(at, end).trim() !== '');
}
