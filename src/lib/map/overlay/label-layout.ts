import { BoxGrid } from '../box-grid.ts';
import { boxAround, overlapArea, type Box } from '../box.ts';
import type { Point, Size } from '../projection.ts';

/** The height of a line of text. */
export const LINE_PX = 15;
/** On a map narrower than this, lines of text are shorter. */
export const NARROW_PX = 520;

/**
 * A label to be placed.
 * `pin`: text beside a mark that stays where it is; `radius` is the mark's half width.
 * `chip`: a box that is itself the mark; it may be moved, with a line to its place.
 * `name`: as `pin`, but it keeps off marks and all other lettering too.
 * `short`: the size of what it says at least. `kept`: it is never left out. `offMarks`: it is rather left out than on a
 * mark or outside the frame.
 */
export type LabelRequest = {
  id: string;
  kind: 'pin' | 'chip' | 'name';
  at: Point;
  radius: number;
  size: Size;
  short?: Size;
  kept?: boolean;
  offMarks?: boolean;
};

/**
 * Where the label goes; `leader` is set if a chip was moved so far that it needs a line to its place, `short` if there is
 * room only for the least that it says.
 */
export type LabelPlace = { box: Box; side: 'left' | 'right' | 'centre'; leader: boolean; short?: boolean };

const GAP = 4;
/**
 * Penalties of candidates, in square pixels of overlap with another label: per step down the list of sides, per pixel of
 * distance, per square pixel on a mark, and per one outside the frame or on what is blocked: a control is not covered to
 * keep two labels apart.
 */
const STEP_COST = 12;
const AWAY_COST = 2;
const MARK_COST = 3;
const FORBIDDEN_COST = 5;
/** Per square pixel on another label where there are many: a mark below is rather covered than a label. */
const CROWDED_COST = 6;
/** For saying only the least on all days: as a line of some letters on another label. */
const SHORT_COST = 300;
/** Overlap in square pixels that is ignored: rounding errors. */
const ROUNDING = 0.5;
/** Lines of text are higher than their letters, and measured a little too wide: so far labels may reach into each other. */
const TOUCH_PX = 2;
const CHIP_STEP = 8;
const CHIP_REACH = 14;

/** Where a label is held: it grows from there, however wide its letters turn out. */
export const heldAt = ({ box, side }: Pick<LabelPlace, 'box' | 'side'>): number =>
  side === 'right' ? box.x : side === 'left' ? box.x + box.width : box.x + box.width / 2;

/** What is in the way of labels: space taken by controls, and by other lettering. */
export type Obstacles = { blocked?: readonly Box[]; lettered?: readonly Box[] };

/**
 * Places for all labels, found in time that grows with their number. Earlier requests have priority. Marks never move,
 * only labels do. `null`: no room.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Size,
  obstacles: Obstacles = {}
): Map<string, LabelPlace | null> {
  return labelsInSlots(labelSlots(requests, frame, obstacles), requests, frame, obstacles);
}

/** The best place for each label, also for one without room; one without room for all that it may say, for the least. */
export function labelSlots(
  requests: readonly LabelRequest[],
  frame: Size,
  { blocked = [], lettered = [] }: Obstacles = {}
): Map<string, LabelPlace> {
  const marks = marksOf(requests);
  const taken = new BoxGrid(lettered);
  const forbidden = forbiddenIn(blocked, frame);
  const slots = new Map<string, LabelPlace>();
  for (const request of requests) {
    const labelCost = request.offMarks ? CROWDED_COST : 1;
    const onLabels = (box: Box) => taken.covered(box) * labelCost;
    const find = (request: LabelRequest) =>
      cheapest(candidates(request), onLabels, (box) => marks.covered(box, request.id), forbidden);
    let best = find(request);
    if (request.short && best.overlap > ROUNDING) {
      const least = find({ ...request, size: request.short });
      if (least.cost + SHORT_COST < best.cost) best = { ...least, place: { ...least.place, short: true } };
    }
    slots.set(request.id, best.place);
    if (request.kind !== 'name' || best.overlap <= ROUNDING) taken.add(best.place.box);
  }
  return slots;
}

/**
 * Labels in slots that were made for larger ones: the first line stays where it is, whatever else a label says. Where it
 * would lie on another, a later label says only the least, or, where marks are many, is left out (`null`). Chips come
 * before all, as they are marks.
 */
