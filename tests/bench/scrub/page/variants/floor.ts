import { onMap, startMap } from '../map.ts';
import type { Variant } from '../variant.ts';

/** A repaint with nothing changed: what no way of drawing on this map can go below. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  return { ...onMap(map), load: async () => {}, show: () => map.triggerRepaint() };
}
