import { expect, test } from 'vitest';
import { ClusterCounts } from '../../../../../src/lib/map/maplibre/time-layer/cluster-counts.ts';
import { sharedPlaces, spiderfy } from '../../../../../src/lib/map/maplibre/time-layer/spiderfy.ts';
import { EventStore } from '../../../../../src/lib/model/event-store.ts';
import { CERTAIN, POSSIBLE } from '../../../../../src/lib/model/presence.ts';
import { randomColumns } from '../../../model/random-columns.ts';
import { numbers } from '../../../random-view.ts';

const FIRST = 19_300;
const DAYS = 200;
const KINDS = 11;
const GROUPS = 4;
const random = numbers(41);
const below = (count: number) => Math.floor(random.next().value * count);
const columns = randomColumns({ events: 1500, kinds: KINDS, places: 4, days: DAYS, firstDay: FIRST }, random);
const store = new EventStore(columns);
const places = sharedPlaces(store);
const groupOf = Array.from({ length: KINDS }, (_, kind) => kind % GROUPS);

/** By the definition: every row of every cluster is asked. */
function bruteForce(clusters: readonly Uint32Array[], view: Parameters<ClusterCounts['tally']>[0]): number[] {
  return clusters.flatMap((rows) =>
    Array.from({ length: GROUPS }, (_, group) =>
      [CERTAIN, POSSIBLE].map(
        (presence) =>
          [...rows].filter((row) => groupOf[columns.kind[row]!] === group && store.presence(row, view) === presence)
            .length
      )
    ).flat()
  );
}

test.each([1, 2, 7, 30, 150])(
  'in windows of %i days, whatever is hidden and reported, a tally is what counting each row gives',
  (windowDays) => {
    let [seen, possible] = [0, 0];
    for (let round = 0; round < 12; round++) {
      const hiddenKinds = round % 2 === 0 ? 0 : below(2 ** KINDS);
      const windowAt = (to: number) => ({ from: to - windowDays + 1, to, hiddenKinds, pastDays: 0 });
      const spiderLayout = spiderfy(store, places, { ...windowAt(FIRST), asOf: null });
      const counts = new ClusterCounts(store, spiderLayout, groupOf, GROUPS);
      for (let moves = 0; moves < 12; moves++) {
        // Beyond the first and the last event too.
        const to = FIRST - 20 + below(DAYS + 60);
        const view = { ...windowAt(to), asOf: moves % 3 === 0 ? to + below(20) - 5 : null };
        const tally = [...counts.tally(view)];
        expect(tally, JSON.stringify(view)).toEqual(bruteForce(spiderLayout.clusters, view));
        seen += tally.reduce((sum, count) => sum + count, 0);
        possible += tally.filter((_, at) => at % 2 === 1).reduce((sum, count) => sum + count, 0);
      }
    }
    expect(possible).toBeGreaterThan(0);
    expect(seen).toBeGreaterThan(possible);
  }
);
