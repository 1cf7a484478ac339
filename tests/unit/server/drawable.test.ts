import { expect, test } from 'vitest';
import { drawableForm, withoutBoxes } from '../../../src/lib/server/pages/drawable.ts';

const sites = [{ names: { en: 'Aleppo', ar: 'حلب', sr: 'Алеп', xx: 'Håläb' } }] as never;

test('cards name places in letters that their fonts have', () => {
  const form = (asked: string) => drawableForm({ sites, areas: [] }, asked);
  expect([form('ar'), form('sr'), form('xx'), form('en')]).toEqual(['en', 'sr', 'xx', 'en']);
});

test('letters without a font are left out, all others stay', () => {
  expect(withoutBoxes('Clash in დმანისი – “Háló”, Алеп ≥ 3')).toBe('Clash in  – “Háló”, Алеп ≥ 3');
});
