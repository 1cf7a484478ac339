import type { TroopState } from '../../model/troops.ts';
import { short, type Shape } from '../../svg/shape.ts';
import type { Palette } from '../../ui/palette.ts';
import type { Box } from '../box.ts';
import type { LandName } from '../names/land-names.ts';
import { heldAt, LINE_PX } from '../overlay/label-layout.ts';
import { projector } from '../projection.ts';
import { noteAnchors, noteRooms, noteSlots, troopNotes, type TroopNote } from '../troops/troop-notes.ts';
import { TROOPS_PX } from '../troops/troop-rows.ts';
import { halo } from './basemap-names.ts';
import type { MarkLayout, MarksOptions } from './mark-shapes.ts';

export type DrawnNotesOptions = MarksOptions &
  Pick<MarkLayout, 'slots'> & {
    troops: TroopState | null;
    /** The names of lands, where they stand. */
    lands: readonly LandName[];
    /** Where there may be a mark, whatever the day. */
    pins: readonly Box[];
  };

/** The notes on troops of a drawing, beside its labels and off what it shows on any day. */
export function drawnNotes(options: DrawnNotesOptions): TroopNote[] {
  const { language, index, form, camera, size, troops, lands, slots, pins, blocked = [] } = options;
  if (!troops) return [];
  const project = projector(camera, size);
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
