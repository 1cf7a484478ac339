import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from '../../e2e/find-browser.ts';
import { SYNTHETIC_KINDS } from '../../synthetic/generate.ts';
import { median } from '../median.ts';
import { memoryOf, processorMsOf } from './processes.ts';
import type { Bench, Pace, PageAsk, Step } from './page/main.ts';
import { NO_CHOICE, type Choice } from './page/variant.ts';
import { SIZE, type Move, type Share } from './plan.ts';
import type { Ask } from './probes.ts';
import type { Drawn } from './variants.ts';

/** What is asked in one data set at one share of events in the window. */
export type Questions = {
  share: Share;
  windowDays: number;
  asks: ReadonlyMap<number, Ask>;
  /** How many rows are in the window of each day. */
  counts: ReadonlyMap<number, number>;
  days: number[];
  steps: Move[];
  jumps: Move[];
  /** Of a few days, the digest of the rows in the window. */
  drawn: [day: number, digest: number][];
};

/** Milliseconds of a step: script on the page's own thread, and processors on all threads of the page and of its drawing. */
export type Work = { scriptMs: number; processorMs: number };

/** Medians in milliseconds; `null` where nothing was shown in time. `shown`: positions of a drag that were seen; `null`: not asked. */
/** `filter`, `reported`: another kind hidden, and a step of the day up to which reports count; `null` also where it is not asked. */
export type Answers = {
  step: Step | null;
  jump: Step | null;
  filter: Step | null;
  reported: Step | null;
  work: Work | null;
  shown: Record<Pace, number | null>;
};

/** `stopped`: why a cell has no numbers. Bytes are what loading added. */
export type Cell =
  { loadMs: number; bytes: number | null; shares: Map<Share, Answers>; stopped?: undefined } | { stopped: string };

/** How long one cell may take, in milliseconds: for loading, for one move, and for all moves of a kind. */
export type Limits = { load: number; move: number; moves: number };

const ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking'
];

export const launch = () => chromium.launch({ executablePath: findBrowser() ?? undefined, args: ARGS });

type Opened = { browser: Browser; page: Page; devtools: CDPSession };

/** One variant on one data set, in a browser of its own: nothing is left over from the cell before. */
export async function measure(
  url: string,
  rows: number,
  draws: Drawn,
  questions: readonly Questions[],
  limits: Limits
): Promise<Cell> {
  const browser = await launch();
  try {
    const page = await (
      await browser.newContext({ viewport: { ...SIZE, height: SIZE.height + 50 }, deviceScaleFactor: 1 })
    ).newPage();
    await page.addInitScript('globalThis.__name = (named) => named');
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await page.goto(url);
    await page.evaluate(() => (window as unknown as { bench: Promise<Bench> }).bench.then(() => {}));
    return await cellOf({ browser, page, devtools }, rows, draws, questions, limits).catch((error: Error) => {
      throw new Error([`${url} with ${rows} rows: ${error.message}`, ...problems].join('\n'), { cause: error });
    });
  } finally {
    await browser.close();
  }
}

async function cellOf(
  opened: Opened,
  rows: number,
  draws: Drawn,
  questions: readonly Questions[],
  limits: Limits
): Promise<Cell> {
  const { browser, page, devtools } = opened;
  const before = await memoryOf(browser, page, devtools);
  const [first] = questions;
  const load = page.evaluate(
    async ([rows, ask, windowDays, limitMs]) =>
      (await (window as unknown as { bench: Promise<Bench> }).bench).load(rows, ask, windowDays, limitMs),
    [rows, pageAsk(first!, first!.days[0]!, draws), first!.windowDays, limits.load] as const
  );
  // Whatever comes of it once it has been given up, the browser closing under it included, is of no interest.
  load.catch(() => {});
  const loadMs = await Promise.race([load, new Promise<null>((resolve) => setTimeout(resolve, limits.load, null))]);
  if (loadMs === null) return { stopped: `not loaded in ${limits.load / 1000} s` };
  const after = await memoryOf(browser, page, devtools);
  const shares = new Map<Share, Answers>();
  for (const asked of questions) shares.set(asked.share, await answersTo(opened, asked, draws, limits));
  return { loadMs, bytes: before === null || after === null ? null : after - before, shares };
}

