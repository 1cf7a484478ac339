import { placeName } from '../../i18n/names.ts';
import type { Language } from '../../i18n/language.ts';
import type { Localised, LngLat, NameForm, Site } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { totalOf } from '../../model/scene.ts';
import {
  labelSlots,
  labelsInSlots,
  LINE_PX,
  NARROW_PX,
  type LabelPlace,
  type LabelRequest,
  type Obstacles
} from './label-layout.ts';
import { CHIP_GLYPH_PX, labelRoom, markLabel, NO_WORDS, type MarkLabel } from './mark-text.ts';
import type { Groups } from './gathered.ts';
import { happeningsOf, type Happenings } from './happenings.ts';
import { hasManyPlaces, hasManySites } from './many-sites.ts';
import type { Mark } from './marks.ts';
import { isInFrame, type Point, type Size } from '../projection.ts';
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

/** By the id of the site or area; each is found when it is first asked for. */
export type LabelRooms = (id: string) => LabelSize | undefined;

/**
 * The room that the label of every place needs for what it says on any day and however it is filtered. Apart from where
 * labels stand, as it is the same while the map moves.
 */
export function labelRooms({ language, index, form, size }: Omit<LabelRoom, 'project'>): LabelRooms {
  const happenings = happeningsOf(index);
  const roomOf = (here: Happenings, names: Localised) =>
    labelRoom(language, index, { ...here, names }, form, fitsPx(size));
  const find = (id: string): LabelSize | undefined => {
    const here = happenings.get(id);
    const site = index.sites.get(id);
    if (site && !here) return nameSize(site, form);
    if (site && here)
      return {
        kind: 'pin',
        radius: here.several ? RADIUS.counted : RADIUS.certain,
        ...roomOf(here, site.names)
      };
    const area = index.areas.get(id);
    return here && area?.labelLngLat
      ? { kind: 'chip', radius: 0, size: chipSize(here.several, roomOf(here, area.names).size) }
      : undefined;
  };
  const found = new Map<string, LabelSize | undefined>();
  return (id) => {
    if (!found.has(id)) found.set(id, find(id));
    return found.get(id);
  };
}

type SlotsOptions = Pick<LabelRoom, 'index' | 'size' | 'project'> &
  Obstacles & { rooms: LabelRooms; sites: readonly Site[]; groups: Groups };

/**
 * A slot for the label of every place, as large as its room: labels stay where they are while days go by. Places that
 * share a mark have one. Where there are many, only what is in the frame has one.
 */
export function yearSlots({
  index,
  size,
  rooms,
  project,
  sites,
  groups,
  ...obstacles
}: SlotsOptions): Map<string, LabelPlace> {
  const many = hasManySites(index);
  const inFrameAlone = hasManyPlaces(index);
  const areas = index.dataset.areas.map(({ id, labelLngLat }) => ({ id, lngLat: labelLngLat }));
  const requests = [...sites, ...areas].flatMap(({ id, lngLat }): LabelRequest[] => {
    if (!lngLat || (groups.leaders.get(id) ?? id) !== id) return [];
    const at = project(lngLat);
    const room = inFrameAlone && !isInFrame(at, size) ? undefined : rooms(id);
    if (!room) return [];
    const wordless = room.kind === 'chip' && groups.apart.has(id);
    return [{ id, at, offMarks: many, ...room, ...(wordless && { size: chipSize(true, NO_WORDS) }) }];
  });
  const of = (kind: LabelRequest['kind']) => requests.filter((request) => request.kind === kind);
  const happenings = happeningsOf(index);
  const weight = ({ id }: LabelRequest) => happenings.get(id)?.count ?? 0;
  // The highest first: they have the fewest places to go. Where there is not room for all: where most has happened.
  const pins = of('pin').sort((a, b) => (many ? weight(b) - weight(a) : b.size.height - a.size.height));
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
  { index, form, size, project }: Pick<LabelRoom, 'index' | 'form' | 'size' | 'project'>,
  slots: ReadonlyMap<string, LabelPlace>,
  {
    marks,
    labels,
    sites,
    ...obstacles
  }: Obstacles & { marks: readonly Mark[]; labels: ReadonlyMap<string, MarkLabel>; sites: readonly Site[] }
): Map<string, LabelPlace | null> {
  const offMarks = hasManySites(index);
  const requests = labelRequests(marks, labels, sites, form, project).map((request) => ({ ...request, offMarks }));
  return labelsInSlots(slots, requests, size, obstacles);
}

/** Label requests, by priority: selected, certain, possible, areas, past, other names; of equals, where more happened. */
function labelRequests(
  marks: readonly Mark[],
  labels: ReadonlyMap<string, MarkLabel>,
  sites: readonly Site[],
  form: NameForm,
  project: (lngLat: LngLat) => Point
): LabelRequest[] {
  const requests = [...marks]
    .sort((a, b) => rank(a) - rank(b) || totalOf(b.counts) - totalOf(a.counts))
    .flatMap((mark): LabelRequest[] => {
      const { id, selected: kept } = mark;
      const label = labels.get(id);
      if (!label) return [];
      const at = project(mark.lngLat);
      if (mark.type === 'area')
        return [{ id, kind: 'chip', at, radius: 0, size: chipSize(isCounted(mark), label.size), kept }];
      return [{ id, kind: 'pin', at, radius: radiusOf(mark), size: label.size, short: label.short, kept }];
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

const isCounted = ({ counts }: Mark) => totalOf(counts) > 1;
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
