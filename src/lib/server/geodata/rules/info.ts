import { isoDay, parseDay, type Day } from '../../../model/day.ts';
import { OPEN_END, OPEN_START } from '../../../model/event-columns.ts';
import type { Geodata } from '../authored.ts';
import { didYouMean } from '../problems.ts';
import type { Finding } from './rule.ts';

/** Names with a hyphen that HTML keeps for itself. */
const RESERVED = /^(?:annotation-xml|color-profile|font-face(?:-.*)?|missing-glyph)$/;

/** V38: dataset.json agrees with itself and with the program: time line, first view, name of the element. */
export function* infoAgrees(data: Geodata): Iterable<Finding> {
  if (data.info === null) return;
  const { item, ...at } = data.info;
  const { domain, firstView, bounds, zoom, nameForms } = item;
  const [from, to, day] = [parseDay(domain.from), parseDay(domain.to), parseDay(firstView.day)];
  if (from !== null && to !== null && from > to) {
    yield {
      at,
      below: 'domain',
      found: `it ends on ${domain.to}, before it starts on ${domain.from}`,
      advice: 'exchange or correct the days'
    };
  } else if (from !== null && to !== null && day !== null && (day < from || day > to)) {
    yield {
      at,
      below: 'firstView.day',
      found: `${firstView.day} lies outside the time line, ${domain.from} to ${domain.to}`,
      advice: 'choose a day in it'
    };
  }
  for (const [below, box] of [
    ['bounds', bounds],
    ['firstView.bounds', firstView.bounds]
  ] as const) {
    if (isBox(box)) continue;
    yield {
      at,
      below,
      found: `[${box.join(', ')}] is no box on Earth`,
      advice: 'write [west, south, east, north] in degrees'
    };
  }
  if (zoom.min >= zoom.max)
    yield {
      at,
      below: 'zoom',
      found: `min ${zoom.min} is not below max ${zoom.max}`,
      advice: 'exchange or correct them'
    };
  for (const [below, end] of [
    ['domain.from', from],
    ['domain.to', to]
  ] as const) {
    if (end === null || (end > OPEN_START && end < OPEN_END)) continue;
    const found = `${isoDay(end)} is out of reach`;
    const advice = `the program knows days from ${isoDay((OPEN_START + 1) as Day)} to ${isoDay((OPEN_END - 1) as Day)}`;
    yield { at, below, found, advice };
  }
  if (RESERVED.test(item.embed?.element ?? '')) {
    const found = `${JSON.stringify(item.embed?.element)} is a name of HTML itself`;
    yield { at, below: 'embed.element', found, advice: 'choose another one with a hyphen' };
  }
  const forms = nameForms.map(({ id }) => id);
  if (!forms.includes(firstView.nameForm)) {
    yield {
      at,
      below: 'firstView.nameForm',
      found: `no name form ${JSON.stringify(firstView.nameForm)}`,
      advice: didYouMean(firstView.nameForm, forms)
    };
  }
}

/** Whether `[west, south, east, north]` is a box on Earth. */
export function isBox([west, south, east, north]: readonly [number, number, number, number]): boolean {
  return west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
}
