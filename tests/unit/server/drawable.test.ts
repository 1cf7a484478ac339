import { expect, test } from 'vitest';
import { drawable, drawableForm } from '../../../src/lib/server/pages/drawable.ts';

// No font has cuneiform.
const sites = [{ names: { en: 'Aleppo', ka: 'ალეპო', sr: 'Алеп', xx: 'Håläb', akk: '𒄩𒆷𒀊' } }] as never;

test('cards name places in letters that there are fonts for', () => {
  const form = (asked: string) => drawableForm({ sites, areas: [] }, asked);
  expect(['ka', 'sr', 'xx', 'akk', 'en'].map(form)).toEqual(['ka', 'sr', 'xx', 'en', 'en']);
});

test('letters without a font are left out, all others stay and have one', () => {
  const { text, faces } = drawable('Clash in დმანისი, 𒄩𒆷 – “Háló”, Алеп ≥ 3');
  expect(text).toBe('Clash in დმანისი,  – “Háló”, Алеп ≥ 3');
  expect(faces.map(({ name }) => name)).toEqual(['noto-sans-georgian-georgian-400', 'noto-sans-georgian-georgian-700']);
});

test('Latin and Cyrillic need no other font', () => {
  expect(drawable('Čekanje, ћирилица Ђ “x” – ≥ 3').faces).toEqual([]);
});
