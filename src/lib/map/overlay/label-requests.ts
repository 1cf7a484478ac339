import { placeName } from '../../i18n/names.ts';
import type { LngLat, NameForm, Site } from '../../model/dataset.ts';
import type { LabelRequest } from './label-layout.ts';
import { CHIP_GLYPH_PX, LINE_PX, type MarkLabel } from './mark-text.ts';
import type { Mark } from './marks.ts';
import type { Point, Size } from '../projection.ts';
import { textWidth } from '../../svg/text-width.ts';

/** Font size of a site without a mark, by its kind; other kinds as `town`. */
const SITE_NAME_PX: Record<string, number> = { city: 13.5, town: 12, village: 11.5 };
export const siteNamePx = ({ kind }: Site) => SITE_NAME_PX[kind] ?? SITE_NAME_PX.town!;
/** Half widths of the symbol at a place; `counted` with a number badge. */
const RADIUS = { certain: 18, possible: 18, past: 8, name: 3, counted: 21 };
const CHIP_PADDING: Size = { width: 28, height: 10 };
const PAST_CHIP_PADDING: Size = { width: 14, height: 9 };
const COUNT_PX = 26;

/** Label requests, by priority: selected, certain, possible, areas, past, other names. */
export function labelRequests(
  marks: readonly Mark[],
  labels: ReadonlyMap<string, MarkLabel>,
  sites: readonly Site[],
  form: NameForm,
  project: (lngLat: LngLat) => Point
): LabelRequest[] {
  const requests = [...marks]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((mark): LabelRequest[] => {
      const label = labels.get(mark.id);
      if (!label) return [];
      const at = project(mark.lngLat);
      if (mark.type === 'site') return [{ id: mark.id, kind: 'pin', at, radius: radiusOf(mark), size: label.size }];
      return [{ id: mark.id, kind: 'chip', at, radius: 0, size: chipSize(mark, label.size) }];
    });
  const names = sites
    .filter((site) => !isRepeated(site, marks, form, project))
    .map((site): LabelRequest => {
      const width = textWidth(placeName(site.names, form).main, siteNamePx(site));
      return {
        id: site.id,
        kind: 'name',
        at: project(site.lngLat),
        radius: RADIUS.name,
        size: { width, height: LINE_PX }
      };
    });
  return [...requests, ...names];
}

function rank({ type, presence, selected }: Mark): number {
  if (selected) return 0;
  if (presence === 'past') return type === 'site' ? 4 : 5;
  if (type === 'area') return 3;
  return presence === 'certain' ? 1 : 2;
}

const radiusOf = ({ presence, counts }: Mark) =>
  counts.certain + counts.possible > 1 ? RADIUS.counted : RADIUS[presence];

function chipSize({ presence, counts }: Mark, text: Size): Size {
  const padding = presence === 'past' ? PAST_CHIP_PADDING : CHIP_PADDING;
  const count = counts.certain + counts.possible > 1 ? COUNT_PX : 0;
  return { width: text.width + CHIP_GLYPH_PX + padding.width + count, height: text.height + padding.height };
}

/** Whether a mark at the same place already has the name in its own label: "Town" below "Town hall of Town". */
function isRepeated(site: Site, marks: readonly Mark[], form: NameForm, project: (lngLat: LngLat) => Point): boolean {
  const at = project(site.lngLat);
  const stem = placeName(site.names, form).main.slice(0, -1);
  return marks.some(({ type, lngLat, names, presence }) => {
    const other = project(lngLat);
    const near = Math.hypot(at.x - other.x, at.y - other.y) < RADIUS[presence];
    return type === 'site' && near && placeName(names, form).main.includes(stem);
  });
}
