import { clampDay, type Day } from '../../model/day.ts';
import type { DayWindow } from '../../model/time.ts';

/** PageUp and PageDown on the slider: 30 days, as the window "month". The arrow keys' single day is native. */
export const PAGE_DAYS = 30;

/** The day that PageUp or PageDown leads to; `null` for any other key. */
export function pageStep(key: string, day: Day, domain: DayWindow): Day | null {
  const days = key === 'PageUp' ? PAGE_DAYS : key === 'PageDown' ? -PAGE_DAYS : 0;
  return days === 0 ? null : clampDay((day + days) as Day, domain.from, domain.to);
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
