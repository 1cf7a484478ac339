import type { AlertTrack, TroopStatement } from '../../model/troops.ts';
import type { Axis } from '../axis.ts';
import { barBetween, barOf, type Bar } from './bars.ts';
import { textWidth } from '../../svg/text-width.ts';
import { packRows, shortened, type Stretch } from './rows.ts';

/** A statement that enters no sum: its span, and its label above it. `key` is the id of its first claim. */
export type NoteMark = { key: string; bar: Bar; label: string; labelX: number; anchor: 'start' | 'end'; row: number };

const GAP_PX = 10;

/** Alerts that overlap the domain, each for as long as stated. */
export function layoutAlerts(
  alerts: readonly AlertTrack[],
  axis: Axis,
  fontPx: number,
  label: (alert: AlertTrack) => string
) {
  return packed(
    alerts.flatMap((alert) => {
      const bar = barBetween(alert.from, alert.to, axis);
      return bar ? [{ key: alert.statements[0]!.claim.id, bar, ...words(label(alert), bar, axis, fontPx) }] : [];
    })
  );
}

/** Notes dated in the domain. What an article says twice in the same words about the same time is one mark. */
export function layoutNotes(
  notes: readonly TroopStatement[],
  axis: Axis,
  fontPx: number,
  label: (note: TroopStatement) => string
) {
  const first = new Map<string, TroopStatement>();
  for (const note of notes) {
    const key = [note.claim.date.edtf, note.claim.article, label(note)].join();
    if (!first.has(key)) first.set(key, note);
  }
  return packed(
    [...first.values()].flatMap((note) => {
      const bar = barOf(note.claim.date, 'within', axis);
      return bar ? [{ key: note.claim.id, bar, ...words(label(note), bar, axis, fontPx) }] : [];
    })
  );
}

type Words = Pick<NoteMark, 'label' | 'labelX' | 'anchor'> & { box: Stretch };

/** From the start of the bar if there is room, else up to its end; shortened if the whole lane is too short. */
function words(text: string, bar: Bar, axis: Axis, fontPx: number): Words {
  const label = shortened(text, axis.widthPx, fontPx);
  const labelPx = textWidth(label, fontPx);
  if (bar.from + labelPx <= axis.widthPx) {
    return {
      label,
      labelX: bar.from,
      anchor: 'start',
      box: { left: bar.from, right: Math.max(bar.from + labelPx, bar.to) }
    };
  }
  const labelX = Math.max(bar.to, labelPx);
  return { label, labelX, anchor: 'end', box: { left: labelX - labelPx, right: labelX } };
}

function packed(placed: readonly (Omit<NoteMark, 'row'> & { box: Stretch })[]): { marks: NoteMark[]; rows: number } {
  const { rows, count } = packRows(
    placed.map(({ box }) => box),
    GAP_PX
  );
  return { marks: placed.map(({ box: _box, ...mark }, index) => ({ ...mark, row: rows[index]! })), rows: count };
}
