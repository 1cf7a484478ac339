/// <reference types="vite/client" />
import { digestOf } from '../digest.ts';
import { SIZE, windowAt } from '../plan.ts';
import type { Probe } from '../probes.ts';
import { BACKGROUND_COLOUR, NO_CHOICE, type Choice, type Variant, type VariantModule } from './variant.ts';

/*
 * The measured page: one variant on an empty map, and a slider. What is asked of it comes from outside, by
 * `window.bench`.
 */

/**
 * What must be on screen for a day. Of what draws marks of its own there are no probes: its first picture after the
 * input counts, and must then be, pixel by pixel, the one that it draws of that day at rest. Of what draws counts, `count` is
 * what they must add up to, at rest; its first picture that is the one at rest counts.
 */
export type PageAsk = { day: number; probes: Probe[]; count: number | null };

/** `ms`: slider input to correct pixels. `frameMs`: of that, from the first animation frame after the input on. */
export type Step = { ms: number; frameMs: number };

export type Pace = 'frame' | 'clock';

/** How much a pixel must differ from the background, summed over its three channels, to count as lit. */
const LIT = 60;
const POSITION_MS = 20;
const AFTER_DRAG_MS = 800;
const AT_REST_MS = 10_000;

// Found by name, so that the types of what only this folder installs are not asked for elsewhere.
const modules = import.meta.glob<VariantModule>('./variants/*.ts');
const id = new URLSearchParams(location.search).get('variant');
const pixels = new Uint8Array(4 * SIZE.width * SIZE.height);
const words = new Uint32Array(pixels.buffer);
const slider = document.querySelector<HTMLInputElement>('#day')!;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function start() {
  const variant = await (await modules[`./variants/${id}.ts`]!()).start(document.querySelector<HTMLElement>('#map')!);
  let windowDays = 1;
  let choice = NO_CHOICE;
  let painted: (() => void) | null = null;
  slider.addEventListener('input', () => variant.show(windowAt(slider.valueAsNumber, windowDays), choice));
  variant.onpaint(() => painted?.());
  const input = (day: number) => {
    slider.value = String(day);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** `null`: not within `limitMs`. `picture`: the digest of the only picture that counts, where it is known. */
  function step(ask: PageAsk, limitMs: number, picture: number | null = null): Promise<Step | null> {
    return new Promise((resolve) => {
      const done = (step: Step | null) => {
        clearTimeout(timer);
        painted = null;
        resolve(step);
      };
      const timer = setTimeout(() => done(null), limitMs);
      const from = performance.now();
      let frameAt = from;
      // Asked for before the variant asks: it runs first in the frame that the variant draws.
      requestAnimationFrame(() => (frameAt = performance.now()));
      painted = () => {
        variant.read(pixels);
        const now = performance.now();
        if (picture !== null && digestOf(words) !== picture) return;
        if (!matches(variant, ask, countedNow())) return;
        done({ ms: now - from, frameMs: now - frameAt });
      };
      input(ask.day);
    });
  }

  const countedNow = () => variant.counted?.() ?? null;

  async function pictureAtRest(day: number): Promise<number> {
    await step({ day, probes: [], count: null }, AT_REST_MS);
    return digestOf(words);
  }

  /**
   * Of what draws counts, which may come in several frames and late. `null`: not within `limitMs`. Rejects where the counts
   * do not add up.
   */
  async function countsAtRest({ day, count }: PageAsk, limitMs: number): Promise<number | null> {
    const settled = variant.settled().then(() => true);
    input(day);
    if (!(await Promise.race([settled, sleep(limitMs)]))) return null;
    variant.read(pixels);
    const counted = countedNow();
    // By then it is at rest: it would stay wrong.
    if (counted !== count) throw new Error(`on day ${day} the counts add up to ${counted}, not to ${count}`);
    return digestOf(words);
  }

  return {
    load: async (rows: number, ask: PageAsk, days: number, limitMs: number): Promise<number | null> => {
      windowDays = days;
      const from = performance.now();
      await variant.load(rows);
      return (await step(ask, limitMs)) && performance.now() - from;
    },
    /**
     * Another length of the window. What draws marks of its own must have drawn, on each day of `drawn`, exactly the
     * rows of that digest. Returns what is wrong, if anything.
     */
    setWindow: async (days: number, drawn: [day: number, digest: number][]): Promise<string | null> => {
      windowDays = days;
      if (!variant.drawnRows) return null;
      for (const [day, digest] of drawn) {
        await pictureAtRest(day);
        const rows = await variant.drawnRows();
        if (digestOf(rows) !== digest) return `on day ${day} it draws ${rows.length} rows, and not those of the data`;
      }
      return null;
    },
    /** Brings the day of `before` on screen first; the input then comes at any moment between two frames. */
    move: async (before: PageAsk, ask: PageAsk, limitMs: number): Promise<Step | null> => {
      const picture = variant.counted ? await countsAtRest(ask, limitMs) : null;
      if (variant.counted && picture === null) return null;
      const ready = variant.counted ? await countsAtRest(before, limitMs) : await step(before, limitMs);
      if (ready === null) return null;
      await Promise.race([variant.settled(), sleep(150)]);
      await sleep(20 + Math.random() * 17);
      const done = await step(ask, limitMs, picture);
      if (!variant.drawnRows || !done) return done;
      const digest = digestOf(words);
      if ((await pictureAtRest(ask.day)) !== digest)
        throw new Error(`the first picture of day ${ask.day} is not the one at rest`);
      return done;
    },
    /** The same day under another choice. */
    change: async (day: number, [before, after]: readonly [Choice, Choice], limitMs: number): Promise<Step | null> => {
      choice = before;
      if (!(await step({ day, probes: [], count: null }, limitMs))) return null;
      await Promise.race([variant.settled(), sleep(150)]);
      await sleep(20 + Math.random() * 17);
      choice = after;
      const done = await step({ day, probes: [], count: null }, limitMs);
      const digest = digestOf(words);
      if (done && variant.drawnRows && (await pictureAtRest(day)) !== digest)
        throw new Error(`the first picture of day ${day} under another choice is not the one at rest`);
      choice = NO_CHOICE;
      return done;
    },
    /** Steps without a look at the pixels; how many were done in `limitMs`. */
    unread: async (days: number[], limitMs: number): Promise<number> => {
      const end = performance.now() + limitMs;
      let done = 0;
      for (const day of days) {
        const settled = variant.settled();
        input(day);
        await Promise.race([settled, sleep(limitMs)]);
        done++;
        if (performance.now() > end) break;
      }
      // What has been asked of the process that draws is done when this returns.
      variant.read(pixels);
      return done;
    },
    /**
     * A hand drawn over all positions: how many of them were seen. At the pace of frames there is one for each, which
     * is how often a browser hands the moves of a pointer to a page. At that of a clock there is one each 20 ms, late
     * or not: what the page does not take in time is passed over. Of counts the sum alone tells which day is seen.
     */
    drag: async (asks: PageAsk[], pace: Pace): Promise<number> => {
      // Each with the digest of its picture.
      const shown = new Map<number, number>();
      let newest = -1;
      painted = () => {
        variant.read(pixels);
        const counted = countedNow();
        for (let position = newest; position >= 0 && !shown.has(position); position--) {
          if (!matches(variant, asks[position]!, counted)) continue;
          shown.set(position, variant.drawnRows ? digestOf(words) : 0);
          break;
        }
      };
      const from = performance.now();
      while (newest < asks.length - 1) {
        newest =
          pace === 'frame'
            ? newest + 1
            : Math.min(asks.length - 1, Math.floor((performance.now() - from) / POSITION_MS));
        input(asks[newest]!.day);
        // Asked for after the variant asked: what it draws in the next frame is drawn before the next position comes.
        await (pace === 'frame'
          ? new Promise(requestAnimationFrame)
          : sleep(from + (newest + 1) * POSITION_MS - performance.now()));
      }
      await sleep(AFTER_DRAG_MS);
      painted = null;
      if (!variant.drawnRows) return shown.size;
      let right = 0;
      for (const [position, digest] of shown) if ((await pictureAtRest(asks[position]!.day)) === digest) right++;
      return right;
    }
  };
}

function matches({ bottomUp }: Variant, { probes, count }: PageAsk, counted: number | null): boolean {
  if (count !== counted) return false;
  return probes.every(([x, y, lit]) => {
    const at = 4 * ((bottomUp ? SIZE.height - 1 - y : y) * SIZE.width + x);
    const off = BACKGROUND_COLOUR.reduce((sum, part, index) => sum + Math.abs(part - pixels[at + index]!), 0);
    return off > LIT === (lit === 1);
  });
}

export type Bench = Awaited<ReturnType<typeof start>>;
(window as unknown as { bench: Promise<Bench> }).bench = start();
