import { placeName } from '../../i18n/names.ts';
import type { Language } from '../../i18n/language.ts';
import type { Localised, LngLat, NameForm, Site } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import {
  labelSlots,
  labelsInSlots,
  LINE_PX,
  NARROW_PX,
  type LabelPlace,
  type LabelRequest,
  type Obstacles
} from './label-layout.ts';
import { CHIP_GLYPH_PX, labelRoom, markLabel, type MarkLabel } from './mark-text.ts';
import { happeningsOf, type Happenings } from './happenings.ts';
import type { Mark } from './marks.ts';
import type { Point, Size } from '../projection.ts';
import { textWidth } from '../../svg/text-width.ts';

const TOWN_PX = 12;
/** Font size of a site without a mark, by its kind; other kinds as a town. A map: kinds are words of the data. */
const SITE_NAME_PX: ReadonlyMap<string, number> = new Map([
  ['city', 13.5],
  ['town', TOWN_PX],
  ['village', 11.5]
]);
export const siteNamePx = ({ kind }: Site) => SITE_NAME_PX.get(kind) ?? TOWN_PX;
/** Half widths of the symbol at a place; `counted` with a number badge. */
const RADIUS = { certain: 18, possible: 18, past: 8, name: 3, counted: 21 };
const CHIP_PADDING: Size = { width: 28, height: 10 };
const COUNT_PX = 26;

export type LabelRoom = {
  language: Language;
  index: DatasetIndex;
  form: NameForm;
  size: Size;
  project: (lngLat: LngLat) => Point;
};

/** How wide a line of a label may be. */
const fitsPx = ({ width }: Size) => (width < NARROW_PX ? 120 : 220);

/** A label before it is known where its place is. */
type LabelSize = Omit<LabelRequest, 'id' | 'at'>;

/** By the id of the site or area. */
export type LabelRooms = ReadonlyMap<string, LabelSize>;

/**
 * The room that the label of every place needs for what it says on any day and however it is filtered. Apart from where
 * labels stand, as it is the same while the map moves.
 */
export function labelRooms({ language, index, form, size }: Omit<LabelRoom, 'project'>): LabelRooms {
  const happenings = happeningsOf(index);
  const roomOf = (here: Happenings, names: Localised) =>
    labelRoom(language, index, { ...here, names }, form, fitsPx(size));
  const sites = index.dataset.sites.map((site): [string, LabelSize] => {
    const here = happenings.get(site.id);
    if (!here) return [site.id, nameSize(site, form)];
    const radius = here.several ? RADIUS.counted : RADIUS.certain;
    return [site.id, { kind: 'pin', radius, size: roomOf(here, site.names) }];
  });
  const areas = index.dataset.areas.flatMap(({ id, names, labelLngLat }): [string, LabelSize][] => {
    const here = labelLngLat && happenings.get(id);
    return here ? [[id, { kind: 'chip', radius: 0, size: chipSize(here.several, roomOf(here, names)) }]] : [];
  });
  return new Map([...sites, ...areas]);
}

type SlotsOptions = Pick<LabelRoom, 'index' | 'size' | 'project'> &
  Obstacles & { rooms: LabelRooms; sites: readonly Site[] };

/** A slot for the label of every place, as large as its room: labels stay where they are while days go by. */
export function yearSlots({ index, size, rooms, project, sites, ...obstacles }: SlotsOptions): Map<string, LabelPlace> {
  const areas = index.dataset.areas.map(({ id, labelLngLat }) => ({ id, lngLat: labelLngLat }));
  const requests = [...sites, ...areas].flatMap(({ id, lngLat }): LabelRequest[] => {
    const room = rooms.get(id);
    return room && lngLat ? [{ id, at: project(lngLat), ...room }] : [];
  });
  const of = (kind: LabelRequest['kind']) => requests.filter((request) => request.kind === kind);
  // The highest first: they have the fewest places to go.
  const pins = of('pin').sort((a, b) => b.size.height - a.size.height);
  return labelSlots([...pins, ...of('chip'), ...of('name')], size, obstacles);
}

/** What the labels of marks say, wherever they stand. */
export const markLabels = (
  { language, index, form, size }: Omit<LabelRoom, 'project'>,
  marks: readonly Mark[]
): Map<string, MarkLabel> =>
  new Map(marks.map((mark) => [mark.id, markLabel(language, index, mark, form, fitsPx(size))]));

/** The labels of marks and names of sites in their slots. */
export function placeMarkLabels(
  { form, size, project }: Pick<LabelRoom, 'form' | 'size' | 'project'>,
  slots: ReadonlyMap<string, LabelPlace>,
  {
    marks,
    labels,
    sites,
    ...obstacles
  }: Obstacles & { marks: readonly Mark[]; labels: ReadonlyMap<string, MarkLabel>; sites: readonly Site[] }
): Map<string, LabelPlace | null> {
  return labelsInSlots(slots, labelRequests(marks, labels, sites, form, project), size, obstacles);
}

/** Label requests, by priority: selected, certain, possible, areas, past, other names. */
function labelRequests(
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
      return [{ id: mark.id, kind: 'chip', at, radius: 0, size: chipSize(isCounted(mark), label.size) }];
    });
  const names = sites
    .filter((site) => !isRepeated(site, marks, form, project))
    .map((site): LabelRequest => ({ id: site.id, at: project(site.lngLat), ...nameSize(site, form) }));
  return [...requests, ...names];
}

function nameSize(site: Site, form: NameForm): LabelSize {
  const width = textWidth(placeName(site.names, form).main, siteNamePx(site));
  return { kind: 'name', radius: RADIUS.name, size: { width, height: LINE_PX } };
}

function rank({ type, presence, selected }: Mark): number {
  if (selected) return 0;
  if (presence === 'past') return type === 'site' ? 4 : 5;
  if (type === 'area') return 3;
  return presence === 'certain' ? 1 : 2;
}

const isCounted = ({ counts }: Mark) => counts.certain + counts.possible > 1;
const radiusOf = (mark: Mark) => (isCounted(mark) ? RADIUS.counted : RADIUS[mark.presence]);

function chipSize(counted: boolean, text: Size): Size {
  const count = counted ? COUNT_PX : 0;
  return { width: text.width + CHIP_GLYPH_PX + CHIP_PADDING.width + count, height: text.height + CHIP_PADDING.height };
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
