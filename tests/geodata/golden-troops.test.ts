import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { parseDay, type Day } from '../../src/lib/model/day.ts';
import { figuresOf } from '../../src/lib/model/figures.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { reportedClaim } from '../../src/lib/model/reports.ts';
import { troopsAt, troopTracks, type FlowLevel } from '../../src/lib/model/troops.ts';

const index = indexDataset(loadDataset());
const day = (iso: string): Day => parseDay(iso)!;
const tracks = (asOf: string | null = null) =>
  troopTracks(index, { asOf: asOf === null ? null : day(asOf), hiddenArticles: [] })!;
const at = (iso: string, asOf: string | null = null) => troopsAt(tracks(asOf), day(iso));

/** A flow in one line: each rung with its own number, `?` where it is possible only. */
function line({ flow, rungs }: FlowLevel): string {
  const words = rungs.map(({ status, presence, number }) => {
    const size = number ? (number.upper === number.lower ? `${number.lower}` : `${number.lower}+`) : 'not stated';
    return `${size} ${status}${presence === 'possible' ? '?' : ''}`;
  });
  return `${flow.id}: ${words.join(', ')}`;
}

/** Persons reported injured or killed, over all events up to a day. */
function casualties(asOf: string | null) {
  const filter = { asOf: asOf === null ? null : day(asOf), hiddenArticles: [] };
  const claims = index.dataset.claims.flatMap((claim) => reportedClaim(index, claim.id, filter) ?? []);
  return Object.fromEntries(
    figuresOf(index, claims).map(({ key, lower, upper }) => [
      key,
      upper === lower ? `${lower}` : `${lower}–${upper ?? '∞'}`
    ])
  );
}

