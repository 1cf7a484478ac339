import type { Day } from '../model/day.ts';
import { axisSpan } from '../model/axis-span.ts';
import { dwellMs, gapMs, leapDays, type Speed } from '../model/pace.ts';
import { lowerBound } from '../model/sorted.ts';
import { stopAfter } from '../model/stops.ts';
import type { DayWindow } from '../model/time.ts';
import type { Dashboard } from './dashboard.svelte.ts';

/** What playback controls; playback stores no day itself. */
export interface PlaybackHost {
  current(): Day;
  step(day: Day): void;
  /** Before the first step, each time it is started. */
  begin?(): void;
  readonly domain: DayWindow;
  /** What the axis shows where this day is selected: it sets the pace. Default: the domain. */
  axisAt?(day: Day): DayWindow;
  /** Days with an event, ascending: where playback dwells. */
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

/**
 * Plays the days in order: dwells on each day with an event, and runs over the days between. One update per animation
 * frame, whole days only; however late a frame is, no day with an event is skipped. Pauses at the end of the domain and
 * when the page is hidden; started at the end, it restarts from the beginning. If the reader scrubs meanwhile, it
 * continues there. What the axis shows goes by in about the same time, a year or a century, and is longer only where that
 * many days have events; on a long axis, days that are too near each other to be told apart share a moment. With
 * `prefers-reduced-motion` it goes from event to event at once.
 */
export class Playback {
  playing = $state(false);
  #speed = $state<Speed>('normal');
  /** The day that was reached last by playing, and the day and time since which it dwells or runs. */
  #run: { from: Day; sinceMs: number | null; last: Day } | null = null;
  #frame: number | null = null;
  #unlisten: (() => void) | null = null;
  readonly #host: PlaybackHost;
  readonly #clock: PlaybackClock;

  constructor(host: PlaybackHost, clock: PlaybackClock = browserClock) {
    this.#host = host;
    this.#clock = clock;
  }

  get speed(): Speed {
    return this.#speed;
  }

  set speed(speed: Speed) {
    this.#speed = speed;
    if (this.#run) this.#begin();
  }

  play(): void {
    if (this.playing) return;
    this.#host.begin?.();
    const { domain } = this.#host;
    if (this.#host.current() >= domain.to) this.#host.step(domain.from);
    this.playing = true;
    this.#unlisten = this.#clock.onHidden(() => this.pause());
    this.#begin();
    this.#next();
  }

  /** Plays everything, from the first day with an event on. */
  playAll(): void {
    this.pause();
    this.#host.begin?.();
    this.#host.step(this.#host.stops()[0] ?? this.#host.domain.from);
    this.play();
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
    const { domain } = this.#host;
    const stops = this.#host.stops();
    const reduced = this.#clock.reducedMotion();
    const { from, to: end } = this.#host.axisAt?.(run.from) ?? domain;
    const onAxis = lowerBound(stops, end + 1, 0, stops.length) - lowerBound(stops, from, 0, stops.length);
    const axisDays = end - from + 1;
    const leap = leapDays(onAxis, axisDays);
    const target = stopAfter(stops, (run.from + leap - 1) as Day) ?? (reduced ? run.from : domain.to);
    const dwell = reduced || stops.includes(run.from) ? dwellMs(this.speed, onAxis) : 0;
    const gap = reduced ? 0 : gapMs(target - run.from, axisDays);
    const goneMs = nowMs - run.sinceMs - dwell;
    if (goneMs < 0) return this.#next();
    const to = goneMs >= gap ? target : ((run.from + Math.floor((target - run.from) * (goneMs / gap))) as Day);
    run.last = to;
    if (to !== this.#host.current()) this.#host.step(to);
    // The host may have paused in response to the step.
    if (!this.playing) return;
    if (to === target) {
      if (to === run.from || to >= domain.to) return this.pause();
      this.#run = { from: to, sinceMs: nowMs, last: to };
    }
    this.#next();
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

/** Plays the days of a dashboard. */
export const playbackOf = (dashboard: Dashboard): Playback =>
  new Playback({
    domain: dashboard.index.dataset.info.domain,
    axisAt: (day) => axisSpan({ ...dashboard.view, day }, dashboard.index.dataset.info.domain),
    current: () => dashboard.view.day,
    stops: () => dashboard.stops,
    step: dashboard.scrub,
    begin: dashboard.closeEvent
  });
