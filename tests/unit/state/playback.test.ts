import { beforeEach, expect, test, vi } from 'vitest';
import { axisSpan, type AxisSize } from '../../../src/lib/model/axis-span.ts';
import { addDays, isoDay, type Day } from '../../../src/lib/model/day.ts';
import { dwellMs, gapMs, leapDays, DWELL_MS, SPEEDS } from '../../../src/lib/model/pace.ts';
import type { DayWindow } from '../../../src/lib/model/time.ts';
import { Playback } from '../../../src/lib/state/playback.svelte.ts';
import { day, YEAR } from '../time/fixture.ts';

// The class runs here as plain TypeScript: its one rune only marks fields.
beforeEach(() => void vi.stubGlobal('$state', <T>(value: T) => value));

/** A player over one day, with a clock that the test turns. */
function player(
  from: string,
  { reduced = false, stops = [] as string[], domain = YEAR, axis = 'all' as AxisSize } = {}
) {
  const days = stops.map(day);
  let now = day(from);
  let nowMs = 1000;
  let frame: ((nowMs: number) => void) | null = null;
  let hide = () => {};
  const steps: string[] = [];
  const playback = new Playback(
    {
      current: () => now,
      step: (to: Day) => {
        now = to;
        steps.push(isoDay(to));
      },
      domain,
      axisAt: (at) => axisSpan({ day: at, axis }, domain),
      stops: () => days
    },
    {
      requestFrame: (run) => ((frame = run), 1),
      cancelFrame: () => (frame = null),
      reducedMotion: () => reduced,
      onHidden: (run) => ((hide = run), () => (hide = () => {}))
    }
  );
  const pass = (ms: number) => {
    nowMs += ms;
    const run = frame;
    frame = null;
    run?.(nowMs);
  };
  /** Plays to the end in frames of so many ms; what each day was shown for, in ms. */
  const run = (frameMs: number) => {
    const shown = new Map<string, number>();
    for (let frames = 0; playback.playing; frames++) {
      if (frames > 1e5) throw new Error('it does not end');
      shown.set(isoDay(now), (shown.get(isoDay(now)) ?? 0) + frameMs);
      pass(frameMs);
    }
    return shown;
  };
  return {
    playback,
    steps,
    run,
    pass,
    hide: () => hide(),
    waits: () => frame !== null,
    scrub: (iso: string) => (now = day(iso))
  };
}

const EVENTS = ['2023-04-23', '2023-05-29', '2023-05-30', '2023-09-24', '2023-12-31'];

test('it dwells on each day with an event and runs over the days between', () => {
  const { playback, run } = player('2023-01-01', { stops: EVENTS });
  playback.play();
  const shown = run(20);
  // The last one is the end of the time: there it stays.
  for (const event of EVENTS.slice(0, -1)) expect(shown.get(event)).toBeGreaterThanOrEqual(DWELL_MS.normal);
  expect(shown.get('2023-05-28')).toBeLessThanOrEqual(100);
  const total = [...shown.values()].reduce((sum, ms) => sum + ms, 0);
  expect(total).toBeLessThan(4 * DWELL_MS.normal + 5 * 1700);
});

test('however late the frames are, no day with an event is skipped', () => {
  for (const frameMs of [7, 400, 3000, 60_000]) {
    const { playback, run } = player('2023-01-01', { stops: EVENTS });
    playback.play();
    const shown = run(frameMs);
    expect(EVENTS.slice(0, -1).filter((event) => !shown.has(event))).toEqual([]);
  }
});

test('it does not change the day within a day, and starts with no dwell where nothing happened', () => {
  const { playback, pass, steps } = player('2023-05-28', { stops: EVENTS });
  playback.play();
  pass(16);
  pass(10);
  expect(steps).toEqual([]);
  pass(30);
  expect(steps).toEqual(['2023-05-29']);
  pass(DWELL_MS.normal - 10);
  expect(steps).toEqual(['2023-05-29']);
});

test('at the end of the domain it pauses, and played again it restarts from the beginning', () => {
  const { playback, pass, steps } = player('2023-12-30');
  playback.play();
  pass(16);
  pass(60_000);
  expect(steps).toEqual(['2023-12-31']);
  expect(playback.playing).toBe(false);
  playback.play();
  expect(steps.at(-1)).toBe('2023-01-01');
  expect(playback.playing).toBe(true);
});

