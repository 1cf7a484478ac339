import { expect, test } from 'vitest';
import { addDays } from '../../src/lib/model/day.ts';
import { indexDataset, type DatasetIndex } from '../../src/lib/model/index-dataset.ts';
import { beginningOn, chronicleOf } from '../../src/lib/model/chronicle.ts';
import { longChronicle, longPast } from '../../src/lib/model/long-chronicle.ts';
import type { PartList } from '../../src/lib/model/part-list.ts';
import { placesOf } from '../../src/lib/model/places.ts';
import { sceneAt, storylineOf, type StoryEvent } from '../../src/lib/model/scene.ts';
import { eventStartingOn, firstDayOf, startDay, stopsOf } from '../../src/lib/model/stops.ts';
import { eventsAbout, eventsAt, neighbourOf, storyEventOf } from '../../src/lib/model/story-events.ts';
import { firstView, WINDOW_PRESETS, type ViewState } from '../../src/lib/model/view.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { brutePlaces, bruteScene, bruteStops, bruteStory } from '../unit/model/brute-scene.ts';
import { numbers, randomView } from '../unit/random-view.ts';

/** Whole scenes are compared, hundreds of times. */
const LONG_MS = 120_000;

function expectSame(index: DatasetIndex, view: ViewState) {
  expect(sceneAt(index, view)).toEqual(bruteScene(index, view));
  expect(placesOf(index, view)).toEqual(brutePlaces(index, view));
  const { events } = bruteStory(index, view);
  expect(storylineOf(index, view).events).toEqual(events);
  expectSameParts(index, view, events);
}

const wholeOf = <T>(list: PartList<T>): T[] => list.slice(0, list.length);

/** What is looked up without the storyline and the scene, as they have it. */
function expectSameParts(index: DatasetIndex, view: ViewState, events: StoryEvent[]) {
  const scene = sceneAt(index, view);
  const { domain } = index.dataset.info;
  const chronicle = chronicleOf(index, scene);
  expect(wholeOf(longChronicle(index, scene))).toEqual(chronicle);
  expect(longChronicle(index, scene).slice(1, 3)).toEqual(chronicle.slice(1, 3));
  expect(wholeOf(longPast(index, scene))).toEqual(scene.past);
  const beginning = scene.events.filter(({ event }) => startDay(event) === scene.window.to);
  const day = { from: scene.window.to, to: scene.window.to };
  expect(beginningOn(index, scene)).toEqual(chronicleOf(index, { events: beginning, window: day }));
  const store = index.store.reported(view.hiddenArticles);
  expect(stopsOf(store, scene.storeQuery, domain)).toEqual(bruteStops(events, domain));
  const first = events.find(({ event }) => firstDayOf(event, domain) === view.day);
  const startingOn = eventStartingOn(store, scene.storeQuery, domain, view.day);
  expect(startingOn === null ? undefined : index.dataset.events[startingOn]).toBe(first?.event);
  const event = index.dataset.events[view.day % index.dataset.events.length]!;
  const at = events.findIndex((known) => known.event === event);
  expect(storyEventOf(index, view, event)).toEqual(events[at] ?? null);
  expect(neighbourOf(index, view, event, -1)).toEqual((at >= 0 && events[at - 1]) || null);
  expect(neighbourOf(index, view, event, 1)).toEqual((at >= 0 && events[at + 1]) || null);
  const { selection } = view;
  if (!selection) return;
  const { type, id } = selection;
  const isThere = ({ event }: StoryEvent) => event.places.some(({ ref }) => ref === id);
  if (type === 'site' || type === 'area') expect(wholeOf(eventsAt(index, view, id))).toEqual(events.filter(isThere));
  const isAbout = (known: StoryEvent) =>
    type === 'event'
      ? known.event.id === id
      : type === 'claim' || type === 'article'
        ? known.claims.some(({ claim }) => (type === 'claim' ? claim.id : claim.article) === id)
        : isThere(known);
  expect(wholeOf(eventsAbout(index, view, selection))).toEqual([...scene.events, ...scene.past].filter(isAbout));
}

for (const folder of [undefined, 'tests/fixtures/region']) {
  const index = indexDataset(loadDataset(folder));
  const { domain } = index.dataset.info;

  test(
    `the store shows every day of ${index.dataset.info.id} as asking every event does`,
    () => {
      for (let day = domain.from; day <= domain.to; day = addDays(day, 1)) {
        const window = WINDOW_PRESETS[day % WINDOW_PRESETS.length]!;
        expectSame(index, { ...firstView(index.dataset.info), day, window, asOf: day % 3 ? 'everything' : 'day' });
      }
    },
    LONG_MS
  );

  test(
    `and 1,000 views of ${index.dataset.info.id} at random`,
    () => {
      const random = numbers(11);
      for (let i = 0; i < 1000; i++) expectSame(index, randomView(index, random));
    },
    LONG_MS
  );
}
