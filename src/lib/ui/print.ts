/*
 * The map in print. Its marks are placed in pixels of the screen, and a browser that prints lays the page out again
 * without firing a resize event: so the map keeps its size and is scaled as a whole.
 */

/** A4 and Letter within their margins, in CSS pixels of 1/96 inch; a larger sheet leaves space. */
const PAPER = { width: 690, height: 620 };

/** Fits the map to the paper before each print. Call in the browser; returns its undo. */
export function fitToPaper(): () => void {
  const root = document.documentElement.style;
  const fit = () => {
    const stage = document.querySelector<HTMLElement>('.map .stage');
    if (!stage || stage.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = stage;
    root.setProperty('--print-width', `${width}px`);
    root.setProperty('--print-height', `${height}px`);
    // MapLibre cannot redraw before the page is printed: a dark map is inverted as an image.
    root.setProperty(
      '--print-filter',
      matchMedia('(prefers-color-scheme: dark)').matches ? 'invert(1) hue-rotate(180deg)' : 'none'
    );
    root.setProperty('--print-zoom', String(Math.min(PAPER.width / width, PAPER.height / height)));
  };
  addEventListener('beforeprint', fit);
  return () => removeEventListener('beforeprint', fit);
}
