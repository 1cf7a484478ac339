import { pushState, replaceState } from '$app/navigation';
import type { Dashboard } from './dashboard.svelte.ts';
import { decodeView, encodeView } from '../model/url.ts';
import { firstView } from '../model/view.ts';

/** How long a view must stand before it is written: never once per frame of a drag. */
const REST_MS = 300;

/**
 * Keeps the address and the view the same. Reads the address now and on back and forward; writes it when interaction
 * rests. A new day alone replaces the entry, any other choice adds one, so that Back undoes choices and not each step.
 * Call inside an effect, in the browser; returns its undo. `ondropped` is told what the address had that is unknown.
 */
export function syncUrl(dashboard: Dashboard, ondropped: (dropped: string[]) => void): () => void {
  const first = firstView(dashboard.index.dataset.info);
  let written = '';

  function read() {
    const { view, dropped } = decodeView(new URLSearchParams(location.search), dashboard.index);
    dashboard.view = view;
    written = encodeView(view, first);
    ondropped(dropped);
  }

  function write(query: string) {
    if (query === written) return;
    const onlyDay = withoutDay(query) === withoutDay(written);
    written = query;
    const url = `${location.pathname}?${query}${location.hash}`;
    if (onlyDay) replaceState(url, {});
    else pushState(url, {});
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
