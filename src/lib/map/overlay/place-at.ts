import type { Attachment } from 'svelte/attachments';
import type { Point } from '../projection.ts';

/**
 * Moves an element to a place without triggering layout, on whole device pixels so that text stays sharp.
 * Uses the CSSOM: the Content-Security-Policy forbids `style` attributes.
 */
export function placeAt(point: () => Point): Attachment<HTMLElement | SVGElement> {
  return (element) => {
    const { x, y } = point();
    const ratio = window.devicePixelRatio || 1;
    const snap = (px: number) => Math.round(px * ratio) / ratio;
    element.style.transform = `translate(${snap(x)}px, ${snap(y)}px)`;
  };
}
