import { formatDate, formatEmptiness, formatWindow } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { marksOf } from '../map/overlay/marks.ts';
import { mapShapes, svgDocument, type StaticBasemap } from '../map/svg/map-picture.ts';
import {
  ANY_ZOOM,
  firstBounds,
  fitCamera,
  type Bounds,
  type Camera,
  type Point,
  type Size
} from '../map/projection.ts';
import type { Shape } from '../svg/shape.ts';
import { glyphShape } from '../map/svg/symbol-shapes.ts';
import { emptinessOf } from '../model/emptiness.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { reportFilterOf } from '../model/reports.ts';
import { placesOf, type Places } from '../model/places.ts';
import type { Scene, SceneEvent } from '../model/scene.ts';
import { statementsOf, troopTracks, type TroopTracks } from '../model/troops.ts';
import { palettes, type Theme } from '../ui/palette.ts';
import { fitted, paragraph, stack, SYMBOL_GAP_PX, withSymbol, type Block } from './blocks.ts';
import { legend } from './legend.ts';
import { PICTURE_SIZES, type PictureSize } from './sizes.ts';
import { textStyles, type TextStyles } from './styles.ts';
import { chartBlock } from './troop-chart.ts';
import {
  asSentence,
  clockWords,
  eventWords,
  licenceWords,
  sourceWords,
  troopWords,
  versionWords
} from './picture-words.ts';

export type ComposeOptions = {
  language: Language;
  index: DatasetIndex;
  scene: Scene;
  basemap: StaticBasemap;
  theme: Theme;
  size: PictureSize;
  /** Address of the page without query, printed in the picture; `null` if it is not known. */
  page: string | null;
};

const MARGIN_PX = 20;
const GAP_PX = 10;
/** The map's share of the width, where the text is beside it. */
const MAP_SHARE = 0.57;
/** Where the text is below the map: the map gets the rest of the height, and at least this share of it. */
const MIN_MAP_SHARE = 0.45;

/**
 * The current view as one picture that can be understood on its own: date, clock, map, legend, troop level and chart,
 * events, sources, licence, version. An SVG document without external references; its fonts are embedded by `withFonts`.
 * Pure: equal arguments give equal pictures.
 */
export function composePicture(options: ComposeOptions): string {
  const { language, index, scene, theme, size } = options;
  const placed = { ...options, places: placesOf(index, scene.view) };
  const { scale, ...pixels } = PICTURE_SIZES[size];
  const colours = palettes[theme];
  const styles = textStyles(colours);
  const tracks = troopTracks(index, reportFilterOf(scene.view));
  const page = { width: pixels.width / scale, height: pixels.height / scale };
  const width = page.width - 2 * MARGIN_PX;
  const head = headBlock(options, styles, width);
  const key = legend({
    pieces: options.basemap.pieces,
    language,
    index,
    marks: marksOf(index, placed.places),
    listed: scene.events,
    widthPx: width,
    style: styles.small,
    colours
  });
  const foot = footBlock(options, tracks, styles, width);
  const middleY = MARGIN_PX + head.height + GAP_PX;
  const below = page.height - MARGIN_PX - foot.height - GAP_PX - key.height;
  const chart = chartThatFits(options, tracks, styles, width, below - GAP_PX - middleY);
  const chartY = chart ? below - GAP_PX - chart.height : below;
  const room = { width, height: chartY - GAP_PX - middleY };
  const shapes: Shape[] = [
    { tag: 'title', text: `${index.dataset.info.title}, ${formatWindow(language, scene.window, scene.view.window)}` },
    { tag: 'rect', attributes: { ...page, fill: colours.paper } },
    ...head.draw({ x: MARGIN_PX, y: MARGIN_PX }),
    ...(size === 'story' ? under : beside)(placed, styles, { x: MARGIN_PX, y: middleY }, room),
    ...(chart ? chart.draw({ x: MARGIN_PX, y: chartY }) : []),
    ...key.draw({ x: MARGIN_PX, y: below }),
    ...foot.draw({ x: MARGIN_PX, y: page.height - MARGIN_PX - foot.height })
  ];
  return svgDocument(pixels, shapes, scale);
}

