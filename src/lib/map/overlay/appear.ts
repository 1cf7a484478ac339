import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { prefersReducedMotion } from 'svelte/motion';
import type { ScenePresence } from '../../model/scene.ts';

const APPEAR_MS = 250;

/**
 * Fades in what has just been put on the map, or lets it shrink to what is past. Only the looks change slowly: the mark is
 * there at once. Nothing moves with reduced motion, or before `live`: what the page was opened with does not fade in.
 * `presence` is a getter, as it is read once for each element and not followed.
 */
export function appear(presence: () => ScenePresence, live: () => boolean): Attachment<HTMLElement> {
  return (element) =>
    untrack(() => {
      if (!live() || prefersReducedMotion.current) return;
      element.animate(presence() === 'past' ? { scale: [2, 1] } : { opacity: [0, 1] }, {
        duration: APPEAR_MS,
        easing: 'ease-out'
      });
    });
}
