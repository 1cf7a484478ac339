import type { Day } from '../model/day.ts';
import type { DayWindow } from '../model/time.ts';

/** What playback controls; playback stores no day itself. */
export interface PlaybackHost {
  current(): Day;
  step(day: Day): void;
  readonly domain: DayWindow;
  /** Days with an event, ascending: where playback stops if motion is reduced. */
  stops(): readonly Day[];
}

/** Time and page visibility. Implemented by the browser and by tests. */
export interface PlaybackClock {
  requestFrame(run: (nowMs: number) => void): number;
  cancelFrame(id: number): void;
  reducedMotion(): boolean;
  /** Calls back when the page is hidden; returns the undo. */
  onHidden(run: () => void): () => void;
}

export const FIRST_SPEED = 7;

/** The day reached from `from` after some time at a speed in days a second, rounded down. */
export function dayAfter(from: Day, elapsedMs: number, daysPerSecond: number): Day {
  return (from + Math.floor((Math.max(elapsedMs, 0) / 1000) * daysPerSecond)) as Day;
}

/** How long each event is shown when playback steps from event to event: 1.5 to 4 s, depending on the speed. */
export function stopMs(daysPerSecond: number): number {
  return Math.min(Math.max(10_500 / daysPerSecond, 1500), 4000);
}

/**
 * Plays the days in order. One update per animation frame, whole days only. Pauses at the end of the domain and when
 * the page is hidden; started at the end, it restarts from the beginning. If the reader scrubs meanwhile, it continues
 * there. With `prefers-reduced-motion` it steps from event to event, `stopMs` each, instead of moving continuously.
 */
export class Playback {
  playing = $state(false);
  #speed = $state(FIRST_SPEED);
  #run: { from: Day; sinceMs: number | null; last: Day } | null = null;
  #frame: number | null = null;
  #unlisten: (() => void) | null = null;
  readonly #host: PlaybackHost;
  readonly #clock: PlaybackClock;

  constructor(host: PlaybackHost, clock: PlaybackClock = browserClock) {
    this.#host = host;
    this.#clock = clock;
  }

  /** Days a second. */
  get speed(): number {
    return this.#speed;
  }

  set speed(daysPerSecond: number) {
    this.#speed = daysPerSecond;
    if (this.#run) this.#begin();
  }

  play(): void {
    if (this.playing) return;
    const { domain } = this.#host;
    if (this.#host.current() >= domain.to) this.#host.step(domain.from);
    this.playing = true;
    this.#unlisten = this.#clock.onHidden(() => this.pause());
    this.#begin();
    this.#next();
  }

  pause(): void {
    this.playing = false;
    this.#run = null;
    if (this.#frame !== null) this.#clock.cancelFrame(this.#frame);
    this.#frame = null;
    this.#unlisten?.();
    this.#unlisten = null;
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  #begin(): void {
    const day = this.#host.current();
    this.#run = { from: day, sinceMs: null, last: day };
  }

  #next(): void {
    this.#frame = this.#clock.requestFrame((nowMs) => this.#tick(nowMs));
  }

  #tick(nowMs: number): void {
    this.#frame = null;
    if (this.#host.current() !== this.#run?.last) this.#begin();
    const run = this.#run!;
    run.sinceMs ??= nowMs;
    const to = this.#target(run.from, nowMs - run.sinceMs);
    if (to !== null && to !== run.last) {
      run.last = to;
      this.#host.step(to);
    }
    // The host may have paused in response to the step.
    if (!this.playing) return;
    if (to === null || run.last >= this.#host.domain.to) this.pause();
    else this.#next();
  }

  /** The day to show now; `null` if there is none left. */
  #target(from: Day, elapsedMs: number): Day | null {
    const { domain } = this.#host;
    if (!this.#clock.reducedMotion()) return Math.min(dayAfter(from, elapsedMs, this.speed), domain.to) as Day;
    const ahead = this.#host.stops().filter((stop) => stop > from);
    if (ahead.length === 0) return null;
    const passed = Math.floor(elapsedMs / stopMs(this.speed));
    return passed === 0 ? from : (ahead[passed - 1] ?? null);
  }
}

const browserClock: PlaybackClock = {
  requestFrame: (run) => requestAnimationFrame(run),
  cancelFrame: (id) => cancelAnimationFrame(id),
  reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  onHidden: (run) => {
    const listen = () => document.hidden && run();
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  }
};
