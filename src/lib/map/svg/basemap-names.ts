import { placeName } from '../../i18n/names.ts';
import type { NameForm, Site } from '../../model/dataset.ts';
import type { Palette } from '../../ui/palette.ts';
import { byZoom } from '../maplibre/basemap-layers.ts';
import type { Box } from '../box.ts';
import { heldAt, LINE_PX, placeLabels, type LabelPlace, type LabelRequest } from '../overlay/label-layout.ts';
import { COUNTRY_NAMES, LAND_NAME_OPACITY, MUNICIPALITY_NAMES, RANKS } from '../maplibre/label-layers.ts';
import type { LandName } from '../names/land-names.ts';
import { siteNamePx } from '../overlay/label-requests.ts';
import { projector, type Camera, type Point, type Size } from '../projection.ts';
import { labelShift, type Grid } from './basemap-pieces.ts';
import type { StaticBasemap } from './map-picture.ts';
import { short, type Shape } from '../../svg/shape.ts';
import { styleValue } from './style-value.ts';
import { textWidth } from '../../svg/text-width.ts';

export type NamesOptions = {
  basemap: StaticBasemap;
  grid: Grid;
  /**
   * Sites of the dataset: their marks and labels are placed there, so the basemap's labels keep off, whatever the day.
   */
  sites: readonly Site[];
  /** The names of lands, which have been placed. */
  lands: readonly LandName[];
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
  basemap,
  grid,
  sites,
  lands,
  form,
  camera,
  size,
  around,
  colours,
  taken = []
}: NamesOptions): Shape[] {
  const { zoom } = camera;
  const siteNames = new Set(sites.map(({ names }) => names.en));
  const project = projector(camera, size);
  const frame = { width: size.width + 2 * around.width, height: size.height + 2 * around.height };
  const inFrame = (at: Point): Point => ({ x: at.x + around.width, y: at.y + around.height });
  const shown = basemap.names.flatMap((name, index): Word[] => {
    if (name.kind !== 'place' || siteNames.has(name.names.en)) return [];
    const at = inFrame(project(name.lngLat));
    const word = placeWord(placeName(name.names, form).main, name.rank, zoom, labelShift(grid));
    const seen = at.x > 0 && at.y > 0 && at.x < frame.width && at.y < frame.height;
    return word && seen ? [{ ...word, id: `name-${index}`, at, rank: name.rank }] : [];
  });
  const requests = [
    ...sites.map((site): LabelRequest => ({
      id: site.id,
      kind: 'pin',
      at: inFrame(project(site.lngLat)),
      radius: KEEP_OUT_PX,
      size: { width: textWidth(placeName(site.names, form).main, siteNamePx(site)), height: LINE_PX }
    })),
    ...shown
      .sort((a, b) => a.rank - b.rank)
      .map(({ id, at, width, px }): LabelRequest => ({
        id,
        at,
        kind: 'name',
        radius: DOT_PX,
        size: { width, height: px * 1.3 }
      }))
  ];
  const places = placeLabels(requests, frame, {
    blocked: [...taken, ...lands.map(({ box }) => box)].map((box) => ({ ...box, ...inFrame(box) }))
  });
  return [
    ...lands.flatMap((name) => landShapes(name, colours)),
    ...shown.flatMap((word) => {
      const place = places.get(word.id);
      return place ? wordShapes(word, place, around, colours) : [];
    })
  ];
}

/** As MapLibre's layers of these names. */
function landShapes({ kind, lines, px, at, box }: LandName, colours: Palette): Shape[] {
  const spacing = (kind === 'country' ? COUNTRY_NAMES : MUNICIPALITY_NAMES).spacing * px;
  return lines.map((text, line) => ({
    tag: 'text',
    attributes: {
      x: short(at.x + spacing / 2),
      y: short(box.y + (box.height / lines.length) * (line + 0.5) + px * 0.36),
      'text-anchor': 'middle',
      'font-size': short(px),
      'letter-spacing': short(spacing),
      fill: colours.inkSoft,
      opacity: LAND_NAME_OPACITY,
      'data-land-name': kind,
      ...halo(colours, 1.2)
    },
    text
  }));
}

type Word = { id: string; at: Point; text: string; px: number; width: number; rank: number };
type Form = Pick<Word, 'text' | 'px' | 'width'>;

function placeWord(text: string, rank: number, zoom: number, shift: number): Form | null {
  const style = RANKS.find((each) => each.rank === rank);
  if (!style || zoom < style.minzoom + shift) return null;
  const px = styleValue({ zoom, properties: {} }, byZoom(7, style.from, 12, style.to)) as number;
  return { text, px, width: textWidth(text, px) };
}

function wordShapes({ at, text, px, rank }: Word, place: LabelPlace, around: Size, colours: Palette): Shape[] {
  const { box, side } = place;
  const x = heldAt(place);
  const label: Shape = {
    tag: 'text',
    attributes: {
      x: short(x - around.width),
      y: short(box.y + box.height / 2 + px * 0.36 - around.height),
      'text-anchor': { left: 'end', right: undefined, centre: 'middle' }[side],
      'font-size': short(px),
      fill: colours.label,
      ...halo(colours, 1.4)
    },
    text
  };
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
