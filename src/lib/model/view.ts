import { addDays, clampDay, type Day } from './day.ts';
import type { DatasetInfo } from './dataset.ts';
import type { DayWindow } from './time.ts';

/** The window: how many days up to and including the selected one; `all` is everything since the domain begins. */
export type WindowSize = 'day' | 'week' | 'month' | 'all';

export const WINDOW_SIZES: readonly WindowSize[] = ['day', 'week', 'month', 'all'];

const WINDOW_DAYS = { day: 1, week: 7, month: 30 } as const;

/**
 * The as-of day: up to which day publications count.
 * `everything`: all articles. `day`: the same as the selected day. A day: set independently of it.
 */
export type AsOf = 'everything' | 'day' | Day;

export type Selection = { type: 'event' | 'site' | 'area' | 'claim' | 'article'; id: string };

/** Everything that the reader selects. Immutable: replaced as a whole, serialised to the URL. */
export type ViewState = {
  readonly day: Day;
  readonly window: WindowSize;
  readonly asOf: AsOf;
  readonly selection: Selection | null;
  readonly hiddenKinds: readonly string[];
  readonly hiddenArticles: readonly string[];
  /** The layer of external facts; never support for a claim or an event. */
  readonly external: boolean;
  readonly nameForm: string;
};

export function firstView(info: DatasetInfo): ViewState {
  return {
    day: info.firstView.day,
    window: info.firstView.window,
    asOf: 'everything',
    selection: null,
    hiddenKinds: [],
    hiddenArticles: [],
    external: false,
    nameForm: info.firstView.nameForm
  };
}

/** The days of the window: those up to and including `view.day`, cut at the start of the domain. */
export function windowOf(view: ViewState, domain: DayWindow): DayWindow {
  if (view.window === 'all') return { from: domain.from, to: view.day };
  const from = addDays(view.day, 1 - WINDOW_DAYS[view.window]);
  return { from: Math.max(from, domain.from) as Day, to: view.day };
}

/** The day up to which publications count; `null` if all count. */
export function asOfDay(view: ViewState): Day | null {
  if (view.asOf === 'everything') return null;
  return view.asOf === 'day' ? view.day : view.asOf;
}

export function scrubTo(view: ViewState, day: Day, domain: DayWindow): ViewState {
  const clamped = clampDay(day, domain.from, domain.to);
  return clamped === view.day ? view : { ...view, day: clamped };
}

/** `list` with `id` added if it was missing, removed if it was there; sorted, so that equal sets are equal lists. */
export function toggled(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id].sort();
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a?.type === b?.type && a?.id === b?.id;
}
