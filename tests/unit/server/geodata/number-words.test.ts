import { describe, expect, test } from 'vitest';
import { boundAfter, boundBefore } from '../../../../src/lib/server/geodata/bound-words.ts';
import { numberWords, wordsOf } from '../../../../src/lib/server/geodata/number-words.ts';
import { numbersIn, statesFigure } from '../../../../src/lib/server/geodata/numbers-in-text.ts';

test.each([
  [0, 'zero'],
  [18, 'eighteen'],
  [30, 'thirty'],
  [93, 'ninety three'],
  [700, 'seven hundred'],
  [4500, 'four thousand five hundred'],
  [3459, 'three thousand four hundred fifty nine'],
  [12000, 'twelve thousand']
])('%i in words', (n, words) => expect(numberWords(n)).toBe(words));

describe('a figure stands in a text', () => {
  test.each([
    ['more than 4,500 troops from 27 countries', 4500],
    ['more than 4 500 troops', 4500],
    ['after thirty soldiers', 30],
    ['Ninety-three were hurt', 93],
    ['seven hundred and fifty', 750],
    ['has more than doubled the budget', 2],
    ['almost tripled', 3],
    ['more than quadrupled', 4],
    ['increased four times', 4],
    ['turnout of 3.5%', 3.5],
    ['1.5 million people', 1_500_000]
  ])('%s: %d', (text, value) => expect(statesFigure(text, value)).toBe(true));

  test.each([
    ['more than 4,500 troops', 500],
    ['in 2030', 30],
    ['another battalion', 1],
    ['someone', 1],
    ['thirty soldiers', 3],
    ['1,2 and 3', 12]
  ])('%s: not %d', (text, value) => expect(statesFigure(text, value)).toBe(false));
});

test.each([
  ['thirty of 93', [30, 93]],
  ['twenty-one and twenty two', [21, 22]],
  ['seven hundred and fifty troops', [750]],
  ['four thousand five hundred troops', [4500]],
  ['two hundred thousand', [200_000]],
  ['a 4,500-strong force', [4500]],
  ['1.1 million and 3 thousand', [1_100_000, 3000]],
  ['hundreds, someone, often', []],
  ['six sevenths', [6]]
])('the numbers of “%s”', (text, values) => expect(numbersIn(text).map(({ value }) => value)).toEqual(values));

test('words are compared without case, punctuation and hyphens', () => {
  expect(wordsOf('“Zvečan’s town-hall”, 4,500!')).toEqual(['zvečan', 's', 'town', 'hall', '4', '500']);
});

test.each([
  ['just over ', 'just_over'],
  ['not more than ', 'at_most'],
  ['as many as ', 'at_most'],
  ['no less than ', 'at_least'],
  ['well over ', 'more_than'],
  ['upwards of ', 'more_than'],
  ['exceeding ', 'more_than'],
  ['nearing ', 'almost'],
  ['well below ', 'less_than'],
  ['an estimated ', 'approximately'],
  ['with ', undefined]
])('before a figure, “%s” says %s', (words, bound) => expect(boundBefore(words)?.bounds[0]).toBe(bound));

test.each([
  ['+ guards', '+', 'at_least'],
  [' or more', 'or more', 'at_least'],
  [' brave guards at least', 'at least', 'at_least'],
  [' or fewer', 'or fewer', 'at_most'],
  ['-odd guards', '-odd', 'approximately'],
  [' guards or so', 'or so', 'approximately'],
  [' guards who were hurt at least once', undefined, undefined]
])('after a figure, “%s” says %s', (text, words, bound) => {
  expect(boundAfter(text)?.words).toBe(words);
  expect(boundAfter(text)?.bounds[0]).toBe(bound);
});