export function labelsInSlots(
  slots: ReadonlyMap<string, LabelPlace>,
  requests: readonly LabelRequest[],
  frame: Size,
  { blocked = [], lettered = [] }: Obstacles = {}
): Map<string, LabelPlace | null> {
  const marks = marksOf(requests);
  const letters = new BoxGrid(lettered);
  const taken = new BoxGrid();
  const takenLetters = new BoxGrid();
  const forbidden = forbiddenIn(blocked, frame);
  const places = new Map<string, LabelPlace | null>();
  const isFree = ({ id, kind, offMarks }: LabelRequest, box: Box) => {
    const onMarks = () => marks.covered(box, id) + forbidden(box);
    if (kind === 'name') return taken.covered(box) + letters.covered(box) + onMarks() <= ROUNDING;
    return takenLetters.covered(letterBox(box)) === 0 && (!offMarks || onMarks() <= ROUNDING);
  };
  const place = (request: LabelRequest) => {
    const slot = slots.get(request.id);
    if (!slot) return;
    const { size, short } = request;
    const sizes = !short ? [size] : slot.short ? [short] : [size, short];
    const boxes = sizes.map((size) => startOf(slot, { ...request, size }));
    const free = request.kept || request.kind === 'chip' ? 0 : boxes.findIndex((box) => isFree(request, box));
    // Where marks are few, each has its name.
    const at = free === -1 && request.kind === 'pin' && !request.offMarks ? boxes.length - 1 : free;
    if (at !== -1) {
      taken.add(boxes[at]!);
      takenLetters.add(letterBox(boxes[at]!));
    }
    places.set(
      request.id,
      at === -1 ? null : { ...slot, box: boxes[at]!, ...(sizes[at] === short && { short: true }) }
    );
  };
  const isChip = ({ kind }: LabelRequest) => kind === 'chip';
  requests.filter(isChip).forEach(place);
  requests.filter((request) => !isChip(request)).forEach(place);
  return places;
}

/** Where the letters of a label are. */
const letterBox = ({ x, y, width, height }: Box): Box => ({
  x: x + TOUCH_PX,
  y: y + TOUCH_PX,
  width: width - 2 * TOUCH_PX,
  height: height - 2 * TOUCH_PX
});

/** The part of a slot that a label takes: its top, on the side of the mark. */
function startOf({ box, side }: LabelPlace, { kind, size: { width, height } }: LabelRequest): Box {
  const share = kind === 'chip' || side === 'right' ? 0 : side === 'left' ? 1 : 0.5;
  return { x: box.x + (box.width - width) * share, y: box.y, width, height };
}

/** The marks beside which labels stand. */
function marksOf(requests: readonly LabelRequest[]): BoxGrid {
  const marks = new BoxGrid();
  for (const { id, kind, at, radius } of requests) if (kind !== 'chip') marks.add(boxAround(at, radius), id);
  return marks;
}

type Candidate = LabelPlace & { cost: number };

function cheapest(
  options: Candidate[],
  coveredLabels: (box: Box) => number,
  coveredMarks: (box: Box) => number,
  forbidden: (box: Box) => number
) {
  let best: { place: LabelPlace; overlap: number; cost: number } | null = null;
  for (const { cost: own, ...place } of options) {
    const onMarks = coveredMarks(place.box);
    const overlap = coveredLabels(place.box) + onMarks;
    const out = forbidden(place.box);
    const cost = overlap + onMarks * (MARK_COST - 1) + out * FORBIDDEN_COST + own;
    if (best === null || cost < best.cost) best = { place, overlap: overlap + out, cost };
  }
  return best!;
}

/** How much of a box is outside the frame or on what is blocked, square pixels. */
function forbiddenIn(blocked: readonly Box[], frame: Size): (box: Box) => number {
  const grid = new BoxGrid(blocked);
  return (box) => box.width * box.height - overlapArea(box, { x: 0, y: 0, ...frame }) + grid.covered(box);
}

function candidates({ kind, at, radius, size: { width, height } }: LabelRequest): Candidate[] {
  if (kind === 'chip') return chipCandidates(at, { width, height });
  const reach = radius + GAP;
  const near = reach * 0.75;
  const right = at.x + reach;
  const left = at.x - reach - width;
  // The first line is beside the mark: what a label says besides comes and goes below it.
  const middle = at.y - Math.min(height, LINE_PX) / 2;
  const above = at.y - reach - height;
  const below = at.y + reach;
  const place = (side: LabelPlace['side'], x: number, y: number): LabelPlace => ({
    box: { x, y, width, height },
    side,
    leader: false
  });
  return [
    place('right', right, middle),
    place('left', left, middle),
    place('right', right, at.y - height / 2),
    place('left', left, at.y - height / 2),
    place('right', at.x + near, at.y - near - height),
    place('right', at.x + near, at.y + near),
    place('left', at.x - near - width, at.y - near - height),
    place('left', at.x - near - width, at.y + near),
    place('centre', at.x - width / 2, below),
    place('centre', at.x - width / 2, above)
  ].map((candidate, step) => ({ ...candidate, cost: step * STEP_COST }));
}

/** Its own place first, then at growing distance in eight directions. */
function chipCandidates(at: Point, { width, height }: Size): Candidate[] {
  const steps = Array.from({ length: CHIP_REACH }, (_, step) => (step + 1) * CHIP_STEP);
  const directions = [
    [0, 1],
    [0, -1],
    [-1, 0],
    [1, 0],
    [-1, 1],
    [1, 1],
    [-1, -1],
    [1, -1]
  ] as const;
  const offsets = [[0, 0], ...steps.flatMap((step) => directions.map(([x, y]) => [x * step * 1.6, y * step]))] as [
    number,
    number
  ][];
  return offsets.map(([x, y]) => ({
    box: { x: at.x + x - width / 2, y: at.y + y - height / 2, width, height },
    side: 'centre',
    cost: Math.hypot(x, y) * AWAY_COST,
    leader: Math.abs(x) > width / 2 || Math.abs(y) > height / 2
  }));
}