/** The height that the whole chart has to leave to map and words, beside each other or one under the other. */
const LEAST_MIDDLE_PX = { beside: 190, under: 380 };

/** The troop chart, without its rows where the map would get too low. */
function chartThatFits(
  { language, index, scene, theme, size }: ComposeOptions,
  tracks: TroopTracks | null,
  styles: TextStyles,
  widthPx: number,
  roomPx: number
): Block | null {
  if (!tracks || statementsOf(tracks).length === 0) return null;
  const options = { language, index, scene, tracks, widthPx, colours: palettes[theme], style: styles.soft };
  const whole = chartBlock(options, true);
  const leastPx = LEAST_MIDDLE_PX[size === 'story' ? 'under' : 'beside'];
  return roomPx - GAP_PX - whole.height >= leastPx ? whole : chartBlock(options, false);
}

function headBlock({ language, index, scene }: ComposeOptions, styles: TextStyles, width: number): Block {
  return stack(
    [
      paragraph(index.dataset.info.title, width, styles.title),
      paragraph(asSentence(formatWindow(language, scene.window, scene.view.window)), width, styles.date),
      paragraph(clockWords(language, index, scene), width, styles.body)
    ],
    1
  );
}

function footBlock(
  { language, index, scene, page, basemap }: ComposeOptions,
  tracks: TroopTracks | null,
  styles: TextStyles,
  width: number
): Block {
  const words = [
    sourceWords(language, index, scene, tracks),
    index.dataset.info.notices[0] ?? null,
    licenceWords(language, index, basemap.pieces),
    versionWords(language, index, scene, page)
  ];
  return stack(
    words.flatMap((text) => (text === null ? [] : [paragraph(text, width, styles.small)])),
    2
  );
}

/** With what stands at its places, which takes long to find where they are many. */
type Placed = ComposeOptions & { places: Places };

type Arrange = (options: Placed, styles: TextStyles, at: Point, room: Size) => Shape[];

const beside: Arrange = (options, styles, { x, y }, room) => {
  const map = { width: Math.round(room.width * MAP_SHARE), height: room.height };
  const left = map.width + 2 * GAP_PX;
  const words = statementsBlock(options, styles, { width: room.width - left, height: room.height });
  return [...mapBox(options, { x, y }, map), ...words.draw({ x: x + left, y })];
};

const under: Arrange = (options, styles, { x, y }, room) => {
  const most = Math.floor(room.height * (1 - MIN_MAP_SHARE)) - GAP_PX;
  const words = statementsBlock(options, styles, { width: room.width, height: most });
  const map = { width: room.width, height: room.height - words.height - GAP_PX };
  return [...mapBox(options, { x, y }, map), ...words.draw({ x, y: y + map.height + GAP_PX })];
};

/** The troop level, the events and the external facts: as many as fit, and how many more there are. */
function statementsBlock(options: ComposeOptions, styles: TextStyles, room: Size): Block {
  const troops = troopBlock(options, styles, room.width);
  const left = room.height - (troops ? troops.height + GAP_PX : 0);
  if (!options.scene.view.external)
    return stack([...(troops ? [troops] : []), eventsBlock(options, styles, { ...room, height: left })], GAP_PX);
  const facts = externalBlock(options, styles, { ...room, height: left * EXTERNAL_SHARE - GAP_PX });
  const events = eventsBlock(options, styles, { ...room, height: left - facts.height - GAP_PX });
  return stack([...(troops ? [troops] : []), events, facts], GAP_PX);
}

const EVENT_GAP_PX = 4;
const GLYPH_PX = 14;
/** The maximum share of the height for external facts. */
const EXTERNAL_SHARE = 0.35;

function eventsBlock(options: ComposeOptions, styles: TextStyles, room: Size): Block {
  const { language, index, scene } = options;
  const { t } = language;
  const line = (text: string) => paragraph(text, room.width, styles.soft);
  const total = scene.events.length;
  const empty = emptinessOf(index, scene);
  if (empty) return line(formatEmptiness(language, empty, scene.window));
  // Of more than have a line each, no words are laid out.
  const most = Math.max(Math.floor(room.height / styles.close.linePx), 0) + 1;
  const beyond = Math.max(total - most, 0);
  if (beyond === 0) {
    const roomy = stack(eventBlocks(options, styles, room.width, false, most), EVENT_GAP_PX);
    if (roomy.height <= room.height) return roomy;
  }
  return fitted(eventBlocks(options, styles, room.width, true, most), room.height, EVENT_GAP_PX, (left) => {
    const n = left + beyond;
    return line(n < total ? t('exports.picture.more', { n }) : t('events.count', { n }));
  });
}

