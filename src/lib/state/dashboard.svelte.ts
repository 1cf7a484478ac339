import type { Day } from '../model/day.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { eventStops, sceneAt, storylineOf } from '../model/scene.ts';
import {
  firstView,
  scrubTo,
  toggled,
  type AsOf,
  type Selection,
  type ViewState,
  type WindowSize
} from '../model/view.ts';

/**
 * The view and everything derived from it. There is no other copy of the time: map, panel, list and URL read `view`,
 * and every change replaces it as a whole.
 */
export class Dashboard {
  readonly index: DatasetIndex;
  view: ViewState = $state.raw()!;
  readonly story = $derived.by(() => storylineOf(this.index, this.view));
  readonly scene = $derived.by(() => sceneAt(this.index, this.view, this.story));
  readonly stops = $derived.by(() => eventStops(this.story.events, this.index.dataset.info.domain));

  constructor(index: DatasetIndex) {
    this.index = index;
    this.view = firstView(index.dataset.info);
  }

  scrub = (day: Day) => {
    this.view = scrubTo(this.view, day, this.index.dataset.info.domain);
  };

  setWindow = (window: WindowSize) => {
    this.view = { ...this.view, window };
  };

  setAsOf = (asOf: AsOf) => {
    this.view = { ...this.view, asOf };
  };

  select = (selection: Selection | null) => {
    this.view = { ...this.view, selection };
  };

  toggleKind = (id: string) => {
    this.view = { ...this.view, hiddenKinds: toggled(this.view.hiddenKinds, id) };
  };

  toggleArticle = (id: string) => {
    this.view = { ...this.view, hiddenArticles: toggled(this.view.hiddenArticles, id) };
  };

  showAll = () => {
    this.view = { ...this.view, hiddenKinds: [], hiddenArticles: [] };
  };

  showExternal = (external: boolean) => {
    this.view = { ...this.view, external };
  };

  nameIn = (nameForm: string) => {
    this.view = { ...this.view, nameForm };
  };
}
