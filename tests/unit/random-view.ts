import { axisSizes } from '../../src/lib/model/axis-span.ts';
import { addDays, type Day } from '../../src/lib/model/day.ts';
import type { DatasetIndex } from '../../src/lib/model/index-dataset.ts';
import { WINDOW_PRESETS, type AsOf, type ViewState, type WindowSize } from '../../src/lib/model/view.ts';
import { chapterView, withSelection, withWindow } from '../../src/lib/model/view-changes.ts';

/** A small seeded generator, so that a failure can be repeated. */
export function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1664525 + 1013904223) % 4294967296;
    yield state / 4294967296;
  }
}

/** Any view of the data set, the unlikely ones as often as the others. */
export function randomView(index: DatasetIndex, random: Generator<number, never>): ViewState {
  const { info } = index.dataset;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next().value * list.length)]!;
  const some = (ids: string[]) => ids.filter(() => random.next().value < 0.3).sort();
  const day = () =>
    addDays(info.domain.from, Math.floor(random.next().value * (info.domain.to - info.domain.from + 1)));
  const selections: NonNullable<ViewState['selection']>[] = [
    { type: 'event', id: pick(index.dataset.events).id },
    { type: 'site', id: pick(index.dataset.sites).id },
    { type: 'area', id: pick(index.dataset.areas).id },
    { type: 'claim', id: pick(index.dataset.claims).id },
    { type: 'article', id: pick(index.dataset.articles).id }
  ];
  const chapter = random.next().value < 0.1 ? index.dataset.story[0] : undefined;
  const view: ViewState = {
    day: day(),
    window: 'day',
    asOf: pick<AsOf>(['everything', 'day', day() as Day]),
    selection: null,
    hiddenKinds: some(index.dataset.codes.kinds.map(({ id }) => id)),
    hiddenArticles: some(index.dataset.articles.map(({ id }) => id)),
    external: pick([true, false]),
    nameForm: pick(info.nameForms).id,
    axis: pick(axisSizes(info.domain)),
    chapter: null
  };
  if (chapter) return chapterView(view, chapter);
  return withSelection(
    withWindow(view, pick<WindowSize>([...WINDOW_PRESETS, day()]), index),
    pick([null, ...selections]),
    index
  );
}
