import type { Attachment } from 'svelte/attachments';

/** How far a finger has to go to the side, in CSS px. */
const FAR_PX = 48;
/** And how much farther than up or down: what scrolls the page is no swipe. */
const FLAT = 2;

/** The step of a swipe by so many px: 1 to the next (leftwards), -1 to the previous, 0 for none. */
export function swipeStep(dx: number, dy: number): -1 | 0 | 1 {
  if (Math.abs(dx) < FAR_PX || Math.abs(dx) < FLAT * Math.abs(dy)) return 0;
  return dx < 0 ? 1 : -1;
}

/** Calls back when a finger has swiped over the element. A mouse selects text, and never swipes. */
export function swipes(onswipe: (step: -1 | 1) => void): Attachment<HTMLElement> {
  return (element) => {
    let start: PointerEvent | null = null;
    const down = (event: PointerEvent) => (start = event.isPrimary && event.pointerType !== 'mouse' ? event : null);
    const cancel = () => (start = null);
    const up = (event: PointerEvent) => {
      if (!start || event.pointerId !== start.pointerId) return;
      const step = swipeStep(event.clientX - start.clientX, event.clientY - start.clientY);
      start = null;
      if (step !== 0) onswipe(step);
    };
    const listeners = { pointerdown: down, pointerup: up, pointercancel: cancel } as const;
    for (const [type, listener] of Object.entries(listeners)) element.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        element.removeEventListener(type, listener as EventListener);
    };
  };
}
