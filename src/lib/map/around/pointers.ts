import type { Language } from '../../i18n/language.ts';
import { foreignLang, placeName } from '../../i18n/names.ts';
import type { Localised, LngLat, NameForm, Site } from '../../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../../model/index-dataset.ts';
import { textWidth, wrapText } from '../../svg/text-width.ts';
import type { Box } from '../box.ts';
import { LINE_PX, NARROW_PX } from '../overlay/label-layout.ts';
import { CHIP_GLYPH_PX, countBadge, countsText, NAME_PX, titlesOf, WHAT_PX } from '../overlay/mark-text.ts';
import { happeningsOf } from '../overlay/happenings.ts';
import type { Mark } from '../overlay/marks.ts';
import { projector, unprojector, type Camera, type Size } from '../projection.ts';
import {
  compassPoint,
  placePointers,
  shareInside,
  type PointerPlace,
  type PointerRequest,
  type Pointers
} from './pointer-layout.ts';

/** A chip at the edge of the map for a place off it. */
export type Pointer = PointerPlace & {
  mark: Mark;
  name: string[];
  /** Of the name, where that is not the language of the page. */
  lang: string | undefined;
  what: string;
  count: string | null;
  /** Accessible name: begins with the visible text, and says the direction. */
  label: string;
};

export type PlacedPointers = { pointers: Pointer[]; more: { box: Box; text: string } | null };

export type PointersOptions = {
  language: Language;
  index: DatasetIndex;
  form: NameForm;
  camera: Camera;
  size: Size;
  blocked: readonly Box[];
  /** Least height of a target, in pixels. */
  targetPx: number;
};

/** Padding, gaps, symbol and arrow: as in the styles of `Pointers.svelte`. */
const AROUND_TEXT_PX = 8 + CHIP_GLYPH_PX + 6 + 6 + 14 + 8;
const COUNT_PX = 23;
const PADDING_PX = 8;
const FITS_PX = { wide: 200, narrow: 96 };

/**
 * Where pointers to these sites off the map stand, the gravest first, each with room for what it says on any day: they
 * stay where they are while days go by.
 */
export function yearPointers(options: PointersOptions, sites: readonly Site[]): Pointers {
  const { language, index, size, blocked } = options;
  const happenings = happeningsOf(index);
  const gravity = ({ id }: Site) =>
    Math.min(...[...happenings.get(id)!.kinds.keys()].map((kind) => index.gravity.get(kind)!));
  const requests = sites
    .filter(({ id }) => happenings.has(id))
    .sort((a, b) => gravity(a) - gravity(b))
    .map((site) => {
      const { kinds, several } = happenings.get(site.id)!;
      const whats = [...kinds.keys()].map((kind) => labelOf(index.dataset.codes, 'kinds', kind));
      if (several) whats.push(language.t('events.count', { n: MANY }));
      return requestOf(options, site, whats, several);
    });
  return placePointers(requests, size, blocked, moreSize(options, requests.length));
}

/**
 * Pointers to places off the map that have an event in the window, the gravest first; past ones need none. `marks`: those
 * that are not in view. Where the year is too crowded for one of them, it takes what room the day leaves.
 */
export function pointersOf(options: PointersOptions, marks: readonly Mark[], year: Pointers): PlacedPointers {
  const { language, index, size, blocked } = options;
  const gravity = (mark: Mark) => index.gravity.get(mark.events[0]!.event.kind)!;
  const now = marks.filter(({ presence }) => presence !== 'past').sort((a, b) => gravity(a) - gravity(b));
  const [placed, crowded] = [now.filter(({ id }) => year.places.has(id)), now.filter(({ id }) => !year.places.has(id))];
  const boxes = placed.map(({ id }) => year.places.get(id)!.box);
  const { places, left, more } = placePointers(
    crowded.map((mark) => requestOf(options, mark, [whatOf(options, mark)], countBadge(language, mark) !== null)),
    size,
    [...blocked, ...boxes],
    moreSize(options, now.length),
    boxes.reduce((sum, { width, height }) => sum + width * height, 0)
  );
  return {
    pointers: now.flatMap((mark) => {
      const place = year.places.get(mark.id) ?? places.get(mark.id);
      if (!place) return [];
      const text = {
        mark,
        ...nameOf(options, mark),
        what: whatLine(options, mark, whatOf(options, mark)),
        count: countBadge(language, mark)
      };
      return [{ ...text, ...place, label: labelOfPointer(options, text, place) }];
    }),
    more: more && { box: more, text: language.t('map.away.more', { n: left.length }) }
  };
}

