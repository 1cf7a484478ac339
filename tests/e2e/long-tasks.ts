import type { Page } from '@playwright/test';

/** A task of a page's main thread. `ms`: of its own processor time, so that what else the machine does is not in it. */
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

const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', '__metadata'];

/** The tasks of over `ms` that `act` causes, the longest first, each with the longest parts of it. */
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
  return onMain
    .filter(({ name, tdur = 0 }) => name === 'RunTask' && tdur > 1000 * ms)
    .sort((a, b) => b.tdur! - a.tdur!)
    .map((task) => ({ ms: Math.round(task.tdur! / 1000), what: partsOf(task, onMain) }));
}

/** What took more than a tenth of a task. */
const partsOf = (task: TraceEvent, events: readonly TraceEvent[]): string =>
  events
    .filter(
      ({ name, pid, ts, dur = 0, tdur = 0 }) =>
        name !== 'RunTask' &&
        pid === task.pid &&
        ts >= task.ts &&
        ts + dur <= task.ts + task.dur! &&
        tdur > task.tdur! / 10
    )
    .map(({ name, tdur, args: { data } }) =>
      [name, data?.functionName ?? data?.type, `${Math.round(tdur! / 1000)} ms`].filter(Boolean).join(' ')
    )
    .join(', ');