async function answersTo(opened: Opened, questions: Questions, draws: Drawn, limits: Limits): Promise<Answers> {
  const { page } = opened;
  const { windowDays, days, drawn, counts } = questions;
  // Days whose counts add up to the same are not told apart by them.
  const apart = ({ from, to }: Move) => draws !== 'counts' || counts.get(from) !== counts.get(to);
  const [steps, jumps] = [questions.steps.filter(apart), questions.jumps.filter(apart)];
  const wrong = await page.evaluate(
    async ([days, drawn]) => (await (window as unknown as { bench: Promise<Bench> }).bench).setWindow(days, drawn),
    [windowDays, drawn] as const
  );
  if (wrong) throw new Error(wrong);
  const step = await medianOf(page, questions, steps, draws, limits);
  // Where not even a step was shown in time, a jump or a drag would not be.
  if (step === null)
    return { step, jump: null, filter: null, reported: null, work: null, shown: { frame: 0, clock: 0 } };
  const jump = await medianOf(page, questions, jumps, draws, limits);
  const change = (choices: (day: number) => readonly [Choice, Choice]) =>
    // The others have neither in their data.
    draws === 'discs' || draws === 'counts' ? null : medianOfChanges(page, days, choices, limits);
  const filter = await change((day) => [NO_CHOICE, { hiddenKinds: 1 << (day % SYNTHETIC_KINDS), asOf: null }]);
  const reported = await change((day) => [
    { hiddenKinds: 0, asOf: day },
    { hiddenKinds: 0, asOf: day - 1 }
  ]);
  const work = await workOf(opened, days, limits.moves);
  const drag = (pace: Pace) =>
    page.evaluate(
      async ([asks, pace]) => (await (window as unknown as { bench: Promise<Bench> }).bench).drag(asks, pace),
      [days.map((day) => pageAsk(questions, day, draws)), pace] as const
    );
  // Where a frame takes a second and more, so does each position: at half of the events that would be for minutes.
  const frame = questions.share === 0.05 ? await drag('frame') : null;
  return { step, jump, filter, reported, work, shown: { frame, clock: await drag('clock') } };
}

async function medianOf(
  page: Page,
  questions: Questions,
  moves: readonly Move[],
  draws: Drawn,
  limits: Limits
): Promise<Step | null> {
  const done: Step[] = [];
  const end = Date.now() + limits.moves;
  for (const { from, to } of moves) {
    const step = await page.evaluate(
      async ([before, ask, limitMs]) =>
        (await (window as unknown as { bench: Promise<Bench> }).bench).move(before, ask, limitMs),
      [pageAsk(questions, from, draws), pageAsk(questions, to, draws), limits.move] as const
    );
    if (step === null) break;
    done.push(step);
    if (Date.now() > end) break;
  }
  return medianStep(done);
}

async function medianOfChanges(
  page: Page,
  days: readonly number[],
  choices: (day: number) => readonly [Choice, Choice],
  limits: Limits
): Promise<Step | null> {
  const done: Step[] = [];
  const end = Date.now() + limits.moves;
  for (const day of days.filter((_, at) => at % 8 === 0)) {
    const step = await page.evaluate(
      async ([day, choice, limitMs]) =>
        (await (window as unknown as { bench: Promise<Bench> }).bench).change(day, choice, limitMs),
      [day, choices(day), limits.move] as const
    );
    if (step === null) break;
    done.push(step);
    if (Date.now() > end) break;
  }
  return medianStep(done);
}

function medianStep(done: readonly Step[]): Step | null {
  if (done.length === 0) return null;
  return { ms: median(done.map(({ ms }) => ms)), frameMs: median(done.map(({ frameMs }) => frameMs)) };
}

/** Over steps whose pixels nobody reads; MapLibre's own painting is included, and the browser's own counters are read. */
async function workOf({ browser, page, devtools }: Opened, days: number[], limitMs: number): Promise<Work> {
  const scriptMs = async () =>
    1000 * (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  const before = [await scriptMs(), await processorMsOf(browser)] as const;
  const done = await page.evaluate(
    async ([days, limitMs]) => (await (window as unknown as { bench: Promise<Bench> }).bench).unread(days, limitMs),
    [days, limitMs] as const
  );
  return {
    scriptMs: ((await scriptMs()) - before[0]) / done,
    processorMs: ((await processorMsOf(browser)) - before[1]) / done
  };
}

/** Without discs any frame is right: the floor draws nothing, and marks of its own are compared otherwise. */
function pageAsk({ asks, counts }: Questions, day: number, draws: Drawn): PageAsk {
  return {
    day,
    probes: draws === 'discs' ? asks.get(day)!.probes : [],
    count: draws === 'counts' ? counts.get(day)! : null
  };
}