// The rows of the golden table, and what each may not say.
describe('golden troop table', () => {
  test('28 May: no claim on any track', () => {
    const state = at('2023-05-28');
    expect(state.stock).toBeNull();
    expect(state.flows).toEqual([]);
    expect(state.alerts).toEqual([]);
  });

  test('29 May: still no claim; 30 to 93 KFOR soldiers and 50 demonstrators injured', () => {
    const state = at('2023-05-29');
    expect(state.stock).toBeNull();
    expect(state.flows).toEqual([]);
    expect(state.alerts).toEqual([]);
    expect(casualties(null)).toMatchObject({ 'injured|kfor|': '30–93', 'injured|demonstrators|': '50' });
  });

  test('30 May: 700 decided and one battalion on alert with an open end; as reported by that day, 30 injured', () => {
    const state = at('2023-05-30');
    expect(state.stock).toBeNull();
    // topwar-2023-09-29, line 21, dates the escalation (“end of May”), not the sending: possible from the decision on.
    // Line 9 has KFOR strengthened “in May”, by no number: possible on the last two days of the month.
    expect(state.flows.map(line)).toEqual(['may: 700 decided, 700 sent?, not stated deployed?']);
    expect(state.alerts.map(({ units, to }) => [units, to])).toEqual([[1, Infinity]]);
    expect(casualties('2023-05-30')).toEqual({ 'injured|kfor|': '30', 'injured|demonstrators|': '50' });
  });

  test('as reported by 30 May, 700 are decided and nothing more is known', () => {
    expect(at('2023-05-30', '2023-05-30').flows.map(line)).toEqual(['may: 700 decided']);
    expect(at('2023-05-30', '2023-05-29').flows).toEqual([]);
  });

  test('24 September: 700 possibly sent, the alert still open; killed: one police officer, three on the Serb side, two seriously injured', () => {
    const state = at('2023-09-24');
    expect(state.stock).toBeNull();
    const may = state.flows.find(({ flow }) => flow.id === 'may')!;
    // Sent is the highest rung with the number; that anyone arrived carries none.
    // topwar-2023-09-29, line 21: the 700 were sent by its day, 29 September; no article says when.
    expect(line(may)).toBe('may: 700 decided, 700 sent?, not stated deployed');
    expect(state.flows.filter(({ surely }) => surely !== null).map(({ flow }) => flow.id)).toEqual(['may']);
    expect(state.alerts).toHaveLength(1);
    expect(casualties(null)).toMatchObject({
      'killed|kosovo-police|': '1',
      'killed|serb-side|': '3',
      'injured|serb-side|serious': '2'
    });
  });

  test('29 September: 700 sent; more authorised, number not stated: neither 0 nor 700', () => {
    const [may, autumn] = ['may', 'autumn'].map((id) => at('2023-09-29').flows.find(({ flow }) => flow.id === id)!);
    // topwar-2023-09-29, line 21, reports the sending: by its day the 700 are surely sent.
    expect(line(may!)).toBe('may: 700 decided, 700 sent, not stated deployed');
    expect(line(autumn!)).toBe('autumn: not stated decided, not stated authorised, not stated deployed?');
    expect(autumn!.steps.every(({ quantity }) => quantity.lower === 1 && quantity.upper === null)).toBe(true);
  });

  test('20 November: more than 4,500 from 27 countries; the autumn reinforcement deployed, number not stated', () => {
    const { stock, flows, alerts } = at('2023-11-20');
    expect([stock!.lower, stock!.upper, stock!.ageDays]).toEqual([4501, null, 0]);
    expect(stock!.statement.contributors!.quantity.value).toBe(27);
    const autumn = flows.find(({ flow }) => flow.id === 'autumn')!;
    // The claims date the deployment only to a day from 24 September to 27 November.
    expect(line(autumn)).toBe('autumn: not stated decided, not stated authorised, not stated deployed?');
    expect(flows.some(({ flow }) => flow.id === 'thousand')).toBe(false);
    expect(alerts).toHaveLength(1);
  });

  test('7 December: last stated 17 days ago; 1,000 added over the window of the interview; vehicles; 93 injured', () => {
    const { stock, flows, equipment, alerts } = at('2023-12-07');
    expect([stock!.lower, stock!.upper, stock!.ageDays]).toEqual([4501, null, 17]);
    const thousand = flows.find(({ flow }) => flow.id === 'thousand')!;
    expect(line(thousand)).toBe('thousand: 1000 deployed?');
    expect(thousand.steps.map(({ claim }) => claim.date.edtf)).toContain('2023-05-29/2023-12-08');
    expect(equipment.map(({ quantity }) => [quantity.lower, quantity.upper])).toEqual([[1, null]]);
    expect(alerts).toHaveLength(1);
    const filter = { asOf: day('2023-12-07'), hiddenArticles: [] };
    const kfor = figuresOf(index, [reportedClaim(index, 'postsen-08', filter)!]).find(
      ({ severity }) => severity === null
    )!;
    expect([kfor.lower, kfor.upper]).toEqual([93, 93]);
  });

  test('derived: a base of at least 3,501 or 2,801, with no upper bound, in both readings', () => {
    const { derived } = at('2023-12-08');
    expect(derived.map(({ reading, atLeast }) => [reading.id, atLeast])).toEqual([
      ['A', 3501],
      ['B', 2801]
    ]);
    expect(derived[1]!.subtracted.map(({ amount }) => amount)).toEqual([1000, 700]);
    expect(at('2023-11-20').derived).toEqual([]);
  });
});

describe('what the troop state never does', () => {
  const { from, to } = index.dataset.info.domain;
  const days = Array.from({ length: to - from + 1 }, (_, i) => (from + i) as Day);

  test('no number but a stated one appears, on any day', () => {
    const stated = new Set(
      index.dataset.claims.flatMap(({ quantities }) =>
        quantities.flatMap(({ lower, upper, value }) => [lower, upper, value])
      )
    );
    for (const d of days) {
      const state = troopsAt(tracks(), d);
      for (const { rungs } of state.flows) {
        for (const { number } of rungs) if (number) expect(stated).toContain(number.lower);
      }
      if (state.stock) expect(stated).toContain(state.stock.lower);
    }
  });

  test('the 700 of May are decided and sent, and never said to have arrived', () => {
    for (const d of days) {
      for (const { rungs } of troopsAt(tracks(), d).flows) {
        const at700 = rungs.filter(({ number }) => number?.lower === 700).map(({ status }) => status);
        expect(['decided', 'sent']).toEqual(expect.arrayContaining(at700));
      }
    }
  });

  test('700 and 1,000 are never one number', () => {
    for (const d of days) expect(JSON.stringify(troopsAt(tracks(), d))).not.toMatch(/\b1700\b/);
  });

  test('the level before the first total is no claim, and after the last total has no upper bound', () => {
    for (const d of days) {
      const { stock } = troopsAt(tracks(), d);
      if (d < day('2023-11-20')) expect(stock).toBeNull();
      else expect([stock!.lower, stock!.upper]).toEqual([4501, null]);
    }
  });
});
