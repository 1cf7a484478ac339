import { overlapArea, type Box } from './box.ts';

const CELL_PX = 64;

/** Boxes by where they lie: what is near another box is found without asking all. */
export class BoxGrid {
  readonly #cells = new Map<string, Entry[]>();

  constructor(boxes: readonly Box[] = []) {
    for (const box of boxes) this.add(box);
  }

  /** `id`: to leave it out where its own label asks. */
  add(box: Box, id: string | null = null): void {
    const entry = { box, id };
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(entry);
      else this.#cells.set(key, [entry]);
    }
  }

  /** What these boxes cover of `box`, each for itself, but for the one of `without`. */
  covered(box: Box, without: string | null = null): number {
    let sum = 0;
    for (const entry of this.#near(box)) {
      if (without === null || entry.id !== without) sum += overlapArea(box, entry.box);
    }
    return sum;
  }

  #near(box: Box): Iterable<Entry> {
    const cells = cellsOf(box).flatMap((key) => this.#cells.get(key) ?? []);
    return new Set(cells);
  }
}

type Entry = { box: Box; id: string | null };

function cellsOf({ x, y, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL_PX); column <= Math.floor((x + width) / CELL_PX); column++)
    for (let row = Math.floor(y / CELL_PX); row <= Math.floor((y + height) / CELL_PX); row++)
      keys.push(`${column} ${row}`);
  return keys;
}
