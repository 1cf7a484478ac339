import type { Attachment } from 'svelte/attachments';
import { whenIdle } from '../ui/when-idle.ts';

/** Maximum wait after the page has loaded, however busy the browser is. */
const MAX_WAIT_MS = 3000;

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
    const idle = () => undo.add(whenIdle(run, MAX_WAIT_MS));
    seen.observe(element);
    return () => {
      seen.disconnect();
      for (const each of undo) each();
    };
  };
}
