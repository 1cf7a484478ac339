import type { Dashboard } from './dashboard.svelte.ts';
import { decodeView, encodeView, readQuery, type DecodedView } from '../model/url.ts';
import { firstView, type ViewState } from '../model/view.ts';

/** Debounce: how long the view must be unchanged before the address is written. */
const DEBOUNCE_MS = 300;

/**
 * Where a page stands. `path`: of the page itself, which without a query shows `view`. `home`: of the map, whose query
 * can say any view. On the map itself both are the same.
 */
export type PageAddress = { path: string; home: string; view: ViewState };

/**
 * Keeps the address and the view in sync. Reads the address now and on back and forward; writes it when interaction
 * pauses. A change of only the day replaces the history entry, any other change adds one, so that Back undoes
 * selections and not each step of the slider. A page of an item has its address as long as it shows that item as it
 * began; any other view has the ordinary address, and Back leads to the item again. Call inside an effect, in the
 * browser; returns its undo. `onarrive` gets the result of decoding each address that is read.
 */
export function syncUrl(dashboard: Dashboard, page: PageAddress, onarrive: (decoded: DecodedView) => void): () => void {
  const first = firstView(dashboard.index.dataset.info);
  const own = page.path === page.home ? null : encodeView(page.view, first);
  let written = '';

  function read() {
    const view = location.pathname === page.path ? page.view : first;
    const decoded = decodeView(readQuery(location.search), dashboard.index, view);
    written = encodeView(decoded.view, first);
    // An equal view is not replaced, so that nothing is rendered again.
    if (written !== encodeView(dashboard.view, first)) dashboard.view = decoded.view;
    onarrive(decoded);
  }

  /** Back or forward: what the address names may be among texts that are yet to come. */
  function arrive() {
    const { href } = location;
    const readStill = () => location.href === href && read();
    const coming = dashboard.index.texts.readyFor(readQuery(location.search));
    if (coming) void coming.then(readStill, readStill);
    else read();
  }

  function write(query: string) {
    if (query === written) return;
    // The address of an item stays in the history: its first change adds an entry, whatever it is.
    const onlyDay = withoutDay(query) === withoutDay(written) && written !== own && query !== own;
    written = query;
    const url = (query === own ? page.path : `${page.home}?${query}`) + location.hash;
    if (onlyDay) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  }

  read();
  addEventListener('popstate', arrive);
  const stopWatching = $effect.root(() => {
    $effect(() => {
      const query = encodeView(dashboard.view, first);
      const timer = setTimeout(() => write(query), DEBOUNCE_MS);
      return () => clearTimeout(timer);
    });
  });
  return () => {
    removeEventListener('popstate', arrive);
    stopWatching();
  };
}

const withoutDay = (query: string) => query.replace(/^day=[^&]*/, '');
