import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WRITTEN } from '../../../src/lib/i18n/catalogues.ts';
import { foreignLetters, fromCyrillic, marksBalance, toCyrillic, toLatin } from '../../../src/lib/i18n/cyrillic.ts';

const data = JSON.parse(readFileSync('geodata/text/sr-Latn.json', 'utf8')) as Record<string, { text: string }>;
const messages = Object.values(WRITTEN['sr-Latn']).flatMap((message) =>
  typeof message === 'string' ? [message] : Object.values(message)
);
const TEXTS = [...messages, ...Object.entries(data).flatMap(([key, { text }]) => (key === '$schema' ? [] : [text]))];

describe('from Latin letters to Cyrillic ones', () => {
  test.each([
    ['Zvečan, Leposavić, Zubin Potok', 'Звечан, Лепосавић, Зубин Поток'],
    ['Njegoš, NJEGOŠ, konj', 'Његош, ЊЕГОШ, коњ'],
    ['Ljubav, LJUBAV, bolje', 'Љубав, ЉУБАВ, боље'],
    ['Džamija, DŽAMIJA, odžak', 'Џамија, ЏАМИЈА, оџак'],
    ['in|jekcija, kon|jugacija, nad|živeti', 'инјекција, конјугација, надживети'],
    ['Đorđe, đak, podjednako', 'Ђорђе, ђак, подједнако'],
    ['[[KFOR]] i [[topwar.ru]]: {count} događaja', 'KFOR и topwar.ru: {count} догађаја'],
    ['nj{name}lj', 'њ{name}љ'],
    ['29. maj 2023, „više od 4.500“', '29. мај 2023, „више од 4.500“'],
    // Composed and decomposed letters are the same letters.
    ['c\u030c c\u0301 z\u030c', 'ч ћ ж']
  ])('%s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  test('the Latin edition loses the marks and nothing else', () => {
    expect(toLatin('[[KFOR]]: in|jekcija, {count}')).toBe('KFOR: injekcija, {count}');
  });

  test('letters that Serbian has not are named, unless they are marked to stay', () => {
    expect(foreignLetters('Wexy i {query}, [[Quincy]]')).toEqual(['W', 'x', 'y']);
    expect(foreignLetters('Ćićevac, Đakovica, Žabalj')).toEqual([]);
  });

  test('marks balance where each is closed before the next', () => {
    expect(['a', '[[a]] b [[c]]', '[[a b]]'].map(marksBalance)).toEqual([true, true, true]);
    expect(['[[a', 'a]]', '[[a [[b]] c]]', ']][['].map(marksBalance)).toEqual([false, false, false, false]);
  });
});

describe('every Serbian text of the interface and of the data', () => {
  test('is there to be tried', () => {
    expect(TEXTS.length).toBeGreaterThan(800);
  });

  test('comes back from Cyrillic letters as it was', () => {
    const lost = TEXTS.filter((text) => {
      // Marked parts stay Latin both ways; what is between them is the property.
      const plain = text.replace(/\[\[[\s\S]*?\]\]/g, '·').normalize('NFC');
      return fromCyrillic(toCyrillic(plain)) !== toLatin(plain);
    });
    expect(lost).toEqual([]);
  });

  test('has no Latin letter in the Cyrillic edition but in marks and placeholders', () => {
    const left = TEXTS.filter((text) =>
      /\p{Script=Latin}/u.test(toCyrillic(text.replace(/\[\[[\s\S]*?\]\]|\{[\w:]+\}/g, '')))
    );
    expect(left).toEqual([]);
  });

  test('has marks that are closed, and letters that Serbian has', () => {
    expect(TEXTS.filter((text) => !marksBalance(text) || foreignLetters(text).length > 0)).toEqual([]);
  });
});
