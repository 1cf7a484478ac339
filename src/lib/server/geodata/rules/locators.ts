import { lineSpan, located, passage, soundText, type Texts } from '../article-text.ts';
import { isRow } from '../../../model/dataset.ts';
import type { Geodata } from '../authored.ts';
import type { EncodingFault } from '../encoding.ts';
import { nearestPassage } from '../nearest-passage.ts';
import type { Finding } from './rule.ts';

/** Why a copy is not the text that was read, and what to do. */
const FAULTS: Record<EncodingFault, [string, string]> = {
  'UTF-16': ['the text is UTF-16', 'save it as UTF-8'],
  'byte order mark': ['the text has a byte order mark', 'save it without: offsets count it as a character'],
  CRLF: ['the lines of the text end in CRLF', 'save it with LF: offsets count both characters']
};

/** V03: the text is the one that the claims were read from. One that is not in the folder is not checked. */
export function* textIsTheSame(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { item, ...at } of data.articles) {
    const text = texts.get(item.id);
    if (text === undefined || item.text === undefined) continue;
    if (text.fault !== null) {
      const [found, advice] = FAULTS[text.fault];
      yield { at, below: 'text.file', found, advice: `${advice}; or make all offsets, sha256 and bytes anew` };
      continue;
    }
    if (text.sha256 !== item.text.sha256) {
      yield {
        at,
        below: 'text.sha256',
        found: `the text has the sha256 ${text.sha256}`,
        advice: 'it has changed: check the locators, then write this sha256'
      };
    }
    if (text.bytes.length !== item.text.bytes) {
      yield {
        at,
        below: 'text.bytes',
        found: `the text has ${text.bytes.length} bytes, not ${item.text.bytes}`,
        advice: 'write its size'
      };
    }
  }
}

/** V04: locators point to a passage of their line. */
export function* locatorsPointToText(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, locator, text, at } of located(data, texts)) {
    const { line, charStart, charEnd } = locator;
    const content = text.lines[line - 1];
    if (content === undefined || content.trim() === '') {
      const file = claim.article.item.text?.file;
      const is = content === undefined ? `not in ${file}, which has ${text.lines.length} lines` : `empty in ${file}`;
      yield {
        at,
        below: 'locator.line',
        found: `line ${line} is ${is}`,
        advice: 'write the line of the passage, from 1'
      };
      continue;
    }
    const [start, end] = lineSpan(text, line);
    if (charStart < start || charEnd > end) {
      const found = `characters ${charStart} to ${charEnd} do not lie in line ${line}, which has ${start} to ${end}`;
      yield { at, below: 'locator', found, advice: nearestPassage(locator, text) };
    } else if (passage(claim, text).trim() === '') {
      yield {
        at,
        below: 'locator',
        found: `characters ${charStart} to ${charEnd} are blank`,
        advice: 'write the offsets of the passage'
      };
    }
  }
}

/** V05: locators point to no excluded lines. */
export function* locatorsAvoidExcluded(data: Geodata, texts: Texts): Iterable<Finding> {
  for (const { claim, locator, at } of located(data, texts)) {
    const { line } = locator;
    const range = claim.article.item.text?.excluded.find(({ from, to }) => line >= from && line <= to);
    if (range === undefined) continue;
    yield {
      at,
      below: 'locator.line',
      found: `line ${line} is excluded (${range.why})`,
      advice: 'it is no part of the article: claim nothing from it'
    };
  }
  for (const { item, ...at } of data.articles) {
    const last = soundText(texts, item.id)?.lines.length;
    for (const [index, { from, to }] of (item.text?.excluded ?? []).entries()) {
      if (last === undefined || from > to || to <= last) continue;
      yield {
        at,
        below: `text.excluded[${index}]`,
        found: `lines ${from} to ${to} are no range of a text of ${last} lines`,
        advice: 'count lines from 1, both ends included'
      };
    }
  }
}

/** V78: passages and excluded lines end after they begin. */
export function* rangesRunForwards(data: Geodata): Iterable<Finding> {
  const advice = 'exchange or correct the two';
  for (const { item, ...at } of data.claims) {
    if (isRow(item.locator)) continue;
    const { charStart, charEnd } = item.locator;
    if (charStart < charEnd) continue;
    yield { at, below: 'locator', found: `characters ${charStart} to ${charEnd} are no passage`, advice };
  }
  for (const { item, ...at } of data.articles) {
    for (const [index, { from, to }] of (item.text?.excluded ?? []).entries()) {
      if (from <= to) continue;
      yield { at, below: `text.excluded[${index}]`, found: `lines ${from} to ${to} are no range`, advice };
    }
  }
}

/** V79: an article is read from a text or from a table, and its claims point to passages of the one or rows of the other. */
export function* locatorsFitSource(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.articles) {
    if (item.text !== undefined && item.table !== undefined)
      yield { at, below: 'table', found: 'the article has a text and a table', advice: 'leave one of the two out' };
  }
  for (const { item, article, ...at } of data.claims) {
    const isTable = article.item.text === undefined;
    if (isRow(item.locator) === isTable) continue;
    const found = isTable
      ? 'a passage of a text, yet the article is a table'
      : 'a row of a table, yet the article is a text';
    const advice = isTable ? 'write the row' : 'write line, charStart and charEnd';
    yield { at, below: 'locator', found, advice };
  }
}
