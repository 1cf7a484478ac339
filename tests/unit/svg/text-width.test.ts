import { expect, test } from 'vitest';
import { textWidth, wrapText } from '../../../src/lib/svg/text-width.ts';

// Measured in Chromium with the bundled Noto Sans at 12 px.
const MEASURED: [string, number][] = [
  ['Zvečan municipal building', 147.3],
  ['Leposavić', 55.1],
  ['Severna Mitrovica', 99.9],
  ['Зграда општине Звечан', 139.8],
  ['Прелаз Јариње', 87.4],
  ['Kosovska Mitrovica', 107.3],
  ['Ndërtesa komunale e Zveçanit', 171.3],
  ['Four northern municipalities', 160.9],
  ['Clash with demonstrators', 145],
  ['Force takes position', 112.5],
  ['Novi Pazar', 59.8],
  ['Четири северне општине', 147.8],
  // Each sign is a square.
  ['果敢老街', 48],
  ['평양', 24]
];

test('the estimate is never short by more than 3 %, nor long by more than 20 %', () => {
  for (const [text, width] of MEASURED) {
    expect(textWidth(text, 12), text).toBeGreaterThan(width * 0.97);
    expect(textWidth(text, 12), text).toBeLessThan(width * 1.2);
  }
});

test('a name that fits stays on one line', () => {
  expect(wrapText('Town hall', 200, 12)).toEqual(['Town hall']);
});
test('a name that does not is broken where the lines are most even', () => {
  expect(wrapText('Four northern municipalities', 120, 12)).toEqual(['Four northern', 'municipalities']);
});
test('a single long word is not broken', () => {
  expect(wrapText('Untersuchungsausschuss', 40, 12)).toEqual(['Untersuchungsausschuss']);
});
