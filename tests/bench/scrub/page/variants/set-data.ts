import { RADIUS_PX } from '../../plan.ts';
import { onMap, startMap } from '../map.ts';
import { EVENT_COLOUR, hex, type Variant } from '../variant.ts';
import { visibleEvents } from '../visible-events.ts';

/** The events of the window are picked out on the page and handed to the source. */
export async function start(host: HTMLElement): Promise<Variant> {
  const map = await startMap(host);
  return { ...onMap(map), ...visibleEvents(map, { 'circle-radius': RADIUS_PX, 'circle-color': hex(EVENT_COLOUR) }) };
}
