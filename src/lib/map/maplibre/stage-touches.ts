import type { Map as MapLibreMap } from 'maplibre-gl';

type Finger = Pick<Touch, 'identifier' | 'target' | 'clientX' | 'clientY'>;

/**
 * Tells MapLibre of the fingers on the stage what it cannot see by itself. Returns the undo.
 *
 * - It counts the fingers that began on its canvas only; a mark is a button beside the canvas, so a pinch that began on
 *   one would do nothing. While one of several fingers is elsewhere on the stage, the canvas gets events in which all
 *   of them are on it. A single finger on a mark stays a press of that button.
 * - It measures a finger against the canvas, which goes along when the page scrolls: to MapLibre a brief scroll is a
 *   tap, and what follows at the same place a double tap or a drag after a tap. It is told that the touch is cancelled.
 * - It takes a pinch soon after a tap for a drag after that tap, and a pinch over a short way for a tap of two fingers.
 */
export function stageTouches(stage: HTMLElement, map: MapLibreMap): () => void {
  const canvas = map.getCanvas();
  /** The fingers that came down on the stage and are still there, and what each came down on. */
  const down = new Map<number, EventTarget>();
  let forwarding = false;
  let sending = false;
  /** Whether the page scrolls with the finger that is down. */
  let scrolls = false;

  function onTouch(event: TouchEvent) {
    if (sending) return;
    if (event.type === 'touchstart') {
      for (const { identifier } of event.changedTouches) down.set(identifier, event.target!);
      listen(event.target!);
      if (down.size === 2) forgetTap();
    } else if (event.type !== 'touchmove') {
      for (const { identifier } of event.changedTouches) down.delete(identifier);
      if (![...down.values()].includes(event.target!)) unlisten(event.target!);
    }
    const fingers = [...event.touches].filter(({ identifier }) => down.has(identifier));
    if (fingers.length > 1 && fingers.some(({ target }) => target !== canvas)) forwarding = true;
    // While the page scrolls, a move cannot be cancelled, but MapLibre tries to, and the browser complains.
    const refused = event.type === 'touchmove' && !event.cancelable && event.target === canvas;
    if (forwarding || (refused && fingers.length > 1)) {
      event.stopPropagation();
      send(event, event.type, fingers);
    } else if (refused) {
      event.stopPropagation();
      if (!scrolls) send(event, 'touchcancel', []);
      scrolls = true;
    }
    if (fingers.length === 0) forwarding = scrolls = false;
  }

  function send(event: TouchEvent, type: string, fingers: readonly Finger[]) {
    const onCanvas = ({ identifier, clientX, clientY }: Finger): Finger => ({
      identifier,
      clientX,
      clientY,
      target: canvas
    });
    // No TouchEvent: not every browser lets a page make touches.
    const copy = Object.assign(new Event(type, { bubbles: true, cancelable: event.cancelable }), {
      touches: fingers.map(onCanvas),
      targetTouches: fingers.map(onCanvas),
      changedTouches: [...event.changedTouches].map(onCanvas)
    });
    sending = true;
    canvas.dispatchEvent(copy);
    sending = false;
    if (copy.defaultPrevented) event.preventDefault();
  }

  // What follows a touchstart goes to what the finger came down on, even if that leaves the page meanwhile.
  const FOLLOWING = ['touchmove', 'touchend', 'touchcancel'] as const;
  const options = { capture: true, passive: false };
  const listen = (target: EventTarget) =>
    FOLLOWING.forEach((type) => target.addEventListener(type, onTouch as EventListener, options));
  const unlisten = (target: EventTarget) =>
    FOLLOWING.forEach((type) => target.removeEventListener(type, onTouch as EventListener, options));

  function forgetTap() {
    map.touchZoomRotate.disable();
    map.touchZoomRotate.enable();
  }

  /** To MapLibre a brief pinch over a short way is a tap of two fingers as well, which zooms out again. */
  function notTap() {
    if (!map.touchZoomRotate.isActive()) return;
    map.doubleClickZoom.disable();
    map.doubleClickZoom.enable();
  }

  stage.addEventListener('touchstart', onTouch, { capture: true, passive: true });
  stage.addEventListener('touchmove', notTap, { passive: true });
  return () => {
    stage.removeEventListener('touchstart', onTouch, { capture: true });
    stage.removeEventListener('touchmove', notTap);
    for (const target of down.values()) unlisten(target);
  };
}
