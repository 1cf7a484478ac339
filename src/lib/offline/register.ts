/*
 * Registers the service worker that stores the site for offline use, once this visit has loaded its files. Where that
 * is not possible (no secure context, an opaque origin, storage disabled) nothing happens and no error is shown.
 */

/**
 * How long no file must have arrived: the worker fetches every file, and must not compete with the map for bandwidth.
 */
const QUIET_MS = 4000;

/** `base` is the folder of the site, with a trailing slash. Call in the browser; returns its undo. */
export function registerServiceWorker(base: string): () => void {
  // A map embedded in another page stores nothing on the reader's device.
  if (window.top !== window) return () => {};
  if (!window.isSecureContext || !('serviceWorker' in navigator) || savesData()) return () => {};
  return whenQuiet(() => {
    register(base).catch((error: unknown) => console.info(`not kept for use without a network: ${String(error)}`));
  });
}

/** Rejects also where reading `navigator.serviceWorker` throws, as in a sandboxed frame. */
async function register(base: string): Promise<void> {
  const address = `${base}service-worker.js`;
  // The pages take no text for the address of a script (`require-trusted-types-for`).
  const policy = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: (asked) => asked });
  const trusted = (policy?.createScriptURL(address) ?? address) as string;
  // `updateViaCache: 'none'`: a server that lets every file be cached for a year must not hide the next build.
  await navigator.serviceWorker.register(trusted, { scope: base, updateViaCache: 'none' });
}

/** The reader asked to save data: files that may never be needed are not fetched. */
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
