import { addDays, type Day } from '../../src/lib/model/day.ts';
import type { DatasetIndex } from '../../src/lib/model/index-dataset.ts';
import { WINDOW_SIZES, type AsOf, type ViewState } from '../../src/lib/model/view.ts';

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
  return {
    day: day(),
    window: pick(WINDOW_SIZES),
    asOf: pick<AsOf>(['everything', 'day', day() as Day]),
    selection: pick([null, ...selections]),
    hiddenKinds: some(index.dataset.codes.kinds.map(({ id }) => id)),
    hiddenArticles: some(index.dataset.articles.map(({ id }) => id)),
    external: pick([true, false]),
    nameForm: pick(info.nameForms).id
  };
}
