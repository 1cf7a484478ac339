/*
 * Keeps the site for a later visit without a network, once this visit has what it came for. Wherever that is not to be
 * had (no secure context, an opaque origin, storage switched off) nothing happens and the reader is told nothing.
 */

/** How long nothing must have arrived: the worker fetches every file, and must not compete with the map for the line. */
const QUIET_MS = 4000;

/** `base` is the folder of the site, with a slash at its end. Call in the browser; returns its undo. */
export function registerServiceWorker(base: string): () => void {
  // A map in the frame of another page leaves nothing behind on the reader's device.
  if (window.top !== window) return () => {};
  if (!window.isSecureContext || !('serviceWorker' in navigator) || savesData()) return () => {};
  return whenQuiet(() => {
    register(base).catch((error: unknown) => console.info(`not kept for use without a network: ${String(error)}`));
  });
}

/** Rejects also where the mere look at `serviceWorker` throws, as under a policy of `sandbox`. */
async function register(base: string): Promise<void> {
  // `updateViaCache: 'none'`: a server that lets every file be cached for a year must not hide the next build.
  await navigator.serviceWorker.register(`${base}service-worker.js`, { scope: base, updateViaCache: 'none' });
}

/** The reader asked for as little data as can be: what was not needed is not fetched. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

function whenQuiet(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new PerformanceObserver(restart);
  function restart() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      observer.disconnect();
      run();
    }, QUIET_MS);
  }
  observer.observe({ type: 'resource' });
  restart();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
