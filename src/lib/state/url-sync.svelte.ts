import type { Dashboard } from './dashboard.svelte.ts';
import { decodeView, encodeView, type DecodedView } from '../model/url.ts';
import { firstView } from '../model/view.ts';

/** How long a view must stand before it is written: never once per frame of a drag. */
const REST_MS = 300;

/**
 * Keeps the address and the view the same. Reads the address now and on back and forward; writes it when interaction
 * rests. A new day alone replaces the entry, any other choice adds one, so that Back undoes choices and not each step.
 * Call inside an effect, in the browser; returns its undo. `onarrive` is told what each address read
 * was understood as, with what was left out and what has changed since it was made.
 */
export function syncUrl(dashboard: Dashboard, onarrive: (decoded: DecodedView) => void): () => void {
  const first = firstView(dashboard.index.dataset.info);
  let written = '';

  function read() {
    const decoded = decodeView(new URLSearchParams(location.search), dashboard.index);
    written = encodeView(decoded.view, first);
    // A view that says the same is no other one: nothing is to be drawn again.
    if (written !== encodeView(dashboard.view, first)) dashboard.view = decoded.view;
    onarrive(decoded);
  }

  function write(query: string) {
    if (query === written) return;
    const onlyDay = withoutDay(query) === withoutDay(written);
    written = query;
    const url = `${location.pathname}?${query}${location.hash}`;
    if (onlyDay) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  }

  read();
  addEventListener('popstate', read);
  const stopWatching = $effect.root(() => {
    $effect(() => {
      const query = encodeView(dashboard.view, first);
      const timer = setTimeout(() => write(query), REST_MS);
      return () => clearTimeout(timer);
    });
  });
  return () => {
    removeEventListener('popstate', read);
    stopWatching();
  };
}

const withoutDay = (query: string) => query.replace(/^day=[^&]*/, '');
