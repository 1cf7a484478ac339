import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRow, type TextLocator } from '../../model/dataset.ts';
import type { ClaimEntry, Geodata } from './authored.ts';
import { encodingFault, type EncodingFault } from './encoding.ts';
import type { Finding } from './rules/rule.ts';

/**
 * An article as its claims were read from it. Offsets count characters (code points), not UTF-16 units or bytes. `fault`:
 * why this copy cannot be the one that the offsets were made from, so that every one of them is wrong alike.
 */
export type ArticleText = {
  bytes: Buffer;
  sha256: string;
  characters: string[];
  lines: string[];
  fault: EncodingFault | null;
};

/** Texts by the id of their article; only those that were found. */
export type Texts = ReadonlyMap<string, ArticleText>;

/** Reads the texts of the articles from a folder. Throws where there is no such folder, or none of the texts in it. */
export function readTexts(data: Geodata, dir: string): Texts {
  if (!existsSync(dir)) throw new Error(`there is no folder of article texts ${JSON.stringify(dir)}`);
  const texts = new Map<string, ArticleText>();
  for (const { item } of data.articles) {
    // Rows of a table have no text.
    if (item.text === undefined) continue;
    const path = join(dir, item.text.file);
    if (!existsSync(path)) continue;
    texts.set(item.id, asText(readFileSync(path), item.text.sha256));
  }
  const files = data.articles.flatMap(({ item }) => item.text?.file ?? []);
  if (texts.size === 0 && files.length > 0) {
    const names = files.join(', ');
    throw new Error(`${JSON.stringify(dir)} holds none of the article texts: ${names}`);
  }
  return texts;
}

/** The texts of articles out of some that are at hand, by the names of their files. */
export function givenTexts(data: Geodata, files: ReadonlyMap<string, Buffer>): Texts {
  return new Map(
    data.articles.flatMap(({ item }) => {
      const bytes = item.text && files.get(item.text.file);
      return bytes === undefined ? [] : [[item.id, asText(bytes, item.text!.sha256)]];
    })
  );
}

function asText(bytes: Buffer, recorded: string): ArticleText {
  const text = bytes.toString('utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // A text that is recorded as it is may have any line ends: its offsets were made with them.
  const fault = sha256 === recorded ? null : encodingFault(bytes);
  return { bytes, sha256, characters: [...text], lines: text.split('\n'), fault };
}

/** The text of an article, where it is at hand and can be the one that was read. */
export function soundText(texts: Texts, article: string): ArticleText | undefined {
  const text = texts.get(article);
  return text?.fault === null ? text : undefined;
}

/** Claims with the text of their article, where a sound one is at hand. A passage that runs backwards is V78’s. */
export function* located(
  data: Geodata,
  texts: Texts
): Iterable<{ claim: ClaimEntry; locator: TextLocator; text: ArticleText; at: Finding['at'] }> {
  for (const claim of data.claims) {
    const text = soundText(texts, claim.article.item.id);
    const { locator } = claim.item;
    if (text === undefined || isRow(locator) || locator.charStart >= locator.charEnd) continue;
    yield { claim, locator, text, at: { file: claim.file, path: claim.path } };
  }
}

/** First character of a line, and one past its last, in the whole text. */
export function lineSpan({ lines }: ArticleText, line: number): [number, number] {
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + [...before].length + 1, 0);
  return [start, start + [...(lines[line - 1] ?? '')].length];
}

/** The words that a claim's locator points to; none for a row of a table. */
export function passage({ item }: ClaimEntry, { characters }: ArticleText): string {
  if (isRow(item.locator)) return '';
  return characters.slice(item.locator.charStart, item.locator.charEnd).join('');
}
