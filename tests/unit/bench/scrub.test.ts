import { expect, test } from 'vitest';
import { readColumns } from '../../synthetic/columns-binary.ts';
import { BenchData } from '../../bench/scrub/data.ts';
import type { Cell } from '../../bench/scrub/measure.ts';
import {
  countsOf,
  DRAG_POSITIONS,
  movesOf,
  planOf,
  RADIUS_PX,
  SIZE,
  windowAt,
  type Plan
} from '../../bench/scrub/plan.ts';
import { pixelOf, probesOf } from '../../bench/scrub/probes.ts';
import { aims, cellKey, scrubReport } from '../../bench/scrub/report.ts';
import { ROWS } from '../../bench/scrub/variants.ts';

const data = new BenchData(5000);
const { columns } = data;
const plan = planOf(columns, 0.05);
const asks = probesOf(columns, plan);
const everyRow = Array.from({ length: columns.length }, (_, row) => row);
const shownIn = (day: number, windowDays: number) => {
  const { from, to } = windowAt(day, windowDays);
  return everyRow.filter((row) => columns.softEarliest[row]! <= to && columns.softLatest[row]! >= from);
};
const meanShare = ({ days, windowDays }: Plan) =>
  days.reduce((sum, day) => sum + shownIn(day, windowDays).length, 0) / days.length / columns.length;

test.each([0.05, 0.5] as const)('the window holds the share of events asked for: %f', (share) => {
  const plan = planOf(columns, share);
  expect(plan.days).toHaveLength(DRAG_POSITIONS);
  expect(Math.abs(meanShare(plan) - share)).toBeLessThan(0.01);
  for (const windowDays of [plan.windowDays - 1, plan.windowDays + 1])
    expect(Math.abs(meanShare({ ...plan, windowDays }) - share)).toBeGreaterThanOrEqual(
      Math.abs(meanShare(plan) - share)
    );
});

test('counts must add up to the rows in the window, by brute force', () => {
  const countOf = countsOf(columns);
  for (const windowDays of [1, 30, 200])
    for (const day of [plan.days[0]!, plan.days[50]!])
      expect(countOf(day, windowDays)).toBe(shownIn(day, windowDays).length);
});

test('steps are of one day and jumps of 20 and more, between days that are distinguishable', () => {
  const days = Array.from({ length: 60 }, (_, day) => day);
  const apart = (from: number, to: number) => (from + to) % 3 !== 0;
  const [steps, jumps] = [movesOf(days, apart, 20, 'steps'), movesOf(days, apart, 20, 'jumps')];
  expect([steps.length, jumps.length]).toEqual([20, 20]);
  expect(steps.every(({ from, to }) => Math.abs(from - to) === 1 && apart(from, to))).toBe(true);
  expect(jumps.every(({ from, to }) => Math.abs(from - to) >= 20 && apart(from, to))).toBe(true);
  expect(new Set(steps.map(({ from }) => from)).size).toBeGreaterThan(10);
});

test('a probe is lit on a day if and only if a disc drawn then covers it, by brute force', () => {
  for (const day of plan.days.filter((_, index) => index % 10 === 0)) {
    const discs = shownIn(day, plan.windowDays).map((row) => pixelOf(columns.lng[row]!, columns.lat[row]!));
    const { probes } = asks.get(day)!;
    expect(new Set(probes.map(([, , lit]) => lit))).toEqual(new Set([0, 1]));
    for (const [x, y, lit] of probes) {
      const nearest = Math.min(...discs.map((disc) => Math.hypot(disc.x - x - 0.5, disc.y - y - 0.5)));
      if (lit) expect(nearest).toBeLessThan(RADIUS_PX - 1);
      else expect(nearest).toBeGreaterThan(RADIUS_PX + 1);
    }
  }
});

test('days reported as distinguishable are: the probes of one fail on the picture of the other', () => {
  const [one, two] = [plan.days[10]!, plan.days[11]!];
  expect(asks.get(one)!.apart.has(two)).toBe(true);
  const discs = shownIn(two, plan.windowDays).map((row) => pixelOf(columns.lng[row]!, columns.lat[row]!));
  const asOther = ([x, y]: readonly [number, number, ...unknown[]]) =>
    discs.some((disc) => Math.hypot(disc.x - x - 0.5, disc.y - y - 0.5) < RADIUS_PX);
  expect(asks.get(one)!.probes.some((probe) => asOther(probe) !== (probe[2] === 1))).toBe(true);
});

test('all events lie inside the picture, the middle of the view in its middle', () => {
  const pixels = everyRow.map((row) => pixelOf(columns.lng[row]!, columns.lat[row]!));
  expect(pixels.every(({ x, y }) => x >= 0 && y >= 0 && x <= SIZE.width && y <= SIZE.height)).toBe(true);
  expect(pixelOf(20.8, 43)).toEqual({ x: SIZE.width / 2, y: SIZE.height / 2 });
});

