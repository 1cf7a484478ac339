import { clampDay, type Day } from '../../model/day.ts';
import type { DayWindow } from '../../model/time.ts';
import { showsDay, type Axis } from '../axis.ts';

/** PageUp and PageDown on the slider: 30 days, as the window "month", or on a longer axis 365 or 3,650. */
export function pageDays({ from, to }: DayWindow): number {
  const days = to - from;
  return days < 1200 ? 30 : days < 20_000 ? 365 : 3650;
}

/**
 * The day that a key leads to; `null` where it means nothing or the slider does it by itself: single days by arrow keys, but
 * not from the end of an axis that shows a part.
 */
export function keyStep(key: string, day: Day, axis: Pick<Axis, 'domain' | 'whole'>): Day | null {
  const page = pageDays(axis.domain);
  const by = { PageUp: page, PageDown: -page, ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key] ?? 0;
  const next = (day + by) as Day;
  if (by === 0 || (Math.abs(by) === 1 && showsDay(axis, day) && showsDay(axis, next))) return null;
  return clampDay(next, axis.whole.from, axis.whole.to);
}

export type Shortcut = 'previous' | 'next' | 'play';

const SHORTCUTS: Record<string, Shortcut> = { KeyJ: 'previous', KeyK: 'play', KeyL: 'next' };

/** The relevant fields of a key event. */
export type KeyPress = { code: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** The focused field: whether a letter key means typing depends on it. */
export type Field = { tagName: string; type?: string; isContentEditable?: boolean };

/**
 * The command of a key pressed inside the panel: J, K, L, by position on the keyboard (on a Cyrillic one Ј, К, Л).
 * `null` while the reader types or selects from a list, and with Ctrl, Alt or Meta. Only active inside the panel, so
 * that a letter means nothing elsewhere on the page (WCAG 2.1.4).
 */
export function shortcutOf(press: KeyPress, field: Field): Shortcut | null {
  if (press.altKey || press.ctrlKey || press.metaKey || isTyping(field)) return null;
  return SHORTCUTS[press.code] ?? null;
}

const NOT_TYPED_INTO = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset'];

function isTyping({ tagName, type, isContentEditable }: Field): boolean {
  const tag = tagName.toLowerCase();
  if (tag === 'input') return !NOT_TYPED_INTO.includes(type ?? 'text');
  return tag === 'textarea' || tag === 'select' || isContentEditable === true;
}

/** The content of a date field: a day, nothing (still typing), or a day outside the domain. */
export type TypedDay = { day: Day } | { problem: 'empty' | 'outside' };

export function typedDay(parsed: Day | null, domain: DayWindow): TypedDay {
  if (parsed === null) return { problem: 'empty' };
  return parsed >= domain.from && parsed <= domain.to ? { day: parsed } : { problem: 'outside' };
}
