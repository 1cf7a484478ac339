import type { AxisSize } from './axis-span.ts';
import { addDays, isoDay, parseDay, type Day } from './day.ts';
import type { DatasetInfo } from './dataset.ts';
import type { DayWindow } from './time.ts';

/** The window: how many days up to and including the selected one; `all` is everything since the domain begins. */
export type WindowPreset = 'day' | 'week' | 'month' | 'all';

export const WINDOW_PRESETS: readonly WindowPreset[] = ['day', 'week', 'month', 'all'];

/** A preset goes along with the selected day. A day is the fixed first day of a range that ends with the selected one. */
export type WindowSize = WindowPreset | Day;

/** The window in an address, a message or a data file: a preset, or the first day of a range; `null` for anything else. */
export function parseWindow(text: string): WindowSize | null {
  return WINDOW_PRESETS.find((preset) => preset === text) ?? parseDay(text);
}

/** A window as text that `parseWindow` reads. */
export const windowText = (window: WindowSize): string => (typeof window === 'number' ? isoDay(window) : window);

const WINDOW_DAYS = { day: 1, week: 7, month: 30 } as const;

/** The presets that differ in a domain: one as long as it, or longer, has the days of `all`. Over one day, the day alone. */
export function windowChoices({ from, to }: DayWindow): WindowPreset[] {
  if (from === to) return ['day'];
  return WINDOW_PRESETS.filter((preset) => preset === 'all' || WINDOW_DAYS[preset] <= to - from);
}

/** Of the presets that differ in a domain the one with the days of `preset`: a link may ask for any. */
export function chosenWindow(domain: DayWindow, preset: WindowPreset): WindowPreset {
  const presets = windowChoices(domain);
  return presets.includes(preset) ? preset : presets.at(-1)!;
}

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
  /** The layer of external facts. No claim rests on them. */
  readonly external: boolean;
  readonly nameForm: string;
  /** How much of the domain the axis of time shows. */
  readonly axis: AxisSize;
  /** The chapter of the story that this view is; `null` once the reader has chosen anything else. */
  readonly chapter: string | null;
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
    nameForm: info.firstView.nameForm,
    axis: 'all',
    chapter: null
  };
}

/** The days of the window: those up to and including `view.day`, cut at the start of the domain. */
export function windowOf(view: Pick<ViewState, 'day' | 'window'>, domain: DayWindow): DayWindow {
  if (view.window === 'all') return { from: domain.from, to: view.day };
  if (typeof view.window === 'number') return { from: Math.min(view.window, view.day) as Day, to: view.day };
  const from = addDays(view.day, 1 - WINDOW_DAYS[view.window]);
  return { from: Math.max(from, domain.from) as Day, to: view.day };
}

/** The day up to which publications count; `null` if all count. */
export function asOfDay(view: ViewState): Day | null {
  if (view.asOf === 'everything') return null;
  return view.asOf === 'day' ? view.day : view.asOf;
}

/**
 * The view with other values; the same object where nothing changes. Any choice but that of names, of the external layer and
 * of the axis leaves the chapter.
 */
export function changed(view: ViewState, to: Partial<ViewState>): ViewState {
  const keys = (Object.keys(to) as (keyof ViewState)[]).filter((key) =>
    key === 'selection' ? !sameSelection(view.selection, to.selection ?? null) : view[key] !== to[key]
  );
  if (keys.length === 0) return view;
  const stays = 'chapter' in to || keys.every((key) => key === 'nameForm' || key === 'external' || key === 'axis');
  return { ...view, ...to, ...(!stays && { chapter: null }) };
}

/** `list` with `id` added if it was missing, removed if it was there; sorted, so that equal sets are equal lists. */
export function toggled(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id].sort();
}

/** The list that is asked for; the current one where that is equal, so that equal views are the same object. */
export function sameOr(current: readonly string[], asked: readonly string[]): readonly string[] {
  return asked.join() === current.join() ? current : asked;
}

/** The id of the event that is open; `null` where something else is, or nothing. */
export function openEvent({ selection }: Pick<ViewState, 'selection'>): string | null {
  return selection?.type === 'event' ? selection.id : null;
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a?.type === b?.type && a?.id === b?.id;
}
