import { troopsAt, troopTracks, turningDays, type TroopState } from '../../model/troops.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { textWidth } from '../../svg/text-width.ts';
import type { LngLat } from '../../model/dataset.ts';
import { overlaps, type Box } from '../box.ts';
import { LINE_PX, NARROW_PX, type LabelPlace } from '../overlay/label-layout.ts';
import type { LandName } from '../names/land-names.ts';
import { roomIn, type Ring } from '../names/room.ts';
import type { Point, Size } from '../projection.ts';
import { troopRows, TROOPS_PX, type RowOptions, type TroopRow } from './troop-rows.ts';

/** What is stated of troops at a place, beside its label. */
export type TroopNote = TroopRow & { ref: string; box: Box; align: Align };
type Align = 'left' | 'right' | 'centre';

/** Room for the words of a row on any day. */
export type NoteSlot = { ref: string; key: string; box: Box; align: Align };

export type NoteWords = Omit<RowOptions, 'fitsPx'> & {
  size: Size;
};

/** The rows that a place may have, the first to be placed first, each with room for its words on any day. */
export type NoteRooms = ReadonlyMap<string, readonly { key: string; room: Size }[]>;

export type NotesOptions = Pick<NoteWords, 'index' | 'size'> & {
  rooms: NoteRooms;
  /** The labels beside which words may stand, by the id of the site or area. */
  anchors: ReadonlyMap<string, Box>;
  project: (lngLat: LngLat) => Point;
  /** What is in the way: whatever the day, so that words stay where they are. */
  obstacles: readonly Box[];
};

/** The least height of a row, which is a target. */
const ROW_PX = 24;
const GAP_PX = 3;
const EDGE_PX = 4;
const fitsPx = ({ width }: Size) => (width < NARROW_PX ? 150 : 210);

/**
 * The labels beside which words stand, by id: of sites; and, for an area without a label of its own, the name of the land
 * that is called so, where it is in view. Words on an area with a shape stand inside it.
 */
export function noteAnchors(
  { dataset }: DatasetIndex,
  slots: ReadonlyMap<string, LabelPlace>,
  lands: readonly LandName[]
): Map<string, Box> {
  const areas = dataset.areas.flatMap(({ id, names, labelLngLat }): [string, Box][] => {
    if (labelLngLat) return [];
    const land = lands.find(({ kind, names: own }) => kind === 'country' && own.en === names.en);
    return land ? [[id, land.box]] : [];
  });
  const sites = dataset.sites.flatMap(({ id }): [string, Box][] => (slots.has(id) ? [[id, slots.get(id)!.box]] : []));
  return new Map([...areas, ...sites]);
}

/**
 * By the id of the site or area. Apart from where they stand, as it is the same while the map moves. `targetPx`: the least
 * size of a target for fingers, else 0.
 */
export function noteRooms({ size, ...words }: NoteWords, targetPx = 0): NoteRooms {
  const { index } = words;
  const tracks = troopTracks(index, { asOf: null, hiddenArticles: [] });
  if (!tracks) return new Map();
  const found = new Map<string, TroopRow[]>();
  for (const day of turningDays(tracks, index.dataset.info.domain))
    for (const [ref, rows] of troopRows({ ...words, fitsPx: fitsPx(size) }, troopsAt(tracks, day)))
      found.set(ref, [...(found.get(ref) ?? []), ...rows]);
  return new Map(
    [...found].map(([ref, rows]) => {
      const ordered = ORDER.flatMap((kind) => rows.filter((row) => row.kind === kind));
      const keys = [...new Set(ordered.map(({ key }) => key))];
      const roomFor = (key: string) =>
        roomOf(
          rows.filter((row) => row.key === key),
          targetPx
        );
      return [ref, keys.map((key) => ({ key, room: roomFor(key) }))];
    })
  );
}

/**
 * Where each statement on troops stands: a total below the label of its place, others above it or beside it. One without
 * room is left out: the chart tells it.
 */
