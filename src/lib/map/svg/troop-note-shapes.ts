import type { TroopState } from '../../model/troops.ts';
import { short, type Shape } from '../../svg/shape.ts';
import type { Palette } from '../../ui/palette.ts';
import { boxAround } from '../box.ts';
import { landNames } from '../names/land-names.ts';
import { happeningsOf } from '../overlay/happenings.ts';
import { heldAt, LINE_PX } from '../overlay/label-layout.ts';
import { MARK_PX } from '../overlay/marks.ts';
import { projector } from '../projection.ts';
import { noteAnchors, noteRooms, noteSlots, troopNotes, type TroopNote } from '../troops/troop-notes.ts';
import { TROOPS_PX } from '../troops/troop-rows.ts';
import { halo } from './basemap-names.ts';
import type { Grid } from './basemap-pieces.ts';
import type { StaticBasemap } from './map-picture.ts';
import { slotsOf, type MarksOptions } from './mark-shapes.ts';

export type DrawnNotesOptions = MarksOptions & {
  troops: TroopState | null;
  basemap: StaticBasemap;
  grid: Grid;
};

/** The notes on troops of a drawing, beside its labels and off what it shows on any day. */
export function drawnNotes(options: DrawnNotesOptions): TroopNote[] {
  const { language, index, form, camera, size, troops, basemap, grid, blocked = [] } = options;
  if (!troops) return [];
  const project = projector(camera, size);
  const lands = landNames({ basemap, grid, sites: index.dataset.sites, form, camera, size, blocked });
  const slots = slotsOf(options);
  const happenings = happeningsOf(index);
  const pins = index.dataset.sites.flatMap(({ id, lngLat }) =>
    happenings.has(id) ? [boxAround(project(lngLat), MARK_PX)] : []
  );
  const obstacles = [...blocked, ...lands.map(({ box }) => box), ...[...slots.values()].map(({ box }) => box), ...pins];
  const words = { language, index, form, size };
  const anchors = noteAnchors(index, slots, lands);
  return troopNotes(words, noteSlots({ index, size, rooms: noteRooms(words), anchors, project, obstacles }), troops);
}

const BASELINE_PX = 11.5;

/** The words on troops, as SVG. `hrefOf`: where a claim is; without it they are no links. */
export function troopNoteShapes(
  notes: readonly TroopNote[],
  colours: Palette,
  hrefOf?: (claim: string) => string
): Shape[] {
  return notes.map(({ ref, box, align, claim, kind, presence, lines, name }): Shape => {
    const x = heldAt({ box, side: align === 'centre' ? 'centre' : align === 'left' ? 'right' : 'left' });
    const top = box.y + (box.height - lines.length * LINE_PX) / 2;
    return {
      tag: hrefOf ? 'a' : 'g',
      attributes: { 'data-troop-note': ref, href: hrefOf?.(claim.id) },
      children: [
        { tag: 'title', text: name },
        ...lines.map((text, at): Shape => ({
          tag: 'text',
          attributes: {
            x: short(x),
            y: short(top + at * LINE_PX + BASELINE_PX),
            'text-anchor': { left: undefined, right: 'end', centre: 'middle' }[align],
            'font-size': TROOPS_PX,
            'font-weight': kind === 'total' && at === 0 ? 600 : undefined,
            'font-style': presence === 'possible' || (kind === 'total' && at > 0) ? 'italic' : undefined,
            fill: colours.force,
            ...halo(colours, 1.8)
          },
          text
        }))
      ]
    };
  });
}
