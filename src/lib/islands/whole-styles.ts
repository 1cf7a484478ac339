/**
 * The last rule of the file with all styles, which `vite-islands.ts` writes there. Pages of items fetch that file after all
 * else: they can tell by it whether it came, and came whole.
 */
export const LAST_RULE = ':root{--styles:whole}';

let coming: Promise<void> | null = null;

/**
 * In the browser: until the page has all styles. Without them a part that was not prerendered comes apart, and shows what
 * they hide. Rejects where they do not come, or not whole; the next call asks for them again.
 */
export function allStyles(): Promise<void> {
  return (coming ??= arrive().catch((error: unknown) => {
    coming = null;
    throw error;
  }));
}

async function arrive(): Promise<void> {
  if (import.meta.env.DEV || areWhole()) return;
  if (document.readyState === 'loading') await next(document, 'readystatechange');
  const link = document.querySelector<HTMLLinkElement>('link[data-styles]');
  if (!link) throw new Error('the page names no styles');
  // It may have failed before this listens: then the page as a whole tells.
  if (!areWhole() && document.readyState !== 'complete')
    await Promise.race([next(link, 'load'), next(link, 'error'), next(window, 'load')]);
  if (areWhole()) return;
  const again = link.cloneNode() as HTMLLinkElement;
  const settled = Promise.race([next(again, 'load'), next(again, 'error')]);
  link.replaceWith(again);
  await settled;
  if (!areWhole()) throw new Error('the styles are not whole');
}

const next = (target: EventTarget, type: string) =>
  new Promise((done) => target.addEventListener(type, done, { once: true }));

const areWhole = () => getComputedStyle(document.documentElement).getPropertyValue('--styles').trim() === 'whole';
