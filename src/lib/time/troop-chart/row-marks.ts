import type { Flow } from '../../model/dataset.ts';
import { hardBounds, softBounds } from '../../model/time.ts';
import type { AlertTrack, FlowStep, TroopStatement, TroopTracks } from '../../model/troops.ts';
import { clampedX, type Axis } from '../axis.ts';
import { barBetween, barOf, type Bar } from '../lanes/bars.ts';
import type { Words } from './boxes.ts';
import { PLAIN, type ChartMark, type ChartTexts, type Figure } from './marks.ts';
import { placeRow } from './rows.ts';

type Options = { texts: ChartTexts; fontPx: number; rowPx: number };

/** Below the plot, from `topPx` on: a row for each reinforcement, for equipment, alerts and notes. */
export function placeRows(tracks: TroopTracks, axis: Axis, topPx: number, { texts, fontPx, rowPx }: Options) {
  let top = topPx;
  const placedMarks: ChartMark[] = [];
  const titles: Words[] = [];
  const arrows: { x: number; y: number }[] = [];
  const add = (title: string | null, steps: readonly RowMark[]) => {
    const shown = steps.filter((step) => step.left <= axis.x1 && step.right >= axis.x0);
    if (shown.length === 0) return;
    const extent = {
      left: Math.min(...shown.map(({ left }) => left)),
      right: Math.max(...shown.map(({ right }) => right))
    };
    const row = placeRow({ title, labels: shown.map(({ text }) => text) }, extent, top, {
      widthPx: axis.widthPx,
      fontPx,
      rowPx,
      titles: axis.wide
    });
    // The rungs of a ladder stand on each other, the lowest at the bottom: those of one day stay apart.
    const each = row.band.height / shown.length;
    for (const [at, { mark, figure }] of shown.entries()) {
      const bottom = row.band.top + row.band.height - at * each;
      placedMarks.push({ ...mark, figure: figure(bottom - each, bottom), lines: row.labels[at]! });
    }
    if (row.title) titles.push(row.title);
    arrows.push(...row.arrows);
    top += row.height;
  };
  for (const { flow, steps } of tracks.flows) {
    const rungs = rungMarks(steps, flow);
    const title = texts.title(flow);
    // "A longer increase under review" needs no "under review" after it, nor that a title before it.
    const said = rungs.some(({ text }) => title.toLowerCase().endsWith(text.toLowerCase()));
    add(said ? null : title, said ? rungs.map((rung) => (axis.wide ? { ...rung, text: title } : rung)) : rungs);
  }
  for (const step of tracks.equipment) add(null, rungMarks([step], null));
  for (const alert of tracks.alerts) add(null, alertMark(alert));
  for (const notes of sameNotes(tracks.notes)) add(null, noteMark(notes));
  return { marks: placedMarks, titles, arrows, bottom: Math.ceil(top + 2) };

  function rungMarks(steps: readonly FlowStep[], flow: Flow | null): RowMark[] {
    const groups = sameRungs(steps);
    const numbered = groups.map(([step]) => step!.quantity.value !== null);
    return groups.flatMap((group, at) => {
      const step = group[0]!;
      // Each statement has its own span: possible once one of them allows it, certain once one of them is certain.
      const possibleFrom = Math.min(...group.map(({ reached }) => reached.earliest));
      const certainFrom = Math.min(...group.map(({ reached }) => reached.latest));
      if (certainFrom < axis.domain.from || possibleFrom > axis.domain.to) return [];
      const from = clampedX(axis, possibleFrom);
      const sure = clampedX(axis, certainFrom);
      // Of several steps in a row without a number the last says so for all; what is only under review has none to state.
      const unstated = !numbered[at] && step.quantity.lower !== null && (at + 1 >= groups.length || numbered[at + 1]!);
      return [
        {
          left: from,
          right: sure,
          text: flow ? texts.rung(step, unstated) : texts.equipment(step),
          figure: (top: number, bottom: number): Figure => ({ type: 'step', from, sure, top, bottom }),
          mark: {
            ...PLAIN,
            key: `${flow?.id ?? 'equipment'}-${step.status}-${step.claim.id}`,
            kind: flow ? 'rung' : 'equipment',
            statements: group,
            flow,
            status: step.status,
            possibleFrom,
            certainFrom
          }
        }
      ];
    });
  }

  function alertMark(alert: AlertTrack): RowMark[] {
    const bar = barBetween(alert.from, alert.to, axis);
    if (!bar) return [];
    return [
      {
        ...spanOf(bar),
        text: texts.alert(alert),
        mark: {
          ...PLAIN,
          key: `alert-${alert.statements[0]!.claim.id}`,
          kind: 'alert',
          statements: alert.statements,
          possibleFrom: alert.from,
          certainFrom: alert.from,
          until: alert.to
        }
      }
    ];
  }

  function noteMark(notes: readonly TroopStatement[]): RowMark[] {
    const { date, id } = notes[0]!.claim;
    const bar = barOf(date, 'within', axis);
    if (!bar) return [];
    return [
      {
        ...spanOf(bar),
        text: texts.note(notes[0]!),
        mark: {
          ...PLAIN,
          key: `note-${id}`,
          kind: 'note',
          statements: notes,
          possibleFrom: softBounds(date).earliest,
          certainFrom: hardBounds(date).earliest
        }
      }
    ];
  }
}

type RowMark = {
  left: number;
  right: number;
  text: string;
  figure(top: number, bottom: number): Figure;
  mark: Omit<ChartMark, 'figure' | 'lines'>;
};

const spanOf = (bar: Bar): Pick<RowMark, 'left' | 'right' | 'figure'> => ({
  left: bar.from,
  right: bar.to,
  figure: (top, bottom) => ({ type: 'span', bar, y: (top + bottom) / 2 })
});

/** Statements of one step with one number are one mark: "700 decided", said twice, is not 1,400. */
const sameRungs = (steps: readonly FlowStep[]): FlowStep[][] =>
  grouped(steps, ({ status, quantity: { measure, value, bound } }) => [status, measure, value, bound]);

/** What one article says of one measure and time in the same words is one mark. */
const sameNotes = (notes: readonly TroopStatement[]): TroopStatement[][] =>
  grouped(notes, ({ claim, quantity: { measure, bound, value } }) => [
    claim.date.edtf,
    claim.article,
    measure,
    bound,
    value
  ]);

function grouped<T>(items: readonly T[], keyOf: (item: T) => unknown[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item).join();
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
