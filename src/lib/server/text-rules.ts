import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthoredArticle, ClaimEntry, Entry, Geodata } from './authored.ts';
import { statesFigure, wordsOf } from './number-words.ts';
import type { Problem } from './problems.ts';
import { texts } from './rules/articles.ts';
import type { Finding } from './rules/rule.ts';
import { runRules } from './rules/table.ts';

/** An article as its claims were read from it. Offsets count characters, not UTF-16 units. */
export type ArticleText = { bytes: Buffer; characters: string[]; lines: string[] };
export type Texts = ReadonlyMap<string, ArticleText>;

export type TextRule = { code: string; title: string; check: (data: Geodata, texts: Texts) => Iterable<Finding> };

/** Rules that need the texts of the articles, which are no part of the project: `--articles DIR`. */
export const TEXT_RULES: readonly TextRule[] = [
  { code: 'V03', title: 'the text is the one that the claims were read from', check: textIsTheSame },
  { code: 'V04', title: 'locators point to a passage of their line', check: locatorsPointToText },
  { code: 'V05', title: 'locators point to no excluded lines', check: locatorsAvoidExcluded },
  { code: 'V06', title: 'no run of eight words is copied', check: nothingIsCopied },
  { code: 'V46', title: 'stated figures stand in the located passage', check: figuresStandInText },
  { code: 'V50', title: 'labels are words of the located line', check: labelsStandInText }
];

/** Checks the data against the texts in a folder. A missing text is a problem; throws where there is no such folder. */
export function checkTexts(data: Geodata, dir: string): Problem[] {
  if (!existsSync(dir)) throw new Error(`there is no folder of article texts ${JSON.stringify(dir)}`);
  const found = new Map<string, ArticleText>();
  for (const { item } of data.articles) {
    const path = join(dir, item.text.file);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    found.set(item.id, { bytes, characters: [...text], lines: text.split('\n') });
  }
  return runRules(data, TEXT_RULES.map((rule) => ({ ...rule, check: (all: Geodata) => rule.check(all, found) })));
}

function* textIsTheSame(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { item, ...at } of data.articles) {
    const text = texts.get(item.id);
    if (text === undefined) {
      yield { at, below: 'text.file', found: `there is no ${JSON.stringify(item.text.file)} in the folder of texts`, advice: 'add the text, or correct its name' };
      continue;
    }
    const sha256 = createHash('sha256').update(text.bytes).digest('hex');
    if (sha256 !== item.text.sha256) {
      yield { at, below: 'text.sha256', found: `the text has the sha256 ${sha256.slice(0, 12)}…, not ${item.text.sha256.slice(0, 12)}…`, advice: 'it has changed: check the locators, then write the new sha256 and bytes' };
    }
    if (text.bytes.length !== item.text.bytes) {
      yield { at, below: 'text.bytes', found: `the text has ${text.bytes.length} bytes, not ${item.text.bytes}`, advice: 'write its size' };
    }
  }
}

/** Claims with the text of their article, where it is at hand. */
function* located(data: Geodata, texts: Texts): Iterable<{ claim: ClaimEntry; text: ArticleText; at: Finding['at'] }> {
  for (const claim of data.claims) {
    const text = texts.get(claim.article.item.id);
    if (text !== undefined) yield { claim, text, at: { file: claim.file, path: claim.path } };
  }
}

function* locatorsPointToText(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, text, at } of located(data, texts)) {
    const { line, charStart, charEnd } = claim.item.locator;
    const { file } = claim.article.item.text;
    const content = text.lines[line - 1];
    if (content === undefined || content.trim() === '') {
      const is = content === undefined ? `not in ${file}, which has ${text.lines.length} lines` : `empty in ${file}`;
      yield { at, below: 'locator.line', found: `line ${line} is ${is}`, advice: 'write the line of the passage, from 1' };
      continue;
    }
    const [start, end] = lineSpan(text, line);
    if (charStart >= charEnd || charStart < start || charEnd > end) {
      const found = `characters ${charStart} to ${charEnd} do not lie in line ${line}, which has ${start} to ${end}`;
      yield { at, below: 'locator', found, advice: 'write offsets in the whole file, end excluded' };
    } else if (passage(claim, text).trim() === '') {
      yield { at, below: 'locator', found: `characters ${charStart} to ${charEnd} are blank`, advice: 'write the offsets of the passage' };
    }
  }
}

