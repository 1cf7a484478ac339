import { expect, test } from 'vitest';
import { cardSvg } from '../../../../src/lib/server/pages/card.ts';
import { textWidth } from '../../../../src/lib/svg/text-width.ts';
import { editedRegion } from '../geodata/fixture.ts';

/** The map begins at 420 of 1,200 px. */
const EDGE_PX = 420;
const LEFT_PX = 48;

/** What is written beside the map of a card. */
function written(title: string, subtitle: string, credit: string): { text: string; right: number; y: number }[] {
  const { dir, remove } = editedRegion([
    { file: 'dataset.json', path: ['title'], set: title },
    { file: 'dataset.json', path: ['subtitle'], set: subtitle },
    { file: 'dataset.json', path: ['attribution', 0, 'text'], set: credit }
  ]);
  try {
    const lines = cardSvg(dir).matchAll(/<text ([^>]*)>([^<]*)<\/text>/g);
    return [...lines].flatMap(([, attributes, text]) => {
      const value = (name: string) => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1]);
      if (value('x') !== LEFT_PX) return [];
      const width = textWidth(text!, value('font-size'), value('font-weight') === 600);
      return [{ text: text!, right: LEFT_PX + width, y: value('y') }];
    });
  } finally {
    remove();
  }
}

const TITLE = 'Conflict events: Central African Republic and its borders';
const SUBTITLE = 'What the rows of UCDP Georeferenced Event Dataset (GED) 23.1 state';
const CREDIT = 'UCDP Georeferenced Event Dataset (GED) 23.1, CC BY 4.0';

test('a long title, what is below it, and a long credit are whole on a card', () => {
  const text = written(TITLE, SUBTITLE, CREDIT)
    .map(({ text }) => text)
    .join(' ');
  for (const part of [TITLE, SUBTITLE, CREDIT]) expect(text).toContain(part);
});

test.each([
  ['long', TITLE, SUBTITLE, CREDIT],
  ['endless', `${TITLE}, ${TITLE}, ${TITLE}`, `${SUBTITLE} and more. `.repeat(5).trim(), CREDIT],
  ['short', 'Fiji', 'Three rows', 'UCDP']
])('what is written on a card reaches neither the map nor another line: %s', (_, ...parts) => {
  const lines = written(...parts);
  expect(lines.filter(({ right }) => right > EDGE_PX)).toEqual([]);
  const rows = lines.map(({ y }) => y).sort((a, b) => a - b);
  for (const [at, y] of rows.slice(1).entries()) expect(y - rows[at]!).toBeGreaterThanOrEqual(18);
});
