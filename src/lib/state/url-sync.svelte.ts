import type { Dashboard } from './dashboard.svelte.ts';
import { decodeView, encodeView, readQuery, type DecodedView } from '../model/url.ts';
import { firstView } from '../model/view.ts';

/** Debounce: how long the view must be unchanged before the address is written. */
const DEBOUNCE_MS = 300;

/**
 * Keeps the address and the view in sync. Reads the address now and on back and forward; writes it when interaction
 * pauses. A change of only the day replaces the history entry, any other change adds one, so that Back undoes
 * selections and not each step of the slider. Call inside an effect, in the browser; returns its undo. `onarrive` gets
 * the result of decoding each address that is read.
 */
export function syncUrl(dashboard: Dashboard, onarrive: (decoded: DecodedView) => void): () => void {
  const first = firstView(dashboard.index.dataset.info);
  let written = '';

  function read() {
    const decoded = decodeView(readQuery(location.search), dashboard.index);
    written = encodeView(decoded.view, first);
    // An equal view is not replaced, so that nothing is rendered again.
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
      const timer = setTimeout(() => write(query), DEBOUNCE_MS);
      return () => clearTimeout(timer);
    });
  });
  return () => {
    removeEventListener('popstate', read);
    stopWatching();
  };
}

const withoutDay = (query: string) => query.replace(/^day=[^&]*/, '');