test('both forms of a data set say the same', () => {
  const read = readColumns(data.binary.buffer as ArrayBuffer, 'bench.bin');
  const { features } = JSON.parse(data.geojson.toString()) as GeoJSON.FeatureCollection<GeoJSON.Point>;
  expect(features).toHaveLength(columns.length);
  for (const row of [0, 1, 2500, 4999]) {
    expect(features[row]!.properties).toEqual({ s: read.softEarliest[row], e: read.softLatest[row] });
    expect(features[row]!.geometry.coordinates[0]).toBeCloseTo(read.lng[row]!, 5);
  }
});

const step = (ms: number) => ({ ms, frameMs: ms / 2 });
const cell = (
  ms: number,
  change: Partial<{ scriptMs: number; shown: number; loadMs: number; bytes: number }> = {}
): Cell => {
  const { scriptMs = 1, shown = 95, loadMs = 2000, bytes = 120e6 } = change;
  const answers = {
    step: step(ms),
    jump: step(ms + 1),
    filter: step(ms + 2),
    reported: null,
    work: { scriptMs, processorMs: 30 },
    shown: { frame: shown, clock: 40 }
  };
  return {
    loadMs,
    bytes,
    shares: new Map([
      [0.05, answers],
      [0.5, answers]
    ])
  };
};
const about = {
  command: 'npm run bench:scrub',
  day: '2023-05-29',
  machine: 'a machine',
  rounds: 1,
  moves: { steps: 30, jumps: 12 },
  limits: { load: 45_000, move: 8000, moves: 8000 }
};

test('the report has every cell: measured with its ratio to the floor, stopped with the reason, or not measured', () => {
  const cells = new Map<string, Cell>([
    [cellKey('floor', 10_000), cell(10)],
    [cellKey('set-filter', 10_000), cell(57)],
    [cellKey('set-filter', 1_000_000), { stopped: 'not loaded in 45 s' }]
  ]);
  const text = scrubReport(cells, about);
  expect(text).toContain(
    '| MapLibre `setFilter` | 57 ms (5.70 ×) | not measured | not measured | stopped: not loaded in 45 s |  |'
  );
  expect(text).toContain('| Leaflet.timeline | not measured |  |  |  |  |');
});

test('aims are met or not by the worst of all sizes; a size that was not measured leaves them open', () => {
  const met = new Map<string, Cell>(
    ROWS.flatMap((rows) => [
      [cellKey('floor', rows), cell(10)],
      [cellKey('time-layer', rows), cell(12, { loadMs: 1400, bytes: 50e6 })]
    ])
  );
  const asked = aims(met).filter(({ found }) => found !== null);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.every(({ met }) => met)).toBe(true);
  const missed = new Map(met)
    .set(cellKey('time-layer', 10_000), cell(13.5))
    .set(cellKey('time-layer', 100_000), cell(20, { shown: 94 }))
    .set(cellKey('time-layer', 1_000_000), cell(40, { scriptMs: 3.5, loadMs: 3500, bytes: 200e6 }));
  expect(aims(missed).flatMap(({ found, met }) => (met || found === null ? [] : found))).toEqual([
    '4.00 × at 1,000,000: 2.70 × too much',
    '4.00 × at 1,000,000: 2.70 × too much',
    '1 of 95 at 100,000: 1 of 95 too much',
    '2.5 ms at 1,000,000: 0.5 ms too much',
    '2.5 ms at 1,000,000: 0.5 ms too much',
    '32 ms: 16 ms too much',
    '3.50 s: 2.00 s too much',
    '200 MB: 140 MB too much'
  ]);
  missed.delete(cellKey('floor', 350_000));
  expect(aims(missed)[0]).toMatchObject({ found: null, met: false });
  expect(aims(new Map()).every(({ found, met }) => found === null && !met)).toBe(true);
});

test('of several rounds each aim has what was found in all of them, and is met where it was in each', () => {
  const round = (ms: number) =>
    new Map<string, Cell>(
      ROWS.flatMap((rows) => [
        [cellKey('floor', rows), cell(10)],
        [cellKey('time-layer', rows), cell(ms)]
      ])
    );
  const text = scrubReport(round(12), about, [round(12.5), round(14)]);
  expect(text).toContain('Of 3 rounds');
  expect(text).toContain(
    '- NOT met in 1 of 3: a step at most 1.3 times the floor, half of the events in the window ' +
      '(1.20 × at 10,000; 1.25 × at 10,000; 1.40 × at 10,000: 0.10 × too much)'
  );
  expect(text).toContain('- NOT met: 1,000,000 events in at most 60 MB (120 MB: 60 MB too much; ');
  expect(text).toContain('- met: no position of a drag unseen, one each frame (0 of 95 at 10,000; 0 of 95');
  // A round that was cut short says nothing.
  expect(scrubReport(round(12), about, [new Map()])).toContain('window (1.20 × at 10,000)');
});
