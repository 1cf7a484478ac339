import { placeName } from '../../i18n/names.ts';
import type { NameForm, Site } from '../../model/dataset.ts';
import type { Palette } from '../../ui/palette.ts';
import { byZoom } from '../maplibre/basemap-layers.ts';
import type { BasemapName } from './basemap-pieces.ts';
import { placeLabels, type Box, type LabelPlace, type LabelRequest } from '../overlay/label-layout.ts';
import { COUNTRY_NAMES, RANKS } from '../maplibre/label-layers.ts';
import { siteNamePx } from '../overlay/label-requests.ts';
import { LINE_PX } from '../overlay/mark-text.ts';
import { projector, type Camera, type Point, type Size } from '../projection.ts';
import { short, type Shape } from '../../svg/shape.ts';
import { styleValue } from './style-value.ts';
import { textWidth } from '../../svg/text-width.ts';

export type NamesOptions = {
  names: readonly BasemapName[];
  /**
   * Sites of the dataset: their marks and labels are placed there, so the basemap's labels keep off, whatever the day.
   */
  sites: readonly Site[];
  form: NameForm;
  camera: Camera;
  size: Size;
  /** How far around `size` the SVG may be visible; labels are placed there too. */
  around: Size;
  colours: Palette;
  /** Space inside `size` that is taken. */
  taken?: readonly Box[];
};

/** Half widths of a mark and of a place's dot. */
const KEEP_OUT_PX = 16;
const DOT_PX = 5;

/** The basemap's labels that the MapLibre style has at this zoom, where there is room. */
export function basemapNameShapes({
  names,
  sites,
  form,
  camera,
  size,
  around,
  colours,
  taken = []
}: NamesOptions): Shape[] {
  const { zoom } = camera;
  const project = projector(camera, size);
  const frame = { width: size.width + 2 * around.width, height: size.height + 2 * around.height };
  const inFrame = (at: Point): Point => ({ x: at.x + around.width, y: at.y + around.height });
  const shown = names.flatMap((name, index): Word[] => {
    const at = inFrame(project(name.lngLat));
    const text = placeName(name.names, form).main;
    const word = name.rank === null ? countryWord(text, zoom) : placeWord(text, name.rank, zoom);
    const seen = at.x > 0 && at.y > 0 && at.x < frame.width && at.y < frame.height;
    return word && seen ? [{ ...word, id: `name-${index}`, at, rank: name.rank }] : [];
  });
  const requests = [
    ...sites
      .filter(({ offMap }) => !offMap)
      .map((site): LabelRequest => ({
        id: site.id,
        kind: 'pin',
        at: inFrame(project(site.lngLat)),
        radius: KEEP_OUT_PX,
        size: { width: textWidth(placeName(site.names, form).main, siteNamePx(site)), height: LINE_PX }
      })),
    ...shown
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ id, at, rank, width, px }): LabelRequest => ({
        id,
        at,
        kind: rank === null ? 'chip' : 'name',
        radius: DOT_PX,
        size: { width, height: px * 1.3 }
      }))
  ];
  const places = placeLabels(
    requests,
    frame,
    taken.map((box) => ({ ...box, ...inFrame(box) }))
  );
  return shown.flatMap((word) => {
    const place = places.get(word.id);
    return place ? wordShapes(word, place, around, colours) : [];
  });
}

type Word = { id: string; at: Point; text: string; px: number; spacing: number; width: number; rank: number | null };
type Form = Pick<Word, 'text' | 'px' | 'spacing' | 'width'>;

function placeWord(text: string, rank: number, zoom: number): Form | null {
  const style = RANKS.find((each) => each.rank === rank);
  if (!style || zoom < style.minzoom) return null;
  const px = styleValue({ zoom, properties: {} }, byZoom(7, style.from, 12, style.to)) as number;
  return { text, px, spacing: 0, width: textWidth(text, px) };
}

function countryWord(name: string, zoom: number): Form | null {
  if (zoom >= COUNTRY_NAMES.maxzoom) return null;
  const text = name.toUpperCase();
  const px = styleValue({ zoom, properties: {} }, byZoom(7, COUNTRY_NAMES.from, 10, COUNTRY_NAMES.to)) as number;
  const spacing = COUNTRY_NAMES.spacing * px;
  return { text, px, spacing, width: textWidth(text, px) + spacing * text.length };
}

function wordShapes(
  { at, text, px, spacing, rank }: Word,
  { box, side }: LabelPlace,
  around: Size,
  colours: Palette
): Shape[] {
  const x = side === 'left' ? box.x + box.width : side === 'right' ? box.x : box.x + box.width / 2;
  const label: Shape = {
    tag: 'text',
    attributes: {
      x: short(x - around.width),
      y: short(box.y + box.height / 2 + px * 0.36 - around.height),
      'text-anchor': { left: 'end', right: undefined, centre: 'middle' }[side],
      'font-size': short(px),
      'letter-spacing': spacing ? short(spacing) : undefined,
      fill: rank === null ? colours.inkSoft : colours.label,
      opacity: rank === null ? 0.75 : undefined,
      ...halo(colours, rank === null ? 1.2 : 1.4)
    },
    text
  };
  if (rank === null) return [label];
  const dot: Shape = {
    tag: 'circle',
    attributes: {
      cx: short(at.x - around.width),
      cy: short(at.y - around.height),
      r: RANKS.find((each) => each.rank === rank)?.dotPx,
      fill: colours.labelHalo,
      stroke: colours.label
    }
  };
  return [dot, label];
}

/** The basemap shows through between letters, not behind them. */
export const halo = (colours: Palette, px: number): NonNullable<Shape['attributes']> => ({
  stroke: colours.labelHalo,
  'stroke-width': short(2 * px),
  'stroke-linejoin': 'round',
  'paint-order': 'stroke'
});