/** A number of events as wide as any that is likely. */
const MANY = 88;

type Place = { id: string; names: Localised; lngLat: LngLat };

function requestOf(options: PointersOptions, place: Place, whats: readonly string[], counted: boolean): PointerRequest {
  const { camera, size, targetPx } = options;
  const { name } = nameOf(options, place);
  const lines = [
    ...name.map((line) => textWidth(line, NAME_PX, true)),
    ...whats.map((what) => textWidth(whatLine(options, place, what), WHAT_PX))
  ];
  return {
    id: place.id,
    to: projector(camera, size)(place.lngLat),
    size: {
      width: Math.max(...lines) + AROUND_TEXT_PX + (counted ? COUNT_PX : 0),
      height: Math.max((name.length + 1) * LINE_PX + PADDING_PX, targetPx)
    }
  };
}

function nameOf({ language, form, size }: PointersOptions, { names }: Place): Pick<Pointer, 'name' | 'lang'> {
  const { main, lang } = placeName(names, form);
  const fitsPx = size.width < NARROW_PX ? FITS_PX.narrow : FITS_PX.wide;
  return { name: wrapText(main, fitsPx, NAME_PX, true), lang: foreignLang(language, lang) };
}

/** "Vote, 35 km"; where there is little room only how far it is. */
function whatLine({ language: { t }, camera, size }: PointersOptions, { lngLat }: Place, what: string): string {
  const distance = t('map.away.km', { n: roundedKm(kmBeyond(lngLat, camera, size)) });
  return size.width < NARROW_PX ? distance : t('map.away.line', { what, distance });
}

const moreSize = ({ language: { t }, targetPx }: PointersOptions, n: number): Size => ({
  width: textWidth(t('map.away.more', { n }), WHAT_PX) + 24,
  height: Math.max(26, targetPx)
});

/** The kind of its event, or how many there are. */
function whatOf({ language, index }: PointersOptions, { events, total }: Mark): string {
  return total === 1
    ? labelOf(index.dataset.codes, 'kinds', events[0]!.event.kind)
    : language.t('events.count', { n: total });
}

function labelOfPointer(
  { language }: PointersOptions,
  { mark, name, what }: Pick<Pointer, 'mark' | 'name' | 'what'>,
  { angle }: PointerPlace
): string {
  const { t } = language;
  return t('map.away.name', {
    label: t('map.mark.what', { place: name.join(' '), what }),
    direction: t(`map.away.${compassPoint(angle)}`),
    counts: countsText(language, mark),
    titles: titlesOf(language, mark)
  });
}

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** How far a place lies beyond the edge of the frame, on the line from its middle. */
export function kmBeyond(lngLat: LngLat, camera: Camera, size: Size): number {
  const at = projector(camera, size)(lngLat);
  const middle = { x: size.width / 2, y: size.height / 2 };
  const way = { x: at.x - middle.x, y: at.y - middle.y };
  const share = shareInside(way, middle);
  if (share >= 1) return 0;
  const edge = unprojector(camera, size)({ x: middle.x + way.x * share, y: middle.y + way.y * share });
  return greatCircleKm(edge, lngLat);
}

function greatCircleKm([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const half = (degrees: number) => Math.sin((degrees * RADIANS) / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * half(lng2 - lng1);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

/** As precise as such a distance is read: 7, 35, 240, 1,650. */
export function roundedKm(km: number): number {
  const step = km < 20 ? 1 : km < 100 ? 5 : km < 1000 ? 10 : 50;
  return Math.max(Math.round(km / step) * step, 1);
}
