/**
 * The last rule of the file with all styles, which `vite-islands.ts` writes there. A page that has that file at its end can
 * tell by it whether it came, and came whole.
 */
export const LAST_RULE = ':root{--styles:whole}';

/** In the browser: whether the page has all styles. */
export const hasAllStyles = () =>
  getComputedStyle(document.documentElement).getPropertyValue('--styles').trim() === 'whole';
