import type { Point, Size } from '../map/projection.ts';
import type { Shape } from '../svg/shape.ts';
import { textLines, type TextStyle } from '../svg/text-lines.ts';
import { breakLines, textWidth } from '../svg/text-width.ts';

/** Something with a known height and no position yet. Lengths in layout units; positions are top left corners. */
export type Block = { height: number; draw(at: Point): Shape[] };

/** A block that is placed next to others in a row. */
export type Item = Size & Pick<Block, 'draw'>;

/** The position of the baseline in a line of text, from its top. */
const BASELINE = 0.8;

export function paragraph(text: string, widthPx: number, style: TextStyle): Block {
  const lines = breakLines(text, widthPx, style.px, style.bold);
  return {
    height: lines.length * style.linePx,
    draw: ({ x, y }) => textLines(lines, { x, y: y + BASELINE * style.linePx }, style)
  };
}

/** Blocks below each other; empty if there are none. */
export function stack(blocks: readonly Block[], gapPx = 0): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0) + gapPx * Math.max(0, blocks.length - 1),
    draw: ({ x, y }) => {
      let top = y;
      return blocks.flatMap((block) => {
        const shapes = block.draw({ x, y: top });
        top += block.height + gapPx;
        return shapes;
      });
    }
  };
}

/** A symbol, drawn around 0, 0, with text beside it; the symbol is aligned with the first line. */
export function withSymbol(symbol: readonly Shape[], symbolPx: Size, words: Block, firstLinePx: number): Block {
  const height = Math.max(symbolPx.height, words.height + Math.max(0, (symbolPx.height - firstLinePx) / 2));
  const down = Math.max(0, (symbolPx.height - firstLinePx) / 2);
  return {
    height,
    draw: ({ x, y }) => [
      {
        tag: 'g',
        attributes: { transform: `translate(${x + symbolPx.width / 2} ${y + down + firstLinePx / 2})` },
        children: [...symbol]
      },
      ...words.draw({ x: x + symbolPx.width + SYMBOL_GAP_PX, y: y + down })
    ]
  };
}

/** Between a symbol and its text. */
export const SYMBOL_GAP_PX = 5;

/** One entry of a legend: as wide as its text, or `fitsPx` if the text has to wrap. */
export function entry(symbol: readonly Shape[], symbolPx: Size, text: string, fitsPx: number, style: TextStyle): Item {
  const room = fitsPx - symbolPx.width - SYMBOL_GAP_PX;
  const words = paragraph(text, room, style);
  const width = symbolPx.width + SYMBOL_GAP_PX + Math.min(room, textWidth(text, style.px, style.bold));
  return { width, ...withSymbol(symbol, symbolPx, words, style.linePx) };
}

/** Items next to each other, in as many rows as they need. */
export function flow(items: readonly Item[], widthPx: number, gap: Size): Block {
  const rows: Item[][] = [];
  let left = 0;
  for (const item of items) {
    if (rows.length === 0 || item.width > left) {
      rows.push([item]);
      left = widthPx - item.width - gap.width;
    } else {
      rows.at(-1)!.push(item);
      left -= item.width + gap.width;
    }
  }
  return stack(
    rows.map((members) => rowOf(members, gap.width)),
    gap.height
  );
}

function rowOf(members: readonly Item[], gapPx: number): Block {
  const height = Math.max(...members.map((member) => member.height));
  return {
    height,
    draw: ({ x, y }) => {
      let at = x;
      return members.flatMap((member) => {
        const shapes = member.draw({ x: at, y: y + (height - member.height) / 2 });
        at += member.width + gapPx;
        return shapes;
      });
    }
  };
}

/**
 * The first of `blocks` that fit into `roomPx`. If some are left out, a final block made by `rest` says how many, so
 * that nothing is omitted silently. If none fits, only that block remains.
 */
export function fitted(
  blocks: readonly Block[],
  roomPx: number,
  gapPx: number,
  rest: (missing: number) => Block
): Block {
  const all = stack(blocks, gapPx);
  if (all.height <= roomPx) return all;
  for (let shown = blocks.length - 1; shown > 0; shown--) {
    const part = stack([...blocks.slice(0, shown), rest(blocks.length - shown)], gapPx);
    if (part.height <= roomPx) return part;
  }
  return rest(blocks.length);
}
