import type { ColourGroup, KindCode } from '../../../lib/model/dataset.ts';
import { badgePath, badgeRoom, freeBadge } from '../../../lib/server/geodata/badge.ts';

/** A symbol that no kind has yet, and the line in it, for pictures of it. */
export type FreeSymbol = Pick<KindCode, 'shape' | 'badge' | 'detail'>;

/** Symbols for a new kind: each shape of those that are drawn and have room, with a badge; those of its colour first. */
export function freeSymbols(label: string, group: ColourGroup, kinds: readonly KindCode[]): FreeSymbol[] {
  const isOwn = (shape: KindCode['shape']) => kinds.some((kind) => kind.shape === shape && kind.group === group);
  const shapes = [...new Set(kinds.map(({ shape }) => shape))].filter((shape) => badgeRoom(shape) > 0);
  return shapes
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
    .flatMap((shape): FreeSymbol[] => {
      const taken = kinds.filter((kind) => kind.shape === shape).map(({ badge }) => badge);
      const badge = freeBadge(label, taken);
      const detail = taken.includes(badge) ? null : badgePath(shape, badge);
      return detail === null ? [] : [{ shape, badge, detail }];
    });
}
