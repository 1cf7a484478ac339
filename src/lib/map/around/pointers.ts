import type { Language } from '../../i18n/language.ts';
import { foreignLang, placeName } from '../../i18n/names.ts';
import type { LngLat, NameForm } from '../../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../../model/index-dataset.ts';
import { textWidth, wrapText } from '../../svg/text-width.ts';
import type { Box } from '../box.ts';
import { CHIP_GLYPH_PX, countBadge, countsText, LINE_PX, NAME_PX, WHAT_PX } from '../overlay/mark-text.ts';
import type { Mark } from '../overlay/marks.ts';
import { projector, unprojector, type Camera, type Size } from '../projection.ts';
import { compassPoint, placePointers, shareInside, type PointerPlace, type PointerRequest } from './pointer-layout.ts';

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
  /** The marks off the map that are not in view. */
  marks: readonly Mark[];
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
const NARROW_PX = 520;
const FITS_PX = { wide: 200, narrow: 96 };

/** Pointers to places off the map that have an event in the window, the gravest first; past ones need none. */
export function pointersOf(options: PointersOptions): PlacedPointers {
  const { language, index, marks, form, camera, size, blocked, targetPx } = options;
  const { t } = language;
  const narrow = size.width < NARROW_PX;
  const project = projector(camera, size);
  const gravity = (mark: Mark) => index.gravity.get(mark.events[0]!.event.kind)!;
  const texts = marks
    .filter(({ presence }) => presence !== 'past')
    .sort((a, b) => gravity(a) - gravity(b))
    .map((mark) => {
      const { main, lang } = placeName(mark.names, form);
      const name = wrapText(main, narrow ? FITS_PX.narrow : FITS_PX.wide, NAME_PX, true);
      const distance = t('map.away.km', { n: roundedKm(kmBeyond(mark.lngLat, camera, size)) });
      const what = narrow ? distance : t('map.away.line', { what: whatOf(options, mark), distance });
      const count = countBadge(language, mark);
      return { mark, name, lang: foreignLang(language, lang), what, count };
    });
  const requests = texts.map(({ mark, name, what, count }): PointerRequest => ({
    id: mark.id,
    to: project(mark.lngLat),
    size: {
      width:
        Math.max(...name.map((line) => textWidth(line, NAME_PX, true)), textWidth(what, WHAT_PX)) +
        AROUND_TEXT_PX +
        (count ? COUNT_PX : 0),
      height: Math.max((name.length + 1) * LINE_PX + PADDING_PX, targetPx)
    }
  }));
  const moreText = (n: number) => t('map.away.more', { n });
  const moreSize = { width: textWidth(moreText(requests.length), WHAT_PX) + 24, height: Math.max(26, targetPx) };
  const { places, left, more } = placePointers(requests, size, blocked, moreSize);
  return {
    pointers: texts.flatMap((text) => {
      const place = places.get(text.mark.id);
      return place ? [{ ...text, ...place, label: labelOfPointer(options, text, place) }] : [];
    }),
    more: more && { box: more, text: moreText(left.length) }
  };
}

/** The kind of its event, or how many there are. */
function whatOf({ language, index }: PointersOptions, { events }: Mark): string {
  return events.length === 1
    ? labelOf(index.dataset.codes, 'kinds', events[0]!.event.kind)
    : language.t('events.count', { n: events.length });
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
    titles: mark.events.map(({ event }) => event.title).join(t('map.mark.and'))
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
