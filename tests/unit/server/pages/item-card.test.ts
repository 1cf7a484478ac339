import { expect, test } from 'vitest';
import { lettering } from '../../../../src/lib/server/pages/item-card.ts';
import type { Shape } from '../../../../src/lib/svg/shape.ts';
import { textWidth } from '../../../../src/lib/svg/text-width.ts';

/** The map begins at 520 of 1,200 px. */
const EDGE_PX = 520;
const SOURCE = 'Северно Косово, 2023 · © доприносиоци пројекта OpenStreetMap (ODbL)';
const words = {
  title: 'Përleshje midis KFOR-it dhe demonstruesve te ndërtesa komunale e Zveçanit',
  when: '29 maj 2023',
  where: 'Ndërtesa komunale e Zveçanit · Veriu i Kosovës',
  what: ['të lënduar: KFOR 30 deri në 93, Demonstruesit 50', 'të lënduar rëndë: KFOR disa (numri nuk është dhënë)'],
  support: '5 pohime në 2 artikuj, me prejardhje nga 2 burime'
};
const right = ({ attributes, text }: Shape) =>
  Number(attributes!.x) + textWidth(text!, Number(attributes!['font-size']), attributes!['font-weight'] === 600);
const all = ({ text, bold }: ReturnType<typeof lettering>) => [...text, ...bold];

test('nothing that is written on a card reaches the map, or another line', () => {
  const when = 'ненаведеног дана између 24. и 29. септембра 2023.';
  const written = all(lettering({ ...words, when }, SOURCE));
  expect(written.filter((shape) => right(shape) > EDGE_PX).map(({ text }) => text)).toEqual([]);
  const lines = written.map(({ attributes }) => Number(attributes!.y)).sort((a, b) => a - b);
  const gaps = lines.slice(1).map((y, at) => y - lines[at]!);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(18);
});

test('a long title is set smaller, and is whole', () => {
  const title = (text: string) => lettering({ ...words, title: text }, SOURCE).bold;
  expect(
    title(words.title)
      .map(({ text }) => text)
      .join(' ')
  ).toBe(words.title);
  expect(title(words.title)[0]!.attributes!['font-size']).toBeLessThan(
    Number(title('Vote')[0]!.attributes!['font-size'])
  );
});
