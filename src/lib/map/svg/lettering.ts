import type { TroopState } from '../../model/troops.ts';
import type { Shape } from '../../svg/shape.ts';
import { boxAround, type Box } from '../box.ts';
import { landNames } from '../names/land-names.ts';
import { labelledSites } from '../overlay/many-sites.ts';
import { MARK_PX } from '../overlay/marks.ts';
import { projector, type Size } from '../projection.ts';
import { basemapNameShapes, type NamesOptions } from './basemap-names.ts';
import type { Grid } from './basemap-pieces.ts';
import type { StaticBasemap } from './map-picture.ts';
import { labelBoxes, layOutMarks, markShapes, type MarkLayout, type MarksOptions } from './mark-shapes.ts';
import { drawnNotes, troopNoteShapes } from './troop-note-shapes.ts';

export type LetteringOptions = MarksOptions & {
  basemap: StaticBasemap;
  grid: Grid;
  troops: TroopState | null;
  /** How far around `size` the drawing may be seen. */
  around: Size;
  /** Where a claim is; without it words on troops are no links. */
  claimHref?: (claim: string) => string;
};

/**
 * All that is written on a drawing, so that nothing is written on anything else: marks with their labels first, then names
 * of lands, then words on troops, then what names of the basemap there is room for.
 */
export function lettering(options: LetteringOptions): { names: Shape[]; marks: Shape[] } {
  const { index, basemap, grid, form, camera, size, around, colours, blocked = [], claimHref } = options;
  const sites = labelledSites(index);
  const layout = layOutMarks(options);
  const pins = pinsOf(options, layout);
  const written = [...blocked, ...labelBoxes(layout)];
  const lands = landNames({ basemap, grid, sites, form, camera, size, blocked: [...written, ...pins] });
  const notes = drawnNotes({ ...options, slots: layout.slots, lands, pins });
  const taken = [...written, ...notes.map(({ box }) => box)];
  return {
    names: basemapNameShapes({ basemap, grid, sites, lands, form, camera, size, around, colours, taken }),
    marks: [...markShapes(options, layout), ...troopNoteShapes(notes, colours, claimHref)]
  };
}

/** The names of a basemap below buttons, which have labels of their own. */
export function namesAlone({
  index,
  taken,
  ...options
}: Omit<NamesOptions, 'sites' | 'lands'> & Pick<MarksOptions, 'index'>): Shape[] {
  const sites = labelledSites(index);
  const lands = landNames({ ...options, sites, blocked: taken });
  return basemapNameShapes({ ...options, sites, lands, taken });
}

/** Where there may be a mark, whatever the day. */
function pinsOf({ index, camera, size }: MarksOptions, { groups: { leaders } }: MarkLayout): Box[] {
  const project = projector(camera, size);
  return index.dataset.sites.flatMap(({ id, lngLat }) =>
    leaders.get(id) === id ? [boxAround(project(lngLat), MARK_PX)] : []
  );
}
