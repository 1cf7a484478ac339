import type { AxisSize } from '../model/axis-span.ts';
import type { Day } from '../model/day.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { sceneAt, storylineOf } from '../model/scene.ts';
import { eventStartingOn, stopAfter, stopBefore, stopsOf } from '../model/stops.ts';
import { isTold } from '../model/texts.ts';
import type { DayWindow } from '../model/time.ts';
import {
  changed,
  firstView,
  openEvent,
  toggled,
  type AsOf,
  type Selection,
  type ViewState,
  type WindowSize
} from '../model/view.ts';
import { chapterView, scrubTo, withoutChapter, withSelection, withWindow } from '../model/view-changes.ts';

export type Direction = 'previous' | 'next';

/**
 * The view and everything derived from it. There is no other copy of the time: map, panel, list and URL read `view`,
 * and every change replaces it as a whole (view-changes.ts).
 */
export class Dashboard {
  readonly index: DatasetIndex;
  view: ViewState = $state.raw()!;
  readonly story = $derived.by(() => storylineOf(this.index, this.view));
  readonly scene = $derived.by(() => sceneAt(this.index, this.view, this.story));
  // By themselves: another day alone has the same stops.
  readonly #store = $derived.by(() => this.index.store.reported(this.view.hiddenArticles));
  readonly #asOf = $derived.by(() => this.story.storeQuery.asOf);
  readonly #hiddenKinds = $derived.by(() => this.story.storeQuery.hiddenKinds);
  readonly stops = $derived.by(() =>
    stopsOf(this.#store, { asOf: this.#asOf, hiddenKinds: this.#hiddenKinds }, this.#domain)
  );

  constructor(index: DatasetIndex, view: ViewState = firstView(index.dataset.info)) {
    this.index = index;
    this.view = view;
  }

  get #domain() {
    return this.index.dataset.info.domain;
  }

  scrub = (day: Day) => {
    this.view = scrubTo(this.view, day, this.index);
  };

  setWindow = (window: WindowSize) => {
    this.view = withWindow(this.view, window, this.index);
  };

  setRange = ({ from, to }: DayWindow) => {
    this.view = withWindow(changed(this.view, { day: to }), from, this.index);
  };

  /** Goes to the day before or after this one that an event begins on. Where an event is open, its first is open then. */
  step = (direction: Direction) => {
    const day = (direction === 'next' ? stopAfter : stopBefore)(this.stops, this.view.day);
    if (day === null) return;
    const reads = openEvent(this.view) !== null;
    this.scrub(day);
    const first = reads ? eventStartingOn(this.#store, this.story.storeQuery, this.#domain, day) : null;
    if (first !== null) this.selectAt(first);
  };

  /** Selects an event by its position in the data set: at once, or when its texts have come and nothing else was done. */
  selectAt = (position: number) => {
    const { dataset, texts } = this.index;
    const event = dataset.events[position]!;
    if (isTold(event)) return this.select({ type: 'event', id: event.id });
    const { view } = this;
    void texts.ready(position).then(
      () => {
        if (this.view === view) this.selectAt(position);
      },
      // The list says that they did not come, and has them asked for again.
      () => {}
    );
  };

  setAsOf = (asOf: AsOf) => {
    this.view = changed(this.view, { asOf });
  };

  select = (selection: Selection | null) => {
    this.view = withSelection(this.view, selection, this.index);
  };

  /** So that playing shows each day’s events, not one of them all the time. */
  closeEvent = () => {
    if (openEvent(this.view) !== null) this.select(null);
  };

  openChapter = (id: string) => {
    const chapter = this.index.chapters.get(id);
    if (chapter) this.view = chapterView(this.view, chapter);
  };

  closeChapter = () => {
    this.view = withoutChapter(this.view);
  };

  toggleKind = (id: string) => {
    this.view = changed(this.view, { hiddenKinds: toggled(this.view.hiddenKinds, id) });
  };

  toggleArticle = (id: string) => {
    this.view = changed(this.view, { hiddenArticles: toggled(this.view.hiddenArticles, id) });
  };

  showAll = () => {
    this.view = changed(this.view, { hiddenKinds: [], hiddenArticles: [] });
  };

  showExternal = (external: boolean) => {
    this.view = changed(this.view, { external });
  };

  showOnAxis = (axis: AxisSize) => {
    this.view = changed(this.view, { axis });
  };

  nameIn = (nameForm: string) => {
    this.view = changed(this.view, { nameForm });
  };
}