/** First character of a line, and one past its last, in the whole text. */
function lineSpan({ lines }: ArticleText, line: number): [number, number] {
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + [...before].length + 1, 0);
  return [start, start + [...(lines[line - 1] ?? '')].length];
}

function passage({ item }: ClaimEntry, { characters }: ArticleText): string {
  return characters.slice(item.locator.charStart, item.locator.charEnd).join('');
}

function* locatorsAvoidExcluded(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, at } of located(data, texts)) {
    const { line } = claim.item.locator;
    const range = claim.article.item.text.excluded.find(({ from, to }) => line >= from && line <= to);
    if (range === undefined) continue;
    yield { at, below: 'locator.line', found: `line ${line} is excluded (${range.why})`, advice: 'it is no part of the article: claim nothing from it' };
  }
  for (const { item, ...at } of data.articles) {
    const last = texts.get(item.id)?.lines.length;
    for (const [index, { from, to }] of item.text.excluded.entries()) {
      if (last === undefined || (from >= 1 && from <= to && to <= last)) continue;
      yield { at, below: `text.excluded[${index}]`, found: `lines ${from} to ${to} are no range of a text of ${last} lines`, advice: 'count lines from 1, both ends included' };
    }
  }
}

function* figuresStandInText(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, text, at } of located(data, texts)) {
    const words = passage(claim, text);
    for (const [index, { value, expressedAs }] of claim.item.quantities.entries()) {
      const below = `quantities[${index}]`;
      if (expressedAs !== undefined && !words.toLowerCase().includes(expressedAs.toLowerCase())) {
        yield { at, below: `${below}.expressedAs`, found: `${JSON.stringify(expressedAs)} does not stand in the located passage`, advice: 'quote its words exactly' };
      } else if (expressedAs === undefined && value !== null && !statesFigure(words, value)) {
        yield { at, below: `${below}.value`, found: `${value} does not stand in the located passage, in digits or words`, advice: 'correct the figure or the locator, or quote the words that give it in expressedAs' };
      }
    }
  }
}

const RUN = 8;

/** Fields that name the source itself: its headline and its bibliography may be quoted. */
function isQuoted(entry: Entry<unknown>, keys: readonly (string | number)[]): boolean {
  const isArticle = Array.isArray((entry.item as Partial<AuthoredArticle>).claims) && keys.length === 1;
  return isArticle && keys[0] === 'title';
}

function* nothingIsCopied(data: Geodata, articles: Texts): Iterable<Finding> {
  const runs = new Map<string, string>();
  for (const [id, { characters }] of articles) for (const run of runsOf(characters.join(''))) runs.set(run, id);
  for (const entry of data.files) {
    for (const { path, text, keys } of texts(entry.item)) {
      const copied = isQuoted(entry, keys) ? undefined : runsOf(text).find((run) => runs.has(run));
      if (copied === undefined) continue;
      const found = `eight words stand alike in ${runs.get(copied)}: “${copied}”`;
      yield { at: { file: entry.file, path }, below: '', found, advice: 'say it in our own words' };
    }
  }
}

/** Every run of eight consecutive words. */
function runsOf(text: string): string[] {
  // An address often spells out a headline; it is no prose.
  const words = wordsOf(text.replace(/https?:\/\/\S+/g, ' '));
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

function* labelsStandInText(data: Geodata, texts: Texts): Iterable<Finding> {
  const claims = new Map(data.claims.map((claim) => [claim.item.id, claim]));
  for (const { item, ...at } of data.events) {
    for (const [index, { claim: id, term }] of item.labels.entries()) {
      const claim = claims.get(id);
      const text = claim && texts.get(claim.article.item.id);
      if (!claim || !text || letters(passage(claim, text)).includes(letters(term))) continue;
      yield { at, below: `labels[${index}].term`, found: `${JSON.stringify(term)} does not stand in the passage of ${id}`, advice: 'quote the source’s own word', warning: true };
    }
  }
}

// "shoot-out" and "shootout" are one word.
function letters(text: string): string {
  return wordsOf(text).join('');
}