export function noteSlots({ index, size, rooms, anchors, project, obstacles }: NotesOptions): NoteSlot[] {
  const shapes = index.dataset.areas.flatMap(({ id, geometry }): [string, Ring[]][] =>
    geometry && rooms.has(id) ? [[id, ringsOf(geometry, project)]] : []
  );
  const taken = [...obstacles];
  return [...anchors, ...shapes].flatMap(([ref, near]) =>
    (rooms.get(ref) ?? []).flatMap(({ key, room }): NoteSlot[] => {
      const free = Array.isArray(near)
        ? inside(near, size, room, taken)
        : sides(near, room, key === 'total').find(({ box }) => isFree(box, size, taken, near));
      if (!free) return [];
      taken.push(free.box);
      return [{ ref, key, ...free }];
    })
  );
}

/** What is told first where there is not room for all. */
const ORDER: readonly TroopRow['kind'][] = ['total', 'step', 'alert', 'note'];

/** The words of a day in their slots. */
export function troopNotes({ size, ...words }: NoteWords, slots: readonly NoteSlot[], state: TroopState): TroopNote[] {
  const rows = troopRows({ ...words, fitsPx: fitsPx(size) }, state);
  return slots.flatMap(({ ref, key, box, align }) => {
    const row = rows.get(ref)?.find((each) => each.key === key);
    return row ? [{ ...row, ref, box, align }] : [];
  });
}

function roomOf(rows: readonly TroopRow[], targetPx: number): Size {
  const widths = rows.flatMap(({ lines, kind }) => lines.map((line) => textWidth(line, TROOPS_PX, kind === 'total')));
  const lines = Math.max(...rows.map((row) => row.lines.length));
  return { width: Math.max(...widths), height: Math.max(lines * LINE_PX, ROW_PX, targetPx) };
}

/** How many rows may stand above each other; a total has the nearest one. */
const ROWS = 2;

function sides({ x, y, width, height }: Box, room: Size, belowFirst: boolean): { box: Box; align: Align }[] {
  const at = (left: number, top: number, align: Align) => ({ box: { x: left, y: top, ...room }, align });
  const across = (top: number) => [
    at(x + (width - room.width) / 2, top, 'centre'),
    at(x, top, 'left'),
    at(x + width - room.width, top, 'right')
  ];
  const steps = Array.from({ length: belowFirst ? 1 : ROWS }, (_, row) => row * (room.height + 1));
  const below = steps.flatMap((px) => across(y + height + GAP_PX + px));
  const above = steps.flatMap((px) => across(y - room.height - GAP_PX - px));
  const beside = y + (height - room.height) / 2;
  return [
    ...(belowFirst ? below : above),
    ...(belowFirst ? above : below),
    at(x + width + 2 * GAP_PX, beside, 'left'),
    at(x - room.width - 2 * GAP_PX, beside, 'right')
  ];
}

function inside(rings: readonly Ring[], frame: Size, room: Size, taken: readonly Box[]) {
  const within = { x: EDGE_PX, y: EDGE_PX, width: frame.width - 2 * EDGE_PX, height: frame.height - 2 * EDGE_PX };
  const at = roomIn(rings, within, room, taken);
  return at && { box: { x: at.x - room.width / 2, y: at.y - room.height / 2, ...room }, align: 'centre' as const };
}

function ringsOf(geometry: GeoJSON.Geometry, project: (lngLat: LngLat) => Point): Ring[] {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.flat().map((ring) => ring.map(([lng, lat]) => project([lng!, lat!])));
}

function isFree(box: Box, frame: Size, taken: readonly Box[], anchor: Box): boolean {
  return (
    box.x >= EDGE_PX &&
    box.y >= EDGE_PX &&
    box.x + box.width <= frame.width - EDGE_PX &&
    box.y + box.height <= frame.height - EDGE_PX &&
    !taken.some((other) => other !== anchor && overlaps(box, other))
  );
}
