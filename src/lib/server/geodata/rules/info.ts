import { parseDay } from '../../../model/day.ts';
import { eastwards, LAST_LATITUDE, onGlobe } from '../../../model/longitude.ts';
import type { Geodata } from '../authored.ts';
import { didYouMean } from '../problems.ts';
import type { Finding } from './rule.ts';

type Box = readonly [number, number, number, number];

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
    const wrong = boxProblem(box);
    if (wrong !== null) yield { at, below, ...wrong };
  }
  if (isWholeRound(bounds)) yield* overTheEdge(data, at);
  if (zoom.min >= zoom.max)
    yield {
      at,
      below: 'zoom',
      found: `min ${zoom.min} is not below max ${zoom.max}`,
      advice: 'exchange or correct them'
    };
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

/** What is wrong with `[west, south, east, north]`; `null` where the map can show it. */
export function boxProblem(box: Box): Pick<Finding, 'found' | 'advice'> | null {
  const shown = `[${box.join(', ')}]`;
  const [west, south, east, north] = eastwards(box);
  if (!(west < east && south < north && west >= -180 && east <= 540 && south >= -90 && north <= 90))
    return { found: `${shown} is no box on Earth`, advice: 'write [west, south, east, north] in degrees' };
  if (east - west > (box[2] < box[0] ? 180 : 360)) {
    const found = `${shown} is no box on Earth: it goes ${Math.round(east - west)}° eastwards`;
    const advice = 'write [west, south, east, north] in degrees; over the antimeridian as [177, -19, -178, -16]';
    return { found, advice };
  }
  if (south >= -LAST_LATITUDE && north <= LAST_LATITUDE) return null;
  const cut = [west, Math.max(south, -LAST_LATITUDE), box[2], Math.min(north, LAST_LATITUDE)];
  const found = `${shown} reaches beyond ${LAST_LATITUDE}°, where the map’s projection ends`;
  return { found, advice: `write [${cut.join(', ')}]; a site beyond is offMap` };
}

/** So wide that both sides of the antimeridian lie at its edges. */
const isWholeRound = ([west, , east]: Box): boolean => east - west >= 350;

/** A region over the antimeridian that is written as the whole world round: it would be two specks at the edges. */
function* overTheEdge(data: Geodata, at: Finding['at']): Iterable<Finding> {
  const shown = data.sites.filter(({ item }) => !item.properties.offMap && !item.properties.context);
  const places = shown.map(({ item }) => item.geometry.coordinates);
  if (places.length === 0) return;
  const widthOf = (lngs: readonly number[]) => Math.max(...lngs) - Math.min(...lngs);
  const [lngs, turned] = [places.map(([lng]) => lng), places.map(([lng]) => (lng < 0 ? lng + 360 : lng))];
  if (widthOf(lngs) < 180 || widthOf(turned) > 90) return;
  const lats = places.map(([, lat]) => lat);
  const box = [Math.min(...turned) - 1, Math.min(...lats) - 1, Math.max(...turned) + 1, Math.max(...lats) + 1];
  const rounded = box.map((degrees) => Math.round(onGlobe(degrees) * 10) / 10);
  yield {
    at,
    below: 'bounds',
    found: 'they go round the whole world, and all sites lie together on both sides of the antimeridian',
    advice: `write a box over it, such as [${rounded.join(', ')}], here and in firstView.bounds`
  };
}
