import type { Page } from '@playwright/test';

/**
 * A task of a page's main thread. `ms`: of its own processor time, so that what else the machine does is not in it, without
 * what clearing the memory took, which comes at any time.
 */
export type Task = { ms: number; what: string };

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string; data?: { functionName?: string; type?: string; url?: string } };
};

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8',
  '__metadata'
];
const ANSWERS = 'page answers';

/** Before a page is opened: what it does until it answers is told apart then. */
export const markAnswer = (page: Page) =>
  page.addInitScript((name) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-hydrated]')) return;
      observer.disconnect();
      performance.mark(name);
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-hydrated'] });
  }, ANSWERS);

/** The tasks of over `ms` that `act` causes, the longest first, each with the longest parts of it; once the page answers. */
export async function tasksOver(ms: number, page: Page, act: () => Promise<void>): Promise<Task[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const events = (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
  const threads = new Set(
    events.filter(({ args }) => args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`)
  );
  const onMain = events.filter(({ pid, tid }) => threads.has(`${pid} ${tid}`));
  const answers = events.find(({ name }) => name === ANSWERS)?.ts ?? 0;
  return onMain
    .filter(({ name, ts, tdur = 0 }) => name === 'RunTask' && ts >= answers && tdur > 1000 * ms)
    .map((task) => {
      const parts = onMain.filter((part) => isIn(task, part));
      const clearing = parts.filter(({ name }) => name === 'MajorGC' || name === 'MinorGC');
      const own = clearing.reduce((left, { tdur = 0 }) => left - tdur, task.tdur!);
      return { ms: Math.round(own / 1000), what: wordsOf(task, parts) };
    })
    .filter((task) => task.ms > ms)
    .sort((a, b) => b.ms - a.ms);
}

const isIn = (task: TraceEvent, { name, pid, tid, ts, dur = 0 }: TraceEvent) =>
  name !== 'RunTask' && pid === task.pid && tid === task.tid && ts >= task.ts && ts + dur <= task.ts + task.dur!;

/** What took more than a tenth of a task. */
const wordsOf = (task: TraceEvent, parts: readonly TraceEvent[]): string =>
  parts
    .filter(({ tdur = 0 }) => tdur > task.tdur! / 10)
    .map(({ name, tdur, args: { data } }) =>
      [name, data?.functionName ?? data?.type, `${Math.round(tdur! / 1000)} ms`].filter(Boolean).join(' ')
    )
    .join(', ');
