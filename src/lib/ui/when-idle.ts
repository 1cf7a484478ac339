/** For browsers without idle callbacks. */
const SOON_MS = 200;

/** Calls once, when the browser has nothing else to do, at the latest after `latestMs`. Returns its undo. */
export function whenIdle(run: () => void, latestMs: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: latestMs });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, SOON_MS);
  return () => clearTimeout(timer);
}
