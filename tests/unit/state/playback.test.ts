import { beforeEach, expect, test, vi } from 'vitest';
import { addDays, isoDay, type Day } from '../../../src/lib/model/day.ts';
import { dayAfter, Playback, stopMs } from '../../../src/lib/state/playback.svelte.ts';
import { day, YEAR } from '../time/fixture.ts';

// The class runs here as plain TypeScript: its one rune only marks fields.
beforeEach(() => void vi.stubGlobal('$state', <T>(value: T) => value));

/** A player over one day, with a clock that the test turns. */
function player(from: string, { reduced = false, stops = [] as string[] } = {}) {
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
      domain: YEAR,
      stops: () => stops.map(day)
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
  return {
    playback,
    steps,
    pass,
    hide: () => hide(),
    waits: () => frame !== null,
    scrub: (iso: string) => (now = day(iso))
  };
}

test('only whole days are counted, and time does not run backwards', () => {
  expect(dayAfter(day('2023-05-29'), 999, 1)).toBe(day('2023-05-29'));
  expect(dayAfter(day('2023-05-29'), 1000, 1)).toBe(day('2023-05-30'));
  expect(dayAfter(day('2023-05-29'), 1500, 7)).toBe(addDays(day('2023-05-29'), 10));
  expect(dayAfter(day('2023-05-29'), -40, 7)).toBe(day('2023-05-29'));
});

test('it moves by the time that has passed, once a frame, and not at all within a day', () => {
  const { playback, pass, steps } = player('2023-05-29');
  playback.speed = 2;
  playback.play();
  pass(16);
  pass(400);
  expect(steps).toEqual([]);
  pass(200);
  pass(2000);
  expect(steps).toEqual(['2023-05-30', '2023-06-03']);
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

test('a reader who scrubs while it plays is followed', () => {
  const { playback, pass, scrub, steps } = player('2023-01-01');
  playback.speed = 1;
  playback.play();
  pass(16);
  pass(1000);
  scrub('2023-08-01');
  pass(16);
  pass(1000);
  expect(steps).toEqual(['2023-01-02', '2023-08-02']);
});

test('another speed goes on from the day reached', () => {
  const { playback, pass, steps } = player('2023-01-01');
  playback.speed = 1;
  playback.play();
  pass(16);
  pass(3000);
  playback.speed = 30;
  pass(16);
  pass(1000);
  expect(steps).toEqual(['2023-01-04', '2023-02-03']);
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
  const { playback, pass, steps } = player('2023-05-20', {
    reduced: true,
    stops: ['2023-04-01', '2023-05-29', '2023-09-24']
  });
  playback.play();
  pass(16);
  pass(stopMs(7) - 20);
  expect(steps).toEqual([]);
  pass(30);
  pass(stopMs(7));
  expect(steps).toEqual(['2023-05-29', '2023-09-24']);
  pass(stopMs(7));
  expect(playback.playing).toBe(false);
});

test('an event stays for 1.5 to 4 seconds, by the speed asked for', () => {
  expect([stopMs(2), stopMs(7), stopMs(30)]).toEqual([4000, 1500, 1500]);
});
