import type { Language } from '../../i18n/language.ts';
import { foreignLang, placeName } from '../../i18n/names.ts';
import type { NameForm, Site } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import type { Palette } from '../../ui/palette.ts';
import { halo } from './basemap-names.ts';
import type { Box } from '../box.ts';
import { heldAt, LINE_PX, type LabelPlace } from '../overlay/label-layout.ts';
import { gatherMarks, gatherPlaces, type Groups } from '../overlay/gathered.ts';
import { labelRooms, markLabels, placeMarkLabels, siteNamePx, yearSlots } from '../overlay/label-requests.ts';
import {
  CHIP_GLYPH_PX,
  countBadge,
  markName,
  NAME_PX,
  PAST_PX,
  WHAT_PX,
  type MarkLabel
} from '../overlay/mark-text.ts';
import type { Mark } from '../overlay/marks.ts';
import { PRESENCE_ORDER } from '../../model/scene.ts';
import { projector, type Camera, type Point, type Size } from '../projection.ts';
import { short, type Shape } from '../../svg/shape.ts';
import { glyphShape, siteShapes } from './symbol-shapes.ts';

export type MarksOptions = {
  language: Language;
  index: DatasetIndex;
  marks: readonly Mark[];
  sites: readonly Site[];
  form: NameForm;
  camera: Camera;
  size: Size;
  colours: Palette;
  blocked?: readonly Box[];
  /** Where a mark links to without a script; if absent, marks are not links. */
  hrefOf?: (mark: Mark) => string;
};

/** `slots`: of the labels of all places, whatever the day; `places`: of those that are drawn. */
export type MarkLayout = {
  groups: Groups;
  slots: ReadonlyMap<string, LabelPlace>;
  marks: readonly Mark[];
  labels: ReadonlyMap<string, MarkLabel>;
  places: ReadonlyMap<string, LabelPlace | null>;
};

const BASELINE_PX = 11.5;
const BOLD = 600;

/**
 * Marks with their labels, and the names of other sites: the buttons over the map, as SVG. The most important come
 * last.
 */
export function markShapes(
  { language, sites, form, camera, size, colours, hrefOf }: MarksOptions,
  { marks, labels, places }: MarkLayout
): Shape[] {
  const project = projector(camera, size);
  const names = sites.flatMap((site) => {
    const place = places.get(site.id);
    if (!place) return [];
    const { main, lang } = placeName(site.names, form);
    return siteName(site, main, foreignLang(language, lang), project(site.lngLat), place, colours);
  });
  const drawn = [...marks]
    .sort(
      (a, b) =>
        PRESENCE_ORDER[b.presence] - PRESENCE_ORDER[a.presence] || Number(b.type === 'area') - Number(a.type === 'area')
    )
    .flatMap((mark): Shape[] => {
      const place = places.get(mark.id) ?? null;
      const label = labels.get(mark.id);
      if (!label || (mark.type === 'area' && !place)) return [];
      const said = place?.short ? { ...label, what: null } : label;
      const at = project(mark.lngLat);
      const count = countBadge(language, mark);
      const children =
        mark.type === 'site'
          ? site(mark, said, count, at, place, colours)
          : chip(mark, said, count, at, place!, colours);
      const title: Shape = { tag: 'title', text: markName(language, mark, form, said) };
      const attributes = { 'data-drawn': mark.id, href: hrefOf?.(mark) };
      return [{ tag: hrefOf ? 'a' : 'g', attributes, children: [title, ...children] }];
    });
  return [...names, ...drawn];
}

/** Space taken by the labels of marks and of other sites: other lettering keeps off. */
export const labelBoxes = ({ places }: MarkLayout): Box[] => [...places.values()].flatMap((place) => place?.box ?? []);

/** Where marks and the labels of places go. */
export function layOutMarks(options: MarksOptions): MarkLayout {
  const { language, index, sites, form, camera, size, blocked } = options;
  const project = projector(camera, size);
  const groups = gatherPlaces(index, project);
  const marks = gatherMarks(index, options.marks, groups);
  const labels = markLabels(options, marks);
  const known = new Set([...options.marks, ...sites].map(({ id }) => id));
  const inView = index.dataset.sites.filter(({ id, offMap }) => !offMap || known.has(id));
  const rooms = labelRooms({ language, index, form, size });
  const slots = yearSlots({ index, size, rooms, project, sites: inView, groups, blocked });
  const places = placeMarkLabels({ index, form, size, project }, slots, { marks, labels, sites, blocked });
  return { groups, slots, marks, labels, places };
}

const moved = ({ x, y }: Point, children: Shape[]): Shape => ({
  tag: 'g',
  attributes: { transform: `translate(${short(x)} ${short(y)})` },
  children
});

