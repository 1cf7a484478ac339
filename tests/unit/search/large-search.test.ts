import { expect, test, vi } from 'vitest';
import { wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { answerer } from '../../../src/lib/search/answer.ts';
import { searchable } from '../../../src/lib/search/documents.ts';
import { engineOf, LargeSearch } from '../../../src/lib/search/large-search.ts';
import { searchIndex } from '../../../src/lib/search/search.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { syntheticDataset } from '../../synthetic/dataset.ts';
import { syntheticColumns } from '../../synthetic/generate.ts';

const like = loadDataset('geodata', 'en');
const index = indexDataset({
  ...syntheticDataset(like, syntheticColumns({ rows: 1500 })),
  areas: like.areas,
  agents: like.agents
});
const items = searchable(wholeLanguage('en'), index, 'en');
const here = searchIndex(items);

const QUERIES = [
  'e',
  'event',
  'event 7',
  'event 77',
  'evnt',
  'what was reported',
  'site 55',
  'zvecan',
  'xyzzy',
  'bulletin'
];

/** Answers as the worker does, to copies of what it is sent; ends after so many messages. */
function fakeWorker(lives = Infinity) {
  const answer = answerer();
  const queries: string[] = [];
  const worker = {
    onmessage: null as Worker['onmessage'],
    onerror: null as Worker['onerror'],
    terminate: vi.fn(),
    /** Called when a query has been sent, before it is answered. */
    onquery: (_query: string): unknown => null,
    postMessage(message: Parameters<typeof answer>[0]) {
      const copy = structuredClone(message);
      if ('find' in copy) {
        queries.push(copy.find);
        worker.onquery(copy.find);
      }
      setTimeout(() => {
        if (lives-- <= 0) worker.onerror?.call(worker as unknown as Worker, new Event('error') as ErrorEvent);
        else
          worker.onmessage?.call(worker as unknown as Worker, { data: structuredClone(answer(copy)) } as MessageEvent);
      });
    }
  };
  return { worker, queries, engine: () => engineOf(worker as unknown as Worker) };
}

async function expectSameAnswers(search: LargeSearch) {
  for (const query of QUERIES) expect([query, await search.find(query)]).toEqual([query, here.find(query)]);
}

test('the worker answers as the main thread does', async () => {
  const { engine, queries } = fakeWorker();
  await expectSameAnswers(new LargeSearch(items, engine));
  expect(queries).toEqual(QUERIES);
});

test('of what is typed while a query runs, the last alone is asked, and only its answer counts', async () => {
  const { worker, engine, queries } = fakeWorker();
  const search = new LargeSearch(items, engine);
  await search.find('site');
  const answers = await Promise.all(['e', 'ev', 'eve', 'event 77'].map((query) => search.find(query)));
  expect(answers).toEqual([null, null, null, here.find('event 77')]);
  expect(queries).toEqual(['site', 'event 77']);
  // One that runs already is answered, to nobody.
  const running = search.find('event 7');
  const last = new Promise((resolve) => {
    worker.onquery = (query) => query === 'event 7' && resolve(search.find('event 8'));
  });
  expect([await running, await last]).toEqual([null, here.find('event 8')]);
});

test.each([
  ['is not allowed', null],
  ['does not load', 0],
  ['ends while it gets the items', 2],
  ['ends later', 12]
])('where a worker %s, the main thread answers', async (_, lives) => {
  const { worker, engine } = fakeWorker(lives ?? 0);
  const start =
    lives === null
      ? () => {
          throw new DOMException('no worker', 'SecurityError');
        }
      : engine;
  await expectSameAnswers(new LargeSearch(items, start));
  if (lives !== null) expect(worker.terminate).toHaveBeenCalledOnce();
});