test('played as a whole it begins at the first day with an event, wherever it stood', () => {
  for (const from of ['2023-01-10', '2023-07-01', '2023-12-31']) {
    const { playback, steps, run } = player(from, { stops: ['2023-04-01', '2023-05-29'] });
    playback.playAll();
    expect(playback.playing).toBe(true);
    expect(steps).toEqual(['2023-04-01']);
    const shown = run(20);
    expect(shown.get('2023-04-01')).toBeGreaterThanOrEqual(DWELL_MS.normal);
    expect(steps.at(-1)).toBe('2023-12-31');
  }
});

test('a reader who scrubs while it plays is followed', () => {
  const { playback, pass, scrub, steps } = player('2023-01-01', { stops: EVENTS });
  playback.play();
  pass(16);
  pass(10);
  scrub('2023-09-23');
  pass(16);
  pass(gapMs(1, 365) + 1);
  expect(steps).toEqual(['2023-09-24']);
});

test('another speed counts from the day reached', () => {
  const { playback, pass, steps } = player('2023-05-29', { stops: EVENTS });
  playback.play();
  pass(16);
  pass(DWELL_MS.normal - 10);
  playback.speed = 'fast';
  pass(16);
  pass(DWELL_MS.fast - 10);
  expect(steps).toEqual([]);
  pass(11 + gapMs(1, 365));
  expect(steps).toEqual(['2023-05-30']);
});

test('a hidden page pauses it, and no frame waits', () => {
  const { playback, pass, hide, waits } = player('2023-01-01');
  playback.play();
  pass(16);
  expect(waits()).toBe(true);
  hide();
  expect(playback.playing).toBe(false);
  expect(waits()).toBe(false);
});

test('with reduced motion it stands at one event after the other, and pauses after the last', () => {
  const { playback, run, steps } = player('2023-05-20', { reduced: true, stops: EVENTS.slice(0, -1) });
  playback.play();
  const shown = run(20);
  expect(steps).toEqual(['2023-05-29', '2023-05-30', '2023-09-24']);
  for (const day of steps) expect(shown.get(day)).toBeGreaterThanOrEqual(DWELL_MS.normal);
});

test('very many days with events share the time, and each is shown', () => {
  expect(SPEEDS.map((speed) => dwellMs(speed, 12))).toEqual([4000, 2500, 1500]);
  expect(dwellMs('normal', 300)).toBe(300);
  expect(dwellMs('normal', 5000)).toBe(250);
});

const CENTURIES: DayWindow = { from: day('1823-01-01'), to: day('2022-12-31') };

test('without a day to stop at, a day, a year and two centuries end within about a minute and a half', () => {
  for (const domain of [{ from: YEAR.from, to: YEAR.from }, YEAR, CENTURIES]) {
    const { playback, run } = player(isoDay(domain.from), { domain });
    playback.play();
    const shown = run(20);
    expect([...shown.values()].reduce((sum, ms) => sum + ms, 0)).toBeLessThan(90_000);
    expect(playback.playing).toBe(false);
  }
});

test('thousands of days with events over two centuries are played in minutes, by leaps that the axis hardly shows', () => {
  const stops = Array.from({ length: 9000 }, (_, at) => isoDay(addDays(CENTURIES.from, 8 * at)));
  const { playback, run, steps } = player(stops[0]!, { domain: CENTURIES, stops });
  playback.play();
  const total = [...run(20).values()].reduce((sum, ms) => sum + ms, 0);
  expect(total).toBeLessThan(240_000);
  expect(steps.length).toBeGreaterThan(300);
  expect(steps.at(-1)).toBe(isoDay(CENTURIES.to));
});

test('where the axis shows a year of them, each day with an event is shown, and the year turns', () => {
  const stops = Array.from({ length: 9000 }, (_, at) => isoDay(addDays(CENTURIES.from, 8 * at)));
  const { playback, pass, steps } = player('1914-12-20', { domain: CENTURIES, stops, axis: 'year' });
  playback.play();
  for (let ms = 0; ms < 20_000; ms += 20) pass(20);
  const played = stops.filter((stop) => stop > '1914-12-20' && stop <= steps.at(-1)!);
  expect(steps.at(-1)! > '1915-01-15').toBe(true);
  expect(steps).toEqual(expect.arrayContaining(played));
});

test('days with events are passed over only where so many are on an axis of years', () => {
  expect(leapDays(365, 365)).toBe(1);
  expect(leapDays(300, 73_000)).toBe(1);
  expect(leapDays(5000, 73_000)).toBe(203);
});