function siteName(
  place: Site,
  name: string,
  lang: string | undefined,
  at: Point,
  { box, side }: LabelPlace,
  colours: Palette
): Shape[] {
  return [
    {
      tag: 'circle',
      attributes: { cx: short(at.x), cy: short(at.y), r: 2, fill: colours.labelHalo, stroke: colours.label }
    },
    line(name, box, side, 0, { lang, fill: colours.label, 'font-size': siteNamePx(place), ...halo(colours, 1.6) })
  ];
}

function line(text: string, box: Box, side: LabelPlace['side'], at: number, attributes: Shape['attributes']): Shape {
  const x = heldAt({ box, side });
  const anchor = { left: 'end', right: undefined, centre: 'middle' }[side];
  return {
    tag: 'text',
    attributes: { x: short(x), y: short(box.y + at * LINE_PX + BASELINE_PX), 'text-anchor': anchor, ...attributes },
    text
  };
}

function words(
  mark: Mark,
  { name, lang, what, badge }: MarkLabel,
  box: Box,
  side: LabelPlace['side'],
  colours: Palette,
  haloPx: number
): Shape[] {
  const past = mark.presence === 'past';
  const around = haloPx ? halo(colours, haloPx) : {};
  const nameStyle = past
    ? { fill: colours.label, 'font-size': PAST_PX }
    : { fill: colours.ink, 'font-size': NAME_PX, 'font-weight': BOLD };
  const below = [
    ...(badge ? [{ text: `(${badge})`, fill: colours.ink }] : []),
    ...(what ? [{ text: what, fill: colours[mark.group] }] : [])
  ];
  return [
    ...name.map((text, at) => line(text, box, side, at, { lang, ...nameStyle, ...around })),
    ...below.map(({ text, fill }, at) =>
      line(text, box, side, name.length + at, { fill, 'font-size': WHAT_PX, ...around })
    )
  ];
}

function site(
  mark: Mark,
  label: MarkLabel,
  count: string | null,
  at: Point,
  place: LabelPlace | null,
  colours: Palette
): Shape[] {
  return [
    moved(at, [...siteShapes(mark, colours), ...(count ? [countShape(count, { x: 13, y: -13 }, colours)] : [])]),
    ...(place ? words(mark, label, place.box, place.side, colours, 1.8) : [])
  ];
}

function chip(
  mark: Mark,
  label: MarkLabel,
  count: string | null,
  at: Point,
  { box, leader }: LabelPlace,
  colours: Palette
): Shape[] {
  const colour = colours[mark.group];
  const past = mark.presence === 'past';
  const dash = mark.base === 'region' ? '0.1 3' : mark.presence === 'possible' ? '4 3' : undefined;
  const padX = 8;
  const text = { x: box.x + padX + CHIP_GLYPH_PX + 6, y: box.y + (box.height - label.size.height) / 2, ...label.size };
  return [
    ...(leader ? [leaderShape(at, box, colour)] : []),
    {
      tag: 'rect',
      attributes: {
        x: short(box.x),
        y: short(box.y),
        width: short(box.width),
        height: short(box.height),
        rx: mark.base === 'region' ? 14 : 3,
        fill: colours.paper,
        'fill-opacity': past ? 0.6 : undefined,
        stroke: past ? undefined : mark.selected ? colours.ink : colour,
        'stroke-width': mark.selected ? 2 : 1.5,
        'stroke-dasharray': mark.selected ? undefined : dash,
        'stroke-linecap': 'round'
      }
    },
    moved({ x: box.x + padX + CHIP_GLYPH_PX / 2, y: box.y + box.height / 2 }, [
      glyphShape(mark, CHIP_GLYPH_PX, colours)
    ]),
    ...words(mark, label, text, 'right', colours, 0),
    ...(count
      ? [moved({ x: box.x + box.width - 16, y: box.y + box.height / 2 }, [countShape(count, { x: 0, y: 0 }, colours)])]
      : [])
  ];
}

function leaderShape(from: Point, box: Box, stroke: string): Shape {
  const x = Math.min(Math.max(from.x, box.x + 8), box.x + box.width - 8);
  const y = Math.min(Math.max(from.y, box.y), box.y + box.height);
  return {
    tag: 'g',
    children: [
      { tag: 'path', attributes: { d: `M${short(from.x)} ${short(from.y)}L${short(x)} ${short(y)}`, stroke } },
      { tag: 'circle', attributes: { cx: short(from.x), cy: short(from.y), r: 2, fill: stroke } }
    ]
  };
}

function countShape(count: string, { x, y }: Point, colours: Palette): Shape {
  const width = Math.max(17, 10 + count.length * 6);
  return {
    tag: 'g',
    children: [
      { tag: 'rect', attributes: { x: x - width / 2, y: y - 8, width, height: 16, rx: 8, fill: colours.ink } },
      {
        tag: 'text',
        attributes: {
          x,
          y: y + 3.8,
          'text-anchor': 'middle',
          'font-size': 10.5,
          'font-weight': BOLD,
          fill: colours.paper
        },
        text: count
      }
    ]
  };
}
