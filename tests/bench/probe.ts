/*
 * What runs inside the measured page. Each function is given to the browser as text: it may use nothing from outside.
 */

export type Paints = { fcp: number; lcp: number; cls: number; tbt: number };

/** Before the page: keeps what the browser reports. */
export function watchPaints(): void {
  const seen = { fcp: 0, lcp: 0, cls: 0, tasks: [] as [start: number, ms: number][] };
  (window as unknown as { seen: typeof seen }).seen = seen;
  const watch = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
  });
  watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  watch('layout-shift', (entry) => (seen.cls += (entry as unknown as { value: number }).value));
  watch('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
}

/** What was kept; of each task after the first paint, what is beyond 50 ms counts as blocking. */
export function readPaints(): Paints {
  const { fcp, lcp, cls, tasks } = (
    window as unknown as { seen: { fcp: number; lcp: number; cls: number; tasks: [number, number][] } }
  ).seen;
  const tbt = tasks.filter(([start]) => start >= fcp).reduce((total, [, ms]) => total + Math.max(0, ms - 50), 0);
  return { fcp, lcp, cls, tbt };
}

/**
 * Before the page: moves the slider again and again, as an impatient reader would, until it shows another day and a
 * mark or an event of that day is visible; records when that was. A slider that is not hydrated yet ignores it, which
 * is what is measured. `marks` are what must be seen.
 */
export function scrubUntilSeen({ slider, marks }: { slider: string; marks: string }): void {
  const kept = window as unknown as { scrubbed?: number };
  const seen = () =>
    [...document.querySelectorAll(marks)].some((mark) => getComputedStyle(mark).visibility === 'visible');
  let first: string | null | undefined;
  let frames = 0;
  const frame = () => {
    const input = document.querySelector<HTMLInputElement>(slider);
    if (input) {
      // A slider without words for its day is the bare page's: its marks are there only once they are drawn.
      const day = input.getAttribute('aria-valuetext');
      first ??= day;
      if ((day === null || day !== first) && seen()) {
        kept.scrubbed = performance.now();
        return;
      }
      if (frames++ % 6 === 0) {
        const [from, to] = [Number(input.min), Number(input.max)];
        // Days with marks, by turns: one of them is not the day of the first view.
        input.value = String(from + Math.round((to - from) * (frames % 12 === 1 ? 0.73 : 0.41)));
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
