import { expect, test } from 'vitest';
import { drawable, drawableForm } from '../../../src/lib/server/pages/drawable.ts';

// No font has cuneiform.
const sites = [{ names: { en: 'Aleppo', ka: 'ალეპო', sr: 'Алеп', xx: 'Håläb', akk: '𒄩𒆷𒀊' } }] as never;

test('cards name places in letters that there are fonts for', () => {
  const form = (asked: string) => drawableForm({ sites, areas: [] }, asked);
  expect(['ka', 'sr', 'xx', 'akk', 'en'].map(form)).toEqual(['ka', 'sr', 'xx', 'en', 'en']);
});

test('a line asks for the font of its letters; those without one are left out, all others stay', () => {
  const { svg, fonts } = drawable(
    '<g><text x="1">Clash in დმანისი, 𒄩𒆷 – “Háló”, Алеп ≥ 3</text><text x="2">Čekanje, ћирилица “x” – ≥ 3</text></g>'
  );
  expect(svg).toBe(
    '<g><text x="1" font-family="Noto Sans Georgian">Clash in დმანისი,  – “Háló”, Алеп ≥ 3</text><text x="2">Čekanje, ћирилица “x” – ≥ 3</text></g>'
  );
  expect(fonts.map(({ name }) => name)).toEqual(['Georgian']);
});

test('signs that scripts share stay beside their letters', () => {
  expect(drawable('<text>حلب، دير</text>').svg).toContain('حلب، دير');
});
