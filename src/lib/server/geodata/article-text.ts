import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimEntry, Geodata } from './authored.ts';
import type { Finding } from './rules/rule.ts';

/** An article as its claims were read from it. Offsets count characters, not UTF-16 units. */
export type ArticleText = { bytes: Buffer; characters: string[]; lines: string[] };

/** Texts by the id of their article; only those that were found. */
export type Texts = ReadonlyMap<string, ArticleText>;

/** Reads the texts of the articles from a folder. Throws where there is no such folder. */
export function readTexts(data: Geodata, dir: string): Texts {
  if (!existsSync(dir)) throw new Error(`there is no folder of article texts ${JSON.stringify(dir)}`);
  const texts = new Map<string, ArticleText>();
  for (const { item } of data.articles) {
    const path = join(dir, item.text.file);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    texts.set(item.id, { bytes, characters: [...text], lines: text.split('\n') });
  }
  return texts;
}

/** Claims with the text of their article, where it is at hand. */
export function* located(
  data: Geodata,
  texts: Texts
): Iterable<{ claim: ClaimEntry; text: ArticleText; at: Finding['at'] }> {
  for (const claim of data.claims) {
    const text = texts.get(claim.article.item.id);
    if (text !== undefined) yield { claim, text, at: { file: claim.file, path: claim.path } };
  }
}

/** First character of a line, and one past its last, in the whole text. */
export function lineSpan({ lines }: ArticleText, line: number): [number, number] {
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + [...before].length + 1, 0);
  return [start, start + [...(lines[line - 1] ?? '')].length];
}

/** The words that a claim's locator points to. */
export function passage({ item }: ClaimEntry, { characters }: ArticleText): string {
  return characters.slice(item.locator.charStart, item.locator.charEnd).join('');
}
