import type { Flow, TroopStatus } from '../../model/dataset.ts';
import type { FlowStep, TroopTracks } from '../../model/troops.ts';
import { clampedX, type Axis } from '../axis.ts';
import { textWidth } from '../../svg/text-width.ts';
import { packRows, shortened, type Stretch } from './rows.ts';

/**
 * One step reached by a reinforcement: possibly from `from`, certainly from `sure`, with an open end at `to`.
 * Its length has no meaning: no article states an end. If no number is stated either, the end is torn.
 */
export type FlowBar = {
  key: string;
  flow: Flow | null;
  status: TroopStatus;
  steps: FlowStep[];
  from: number;
  sure: number;
  to: number;
  numbered: boolean;
  label: string;
  labelX: number;
  anchor: 'start' | 'end';
  row: number;
};

type Options = { fontPx: number; label(step: FlowStep, flow: Flow | null): string };

const PAD_PX = 5;
const TAIL_PX = 22;
/** If they are closer than this, the possible and the certain start are drawn as one edge. */
const ONE_EDGE_PX = 4;
const ROW_GAP_PX = 10;

/** The bars of all reinforcements and of equipment, in few rows; a flow's steps are adjacent and in order. */
export function layoutFlows(
  tracks: Pick<TroopTracks, 'flows' | 'equipment'>,
  axis: Axis,
  { fontPx, label }: Options
): { bars: FlowBar[]; rows: number } {
  const rungs = [
    ...tracks.flows.flatMap(({ flow, steps }) => rungsOf(steps).map((group) => ({ flow, steps: group }))),
    ...rungsOf(tracks.equipment).map((group) => ({ flow: null, steps: group }))
  ];
  const placed = rungs.flatMap(({ flow, steps }) => {
    // Each statement has its own span: possible once one of them allows it, certain once one of them is certain.
    const earliest = Math.min(...steps.map(({ reached }) => reached.earliest));
    const latest = Math.min(...steps.map(({ reached }) => reached.latest));
    if (latest < axis.domain.from || earliest > axis.domain.to) return [];
    const words = shortened(label(steps[0]!, flow), axis.widthPx, fontPx);
    const shape = placeLabel(clampedX(axis, earliest), clampedX(axis, latest), textWidth(words, fontPx), axis);
    const { status, quantity, claim } = steps[0]!;
    return [
      { key: `${claim.id}-${status}`, flow, status, steps, numbered: quantity.value !== null, label: words, ...shape }
    ];
  });
  const { rows, count } = packRows(
    placed.map(({ box }) => box),
    ROW_GAP_PX
  );
  return { bars: placed.map(({ box: _box, ...bar }, index) => ({ ...bar, row: rows[index]! })), rows: count };
}

/** Statements of one step with one number are one bar: "700 decided", said twice, is not 1,400. */
function rungsOf(steps: readonly FlowStep[]): FlowStep[][] {
  const groups = new Map<string, FlowStep[]>();
  for (const step of steps) {
    const { measure, value, bound } = step.quantity;
    const key = [step.status, measure, value, bound].join();
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()];
}

type Shape = Pick<FlowBar, 'from' | 'sure' | 'to' | 'labelX' | 'anchor'> & { box: Stretch };

/**
 * The label is inside the bar if it fits: in its uncertain range, else after its certain edge, else before it. If there
 * is no room for that either, it starts at the left edge and overlaps the hollow bar.
 */
function placeLabel(from: number, latest: number, labelPx: number, axis: Axis): Shape {
  const sure = latest - from < ONE_EDGE_PX ? from : latest;
  const end = axis.widthPx;
  if (sure > from && from + PAD_PX + labelPx <= sure - 2) {
    const to = Math.min(sure + TAIL_PX, end);
    return { from, sure, to, labelX: from + PAD_PX, anchor: 'start', box: { left: from, right: to } };
  }
  const after = sure + PAD_PX + labelPx + PAD_PX;
  if (after <= end)
    return { from, sure, to: after, labelX: sure + PAD_PX, anchor: 'start', box: { left: from, right: after } };
  const to = Math.min(sure + TAIL_PX, end);
  const labelX = Math.max(from - PAD_PX, labelPx);
  return { from, sure, to, labelX, anchor: 'end', box: { left: labelX - labelPx, right: Math.max(to, labelX) } };
}
