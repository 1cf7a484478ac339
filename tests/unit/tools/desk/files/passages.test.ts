import { describe, expect, test } from 'vitest';
import { findPassage, lineAt, occurrencesOf, passageAt } from '../../../../../src/tools/desk/files/passages.ts';

// The emoji is one code point and two units of UTF-16: offsets after it tell which are counted.
const TEXT =
  'Quay clash 🚢 in May\n\nTwelve guards were hurt, the Warden said.\n“It’s calm now”, she added; twelve guards were hurt.\n';
const part = (from: number, to: number) => [...TEXT].slice(from, to).join('');
const rangeOf = (words: string, text = TEXT): [number, number] => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return [start, start + [...words].length];
};

describe('a selection becomes a passage', () => {
  test('of whole words', () => {
    const [start, end] = rangeOf('elve guards were hu');
    expect(passageAt(TEXT, start, end)).toMatchObject({
      exact: 'Twelve guards were hurt',
      suffix: ', the Warden said.\n“It’s calm no'
    });
  });
  test('without blanks at its ends, with the position of its words', () => {
    const [start, end] = rangeOf('\n\nTwelve guards ');
    const passage = passageAt(TEXT, start, end)!;
    expect(part(passage.charStart, passage.charEnd)).toBe('Twelve guards');
    expect(passage.exact).toBe('Twelve guards');
    expect(lineAt(TEXT, passage.charStart)).toBe(3);
  });
  test('in the first line that it has words of', () => {
    const [start] = rangeOf('the Warden');
    const [, end] = rangeOf('calm');
    expect(passageAt(TEXT, start, end)?.exact).toBe('the Warden said.');
  });
  test('or nothing, where it is blank', () => {
    const [start] = rangeOf('\n\nTwelve');
    expect(passageAt(TEXT, start, start + 2)).toBeNull();
    expect(passageAt(TEXT, 5, 5)).toBeNull();
    expect(passageAt(TEXT, 5000, 6000)).toBeNull();
  });
});

describe('a phrase is found', () => {
  const found = (phrase: string) => occurrencesOf(TEXT, phrase).map(([start, end]) => part(start, end));
  test.each([
    ['"It\'s  calm now"', ['“It’s calm now”']],
    ['twelve guards', ['twelve guards']],
    ['GUARDS were', ['guards were', 'guards were']],
    ['hurt, the', ['hurt, the']],
    ['in May Twelve', []],
    ['ship', []],
    ['.*', []],
    [' ', []]
  ])('%s', (phrase, wanted) => expect(found(phrase)).toEqual(wanted));
  test('over line ends, if asked for', () => {
    expect(occurrencesOf(TEXT, 'in May Twelve', true)).toEqual([rangeOf('in May\n\nTwelve')]);
  });
});

describe('a passage in a text that has changed', () => {
  const second = passageAt(TEXT, ...rangeOf('twelve guards were hurt'))!;
  test('is where it was', () => expect(findPassage(TEXT, second)).toEqual({ how: 'same', passage: second }));
  test('moves with its words', () => {
    const text = `A title\n${TEXT}`;
    const [start, end] = rangeOf('twelve guards were hurt', text);
    expect(findPassage(text, second)).toMatchObject({ how: 'moved', passage: { charStart: start, charEnd: end } });
  });
  test('is, of several with its words, the one with its surroundings', () => {
    // The same words stand before and after it, nearer to where it was.
    const text =
      TEXT.replace('\n\n', '\ntwelve guards were hurt\n').replace('calm', 'calm and quiet and peaceful') + second.exact;
    const found = findPassage(text, second);
    expect(found).toMatchObject({ how: 'moved', passage: { prefix: expect.stringContaining('she added; ') } });
  });
  test('is found with other quotation marks and blanks', () => {
    const quoted = passageAt(TEXT, ...rangeOf('“It’s calm now”, she'))!;
    const text = TEXT.replace('“It’s calm now”', `"It's  calm now"`).replace('Quay', 'The quay');
    expect(findPassage(text, quoted)).toMatchObject({ how: 'moved', passage: { exact: `"It's  calm now", she` } });
  });
  test('whose words were changed is what stands in their place, for a person to look at', () => {
    const text = TEXT.replace('twelve guards were hurt.', 'fifteen of them suffered injuries.');
    const found = findPassage(text, second);
    expect(found).toMatchObject({ how: 'changed', passage: { exact: 'fifteen of them suffered injuries' } });
  });
  test('is lost with all around it, and never guessed', () => {
    expect(findPassage('Another text, of other things.\n', second)).toEqual({ how: 'lost' });
  });
  test('that ends in the middle of a word now is taken whole', () => {
    const text = TEXT.replaceAll('hurt', 'hurtful');
    expect(findPassage(text, second)).toMatchObject({ passage: { exact: 'twelve guards were hurtful' } });
  });
});
