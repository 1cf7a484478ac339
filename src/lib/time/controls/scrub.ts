import type { Attachment } from 'svelte/attachments';

/** Movement that distinguishes a horizontal drag from a tap or from scrolling the page, px. */
const SLOP_PX = 6;
const CONTROLS = 'a, button, input, label, select, summary, [role="button"]';

type Options = {
  /** The pointer position, px from the element's left edge. */
  onmove(px: number): void;
  /** The pointer was released: pending updates are due. */
  onend(): void;
};

/**
 * Dragging on the element scrubs. A mouse or pen scrubs as soon as it is pressed; a finger only once it moves
 * horizontally, or taps, so that the page can still be scrolled from here (with `touch-action: pan-y`). Controls inside
 * the element are not affected.
 */
export function scrubbing({ onmove, onend }: Options): Attachment<HTMLElement> {
  return (element) => {
    let pressed: { id: number; x: number; y: number; dragging: boolean } | null = null;
    const at = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left;

    const drag = (event: PointerEvent) => {
      if (!pressed) return;
      pressed.dragging = true;
      element.setPointerCapture(event.pointerId);
      onmove(at(event));
    };
    const down = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0 || (event.target as Element).closest(CONTROLS)) return;
      pressed = { id: event.pointerId, x: event.clientX, y: event.clientY, dragging: false };
      if (event.pointerType !== 'touch') drag(event);
    };
    const move = (event: PointerEvent) => {
      if (pressed?.id !== event.pointerId) return;
      const across = Math.abs(event.clientX - pressed.x);
      if (pressed.dragging) onmove(at(event));
      else if (across > SLOP_PX && across > Math.abs(event.clientY - pressed.y)) drag(event);
    };
    const up = (event: PointerEvent) => {
      if (pressed?.id !== event.pointerId) return;
      if (!pressed.dragging) onmove(at(event));
      pressed = null;
      onend();
    };
    const cancel = () => {
      pressed = null;
      onend();
    };

    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel };
    for (const [type, listener] of Object.entries(listeners)) element.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        element.removeEventListener(type, listener as EventListener);
    };
  };
}
