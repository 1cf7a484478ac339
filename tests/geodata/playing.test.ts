import { beforeEach, expect, test, vi } from 'vitest';
import { isoDay, type Day } from '../../src/lib/model/day.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { storylineOf } from '../../src/lib/model/scene.ts';
import { firstDayOf } from '../../src/lib/model/stops.ts';
import { firstView } from '../../src/lib/model/view.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { Playback } from '../../src/lib/state/playback.svelte.ts';
import { bruteStops } from '../unit/model/brute-scene.ts';

// The class runs here as plain TypeScript: its one rune only marks fields.
beforeEach(() => void vi.stubGlobal('$state', <T>(value: T) => value));

const index = indexDataset(loadDataset());
const { domain } = index.dataset.info;
const { events } = storylineOf(index, firstView(index.dataset.info));

test('playing the year takes at most a minute, and each event’s day is on screen for at least 1.5 s', () => {
  let now: Day = domain.to;
  let nowMs = 0;
  let frame: ((nowMs: number) => void) | null = null;
  const shownMs = new Map<Day, number>();
  const playback = new Playback(
    {
      current: () => now,
      step: (to) => (now = to),
      domain,
      stops: () => bruteStops(events, domain)
    },
    {
      requestFrame: (run) => ((frame = run), 1),
      cancelFrame: () => (frame = null),
      reducedMotion: () => false,
      onHidden: () => () => {}
    }
  );
  playback.play();
  expect(isoDay(now), 'from the end it begins anew').toBe(isoDay(domain.from));
  while (playback.playing) {
    const ms = 16 + (nowMs % 23);
    nowMs += ms;
    shownMs.set(now, (shownMs.get(now) ?? 0) + ms);
    frame!(nowMs);
  }
  expect(nowMs).toBeLessThanOrEqual(60_000);
  for (const { event } of events) {
    const day = firstDayOf(event, domain);
    expect(shownMs.get(day) ?? 0, `${event.id}, ${isoDay(day)}`).toBeGreaterThanOrEqual(1500);
  }
});
