import type { Attachment } from 'svelte/attachments';

/** Maximum wait after the page has loaded, however busy the browser is. */
const MAX_WAIT_MS = 3000;
/** For browsers without idle callbacks. */
const FALLBACK_DELAY_MS = 300;

/** Calls once, when the element has been visible, the page has loaded, and the browser is idle. */
export function whenSeenAndIdle(run: () => void): Attachment<Element> {
  return (element) => {
    const undo = new Set<() => void>();
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      if (document.readyState === 'complete') idle();
      else {
        window.addEventListener('load', idle, { once: true });
        undo.add(() => window.removeEventListener('load', idle));
      }
    });
    const idle = () => {
      if (typeof requestIdleCallback === 'function') {
        const id = requestIdleCallback(run, { timeout: MAX_WAIT_MS });
        undo.add(() => cancelIdleCallback(id));
      } else {
        const id = setTimeout(run, FALLBACK_DELAY_MS);
        undo.add(() => clearTimeout(id));
      }
    };
    seen.observe(element);
    return () => {
      seen.disconnect();
      for (const each of undo) each();
    };
  };
}
