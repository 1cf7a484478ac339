import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes, type Palette, type Theme } from '../../src/lib/ui/palette.ts';

const css = readFileSync('src/lib/ui/app.css', 'utf8');
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test('the variables of the style sheet are the colours of the palette', () => {
  const variables = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
  expect(variables.length).toBeGreaterThan(10);
  for (const [, name, light, dark] of variables) {
    const key = (Object.keys(palettes.light) as (keyof Palette)[]).find((each) => kebab(each) === name);
    expect(key, name).toBeDefined();
    expect([light, dark], name).toEqual([palettes.light[key!], palettes.dark[key!]]);
  }
});

test.each(['light', 'dark'] as Theme[])('text stands out from what it is on in the %s theme', (theme) => {
  const { paper, panel, land, ink, inkSoft, violence, force, civic, speech, label, labelHalo } = palettes[theme];
  for (const ground of [paper, panel, land]) {
    for (const text of [ink, inkSoft, violence, force, civic, speech]) {
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(label, labelHalo)).toBeGreaterThanOrEqual(4.5);
});
