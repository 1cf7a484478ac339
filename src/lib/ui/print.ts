/*
 * The map on paper. Its marks are placed in pixels of the screen, and a browser about to print lays the page out anew
 * without telling it: so it keeps the size that it has, and is made larger or smaller as a whole.
 */

/** A4 and Letter within their margins, in CSS pixels of 1/96 inch; a wider sheet leaves some room. */
const PAPER = { width: 690, height: 620 };

/** Keeps the map ready to be printed. Call in the browser; returns its undo. */
export function fitToPaper(): () => void {
  const root = document.documentElement.style;
  const fit = () => {
    const stage = document.querySelector<HTMLElement>('.map .stage');
    if (!stage || stage.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = stage;
    root.setProperty('--print-width', `${width}px`);
    root.setProperty('--print-height', `${height}px`);
    // What MapLibre has drawn cannot be drawn again before the paper is: dark ground is turned over as a picture.
    root.setProperty(
      '--print-filter',
      matchMedia('(prefers-color-scheme: dark)').matches ? 'invert(1) hue-rotate(180deg)' : 'none'
    );
    root.setProperty('--print-zoom', String(Math.min(PAPER.width / width, PAPER.height / height)));
  };
  addEventListener('beforeprint', fit);
  return () => removeEventListener('beforeprint', fit);
}
