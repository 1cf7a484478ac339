import { allowWorker } from '../ui/worker-policy.ts';
import { answerer, type SearchMessage } from './answer.ts';
import type { Searchable } from './documents.ts';
import workerUrl from './search.worker.ts?worker&url';

/*
 * Search in so many items that neither making the index nor asking it may hold up the page: both are done in a worker.
 * Where none can be started (a frame without an origin, a browser or a server that forbids it), the main thread does
 * them, the index a few items at a time.
 */

/** One message after the other: each is sent when the one before was answered. Rejects where there is no answer. */
type Engine = { ask(message: SearchMessage): Promise<number[]>; close(): void };

/** So many items take a few milliseconds, here and in the worker. */
const ITEMS_AT_ONCE = 500;

export class LargeSearch {
  readonly #items: Searchable;
  #engine: Promise<Engine>;
  /** The last query that was taken up. */
  #running: Promise<unknown> = Promise.resolve();
  #asked = 0;

  constructor(items: Searchable, start: () => Engine = workerEngine) {
    this.#items = items;
    this.#engine = this.#filled(start).catch(() => this.#filled(hereEngine));
  }

  /** The positions of what is found, the best first; `null` if another query was asked meanwhile, which drops this one. */
  async find(query: string): Promise<number[] | null> {
    const turn = ++this.#asked;
    const outdated = () => turn !== this.#asked;
    const found = this.#running.then(() => (outdated() ? null : this.#ask(query)));
    this.#running = found;
    const positions = await found;
    return outdated() ? null : positions;
  }

  async #ask(query: string): Promise<number[]> {
    const engine = await this.#engine;
    try {
      return await engine.ask({ find: query });
    } catch {
      // The worker ended, for want of memory perhaps.
      engine.close();
      this.#engine = this.#filled(hereEngine);
      return (await this.#engine).ask({ find: query });
    }
  }

  /** An engine that has all items. */
  async #filled(start: () => Engine): Promise<Engine> {
    const engine = start();
    const { length } = this.#items;
    try {
      for (let from = 0; from < length; from += ITEMS_AT_ONCE) {
        const size = Math.min(ITEMS_AT_ONCE, length - from);
        await engine.ask({ add: Array.from({ length: size }, (_, at) => this.#items.textAt(from + at)) });
      }
      return engine;
    } catch (error) {
      engine.close();
      throw error;
    }
  }
}

/** Throws where the browser allows no worker. */
function workerEngine(): Engine {
  const address = new URL(workerUrl, document.baseURI).href;
  allowWorker(address);
  return engineOf(new Worker(address, { type: 'module' }));
}

/** The engine in a worker that answers as `search.worker.ts` does. */
export function engineOf(worker: Worker): Engine {
  let failed = false;
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        const fail = () => {
          failed = true;
          reject(new Error('the worker failed'));
        };
        worker.onmessage = ({ data }) => resolve(data);
        worker.onmessageerror = fail;
        worker.onerror = fail;
        if (failed) fail();
        else worker.postMessage(message);
      }),
    close: () => worker.terminate()
  };
}

/** The engine on the main thread: others have their turn between two messages. */
function hereEngine(): Engine {
  const answer = answerer();
  return {
    async ask(message) {
      await new Promise((resolve) => setTimeout(resolve));
      return answer(message);
    },
    close() {}
  };
}

/** Kept while the data are: it is made once, however often search is opened. */
const kept = new WeakMap<object, LargeSearch>();

export function largeSearch(data: object, items: Searchable): LargeSearch {
  const search = kept.get(data) ?? new LargeSearch(items);
  kept.set(data, search);
  return search;
}