/** Of `most` events. `close`: the date on the same lines as the title, to save height. */
function eventBlocks(
  { language, index, scene, theme }: ComposeOptions,
  styles: TextStyles,
  width: number,
  close: boolean,
  most: number
): Block[] {
  const { selection } = scene.view;
  const isOpen = ({ event }: SceneEvent) => selection?.type === 'event' && selection.id === event.id;
  // The selected event is never among those left out.
  const events = [...scene.events.filter(isOpen), ...scene.events.filter((event) => !isOpen(event))];
  const firstLinePx = (close ? styles.close : styles.event).linePx;
  const wordsPx = width - GLYPH_PX - SYMBOL_GAP_PX;
  return events.slice(0, most).map((item) => {
    const kind = index.kinds.get(item.event.kind);
    const glyph = kind ? [glyphShape({ ...kind, presence: item.presence }, GLYPH_PX, palettes[theme])] : [];
    const when = eventWords(language, item);
    const words = close
      ? paragraph(`${item.event.title} · ${when}`, wordsPx, styles.close)
      : stack([paragraph(item.event.title, wordsPx, styles.event), paragraph(when, wordsPx, styles.soft)]);
    return withSymbol(glyph, { width: GLYPH_PX, height: firstLinePx }, words, firstLinePx);
  });
}

function externalBlock({ language, scene }: ComposeOptions, styles: TextStyles, room: Size): Block {
  const { t } = language;
  const line = (text: string) => paragraph(text, room.width, styles.close);
  const total = scene.external.length;
  const heading = paragraph(t('list.external'), room.width, styles.label);
  const facts = scene.external.map(({ date, about }) => line(date ? `${formatDate(language, date)}: ${about}` : about));
  const list = total
    ? fitted(facts, room.height - heading.height, EVENT_GAP_PX, (n) =>
        line(n < total ? t('exports.picture.moreExternal', { n }) : t('exports.picture.onlyExternal', { n }))
      )
    : line(t('list.external.none'));
  return stack([heading, list]);
}

function troopBlock({ language, index, scene }: ComposeOptions, styles: TextStyles, width: number): Block | null {
  const words = troopWords(language, index, scene);
  if (!words) return null;
  return stack([
    paragraph(words.title, width, styles.label),
    ...(words.level ? [paragraph(words.level, width, styles.level)] : []),
    paragraph(words.note, width, styles.soft)
  ]);
}

function mapBox(options: Placed, { x, y }: Point, size: Size): Shape[] {
  const { theme } = options;
  const children = mapShapes({ ...options, size, camera: cameraOf(options, size) });
  return [
    { tag: 'svg', attributes: { x, y, ...size }, children },
    { tag: 'rect', attributes: { x, y, ...size, fill: 'none', stroke: palettes[theme].rule } }
  ];
}

/** Space around a mark for its symbol. */
const MARK_PX = 24;

/** The first view, extended if necessary so that every mark is completely visible. */
function cameraOf({ index, places }: Placed, size: Size): Camera {
  const inner = { width: size.width - 2 * MARK_PX, height: size.height - 2 * MARK_PX };
  const first = fitCamera(firstBounds(index.dataset.info.firstView.bounds), size, ANY_ZOOM);
  const [west, south, east, north] = index.dataset.info.firstView.bounds;
  const lngLats = marksOf(index, places).map(({ lngLat }) => lngLat);
  const lngs = lngLats.map(([lng]) => lng);
  const lats = lngLats.map(([, lat]) => lat);
  const all: Bounds = [
    Math.min(west, ...lngs),
    Math.min(south, ...lats),
    Math.max(east, ...lngs),
    Math.max(north, ...lats)
  ];
  const beyond = all[0] < west || all[1] < south || all[2] > east || all[3] > north;
  return beyond ? fitCamera(all, inner, ANY_ZOOM) : first;
}
