import { dayParts, dayOf, type Day } from '../../src/lib/model/day.ts';
import { OPEN_END, OPEN_START } from '../../src/lib/model/event-columns.ts';
import { bell, weighted } from './random.ts';

/** As in `EventColumns`; `burst` is the number of the burst it belongs to, or -1. */
type SyntheticDate = {
  hardEarliest: number;
  hardLatest: number;
  softEarliest: number;
  softLatest: number;
  burst: number;
};

export const BURSTS = 12;
const IN_BURST = 0.35;
/** Days until a burst has fallen to a third. */
const BURST_DAYS = 5;
const QUIET_WEEKS = 0.3;

/** What is not known to the day: how, and how often. */
const VAGUE = ['days', 'week', 'month', 'open'] as const;
const drawVague = weighted([50, 25, 17, 8]);

/** Days that come in bursts, with quiet weeks between: those known to the day are inside the domain, the others meet it. */
export function syntheticDates(random: () => number, domain: { from: number; to: number }) {
  const length = domain.to - domain.from + 1;
  const weeks = Array.from({ length: Math.ceil(length / 7) }, () =>
    random() < QUIET_WEEKS ? 0.05 : Math.exp(0.6 * bell(random))
  );
  const drawWeek = weighted(weeks);
  const bursts = Array.from({ length: BURSTS }, () => ({
    from: domain.from + Math.floor(random() * length),
    size: 0.2 + random() ** 3
  }));
  const drawBurst = weighted(bursts.map(({ size }) => size));
  const inside = (day: number) => Math.min(Math.max(day, domain.from), domain.to);

  function draw(vague: boolean, approximate: boolean): SyntheticDate {
    const burst = random() < IN_BURST ? drawBurst(random) : -1;
    const day = inside(
      burst < 0
        ? domain.from + 7 * drawWeek(random) + Math.floor(7 * random())
        : bursts[burst]!.from + Math.floor(-BURST_DAYS * Math.log(1 - random()))
    );
    if (!vague) return { hardEarliest: day, hardLatest: day, softEarliest: day, softLatest: day, burst };
    const how = VAGUE[drawVague(random)]!;
    const [earliest, latest] = bounds(how, day);
    const soft = approximate ? (how === 'month' ? 30 : 1) : 0;
    return {
      hardEarliest: earliest,
      hardLatest: latest,
      softEarliest: earliest === OPEN_START ? earliest : earliest - soft,
      softLatest: latest === OPEN_END ? latest : latest + soft,
      burst
    };
  }

  function bounds(how: (typeof VAGUE)[number], day: number): [earliest: number, latest: number] {
    if (how === 'days') return [day, day + 1 + Math.floor(3 * random())];
    if (how === 'week') return [day, day + 6];
    if (how === 'open') return random() < 0.5 ? [OPEN_START, day] : [day, OPEN_END];
    const { year, month } = dayParts(day as Day);
    return [dayOf(year, month, 1)!, (month === 12 ? dayOf(year + 1, 1, 1)! : dayOf(year, month + 1, 1)!) - 1];
  }

  return { draw };
}
