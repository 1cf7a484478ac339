import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { prefersReducedMotion } from 'svelte/motion';
import type { ScenePresence } from '../../model/scene.ts';

const APPEAR_MS = 250;

/**
 * Lets what has just been put on the map come in, or shrink to what is past. Looks alone: the mark is there and tells its
 * day at once. Nothing with reduced motion. `live`: not for what the page was opened with. Runs once for an element, whose
 * `presence` is a getter for that reason.
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
