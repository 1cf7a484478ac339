import { placeName } from '../../i18n/names.ts';
import type { Localised, LngLat, NameForm, Site } from '../../model/dataset.ts';
import { textWidth, wrapText } from '../../svg/text-width.ts';
import { overlaps, type Box } from '../box.ts';
import { byZoom } from '../maplibre/basemap-layers.ts';
import { COUNTRY_NAMES, MUNICIPALITY_NAMES } from '../maplibre/label-layers.ts';
import { siteNamePx } from '../overlay/label-requests.ts';
import { LINE_PX } from '../overlay/label-layout.ts';
import { projector, unprojector, type Camera, type Point, type Size } from '../projection.ts';
import {
  gridTransform,
  labelShift,
  LAND,
  type BasemapName,
  type BasemapPiece,
  type Grid
} from '../svg/basemap-pieces.ts';
import { styleValue } from '../svg/style-value.ts';
import type { StaticBasemap } from '../svg/map-picture.ts';
import { roomIn, type Ring } from './room.ts';

/** The name of a country or municipality, where it stands under a camera. `px` is its font size. */
export type LandName = {
  key: string;
  kind: 'country' | 'municipality';
  names: Localised;
  lines: string[];
  lngLat: LngLat;
  at: Point;
  px: number;
  box: Box;
};

export type LandNamesOptions = {
  basemap: StaticBasemap;
  /** Of the pieces of the basemap. */
  grid: Grid;
  /** Sites of the dataset: names keep off their marks and labels, whatever the day. */
  sites: readonly Site[];
  form: NameForm;
  camera: Camera;
  size: Size;
  /** Space inside `size` that is taken. */
  blocked?: readonly Box[];
  /** Where the names stood before, by key: they stay there while there is room. */
  last?: ReadonlyMap<string, LngLat>;
};

/** Between a name and the border of its land or the edge of the frame. */
const PADDING_PX = 7;
const EDGE_PX = 6;
const MARK_PX = 20;
const LINE_HEIGHT = 1.2;

/**
 * The names of countries, each in what is seen of its land, and of municipalities at their points, in the capitals of
 * either style. A name without room is left out, and so is a municipality whose town of the same name is in view.
 */
export function landNames({
  basemap,
  grid,
  sites,
  form,
  camera,
  size,
  blocked = [],
  last
}: LandNamesOptions): LandName[] {
  const project = projector(camera, size);
  const unproject = unprojector(camera, size);
  const frame = { x: EDGE_PX, y: EDGE_PX, width: size.width - 2 * EDGE_PX, height: size.height - 2 * EDGE_PX };
  const taken: Box[] = [...blocked, ...sites.map((site) => keepOut(site, form, project))];
  const onGrid = gridTransform(grid, camera, size);
  const names: LandName[] = [];
  for (const name of basemap.names) {
    if (name.kind === 'place') continue;
    const style = name.kind === 'country' ? COUNTRY_NAMES : MUNICIPALITY_NAMES;
    if (name.kind === 'municipality' && camera.zoom < style.minzoom + labelShift(grid)) continue;
    const key = name.kind === 'country' ? name.land : `municipality/${name.names.en}`;
    const px = styleValue({ zoom: camera.zoom, properties: {} }, byZoom(7, style.from, 10, style.to)) as number;
    const before = last?.get(key);
    const beforeAt = before ? project(before) : null;
    const land = name.kind === 'country' ? landOf(basemap.surroundings ?? [], name.land, onGrid) : [];
    for (const lines of breaks(placeName(name.names, form).main, px)) {
      const text = { width: widthOf(lines, px, style.spacing), height: lines.length * px * LINE_HEIGHT };
      const room = { width: text.width + 2 * PADDING_PX, height: text.height + PADDING_PX };
      const at =
        name.kind === 'country'
          ? roomIn(land, frame, room, taken, beforeAt)
          : municipalityAt(name, sites, project, frame, room, taken);
      if (!at) continue;
      const box = { x: at.x - text.width / 2, y: at.y - text.height / 2, ...text };
      taken.push(box);
      // The same numbers where it stays: what is equal is not drawn again.
      names.push({
        key,
        kind: name.kind,
        names: name.names,
        lines,
        lngLat: at === beforeAt ? before! : unproject(at),
        at,
        px,
        box
      });
      break;
    }
  }
  return names;
}

/** On one line, else on two. */
function breaks(name: string, px: number): string[][] {
  const text = name.toUpperCase();
  return text.includes(' ') ? [[text], wrapText(text, 1, px)] : [[text]];
}

const widthOf = (lines: readonly string[], px: number, spacing: number) =>
  Math.max(...lines.map((line) => textWidth(line, px) + spacing * px * line.length));

function keepOut(site: Site, form: NameForm, project: (lngLat: LngLat) => Point): Box {
  const { x, y } = project(site.lngLat);
  const label = textWidth(placeName(site.names, form).main, siteNamePx(site)) + MARK_PX;
  return { x: x - MARK_PX, y: y - LINE_PX, width: MARK_PX + label, height: 2 * LINE_PX };
}

function municipalityAt(
  { names, lngLat }: BasemapName,
  sites: readonly Site[],
  project: (lngLat: LngLat) => Point,
  frame: Box,
  { width, height }: Size,
  taken: readonly Box[]
): Point | null {
  const at = project(lngLat);
  const box = { x: at.x - width / 2, y: at.y - height / 2, width, height };
  const town = sites.find((site) => site.names.en === names.en);
  if (town && contains(frame, { ...project(town.lngLat), width: 0, height: 0 })) return null;
  return contains(frame, box) && !taken.some((other) => overlaps(box, other)) ? at : null;
}

const contains = (a: Box, b: Box) =>
  b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height;

/** The outlines of a land in pixels. */
function landOf(pieces: readonly BasemapPiece[], land: string, { x, y, scale }: Point & { scale: number }): Ring[] {
  return pieces
    .filter(({ source, properties }) => source === LAND && properties.a3 === land)
    .flatMap(({ d }) => ringsOf(d))
    .map((ring) => ring.map((point) => ({ x: point.x * scale + x, y: point.y * scale + y })));
}

const parsed = new Map<string, Ring[]>();

/** Path data as `pathData` writes it: whole numbers, relative, closed. */
export function ringsOf(d: string): Ring[] {
  const known = parsed.get(d);
  if (known) return known;
  let pen = { x: 0, y: 0 };
  const rings = d.split('z').flatMap((part) => {
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    const ring: Point[] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      pen = { x: pen.x + numbers[at]!, y: pen.y + numbers[at + 1]! };
      ring.push(pen);
    }
    if (ring.length > 0) pen = ring[0]!;
    return ring.length > 2 ? [ring] : [];
  });
  parsed.set(d, rings);
  return rings;
}

/** The names as points that MapLibre letters. */
export function landNamePoints(names: readonly LandName[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: names.map(({ kind, lines, lngLat }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: lngLat },
      properties: { kind, text: lines.join('\n') }
    }))
  };
}
