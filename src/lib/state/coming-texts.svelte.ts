import { addTexts, finishIndex, unpackHead } from '../model/add-texts.ts';
import { addTo, indexDataset, type DatasetIndex } from '../model/index-dataset.ts';
import { hasManyArticles } from '../model/many-articles.ts';
import { PACKING } from '../model/pack-columns.ts';
import { isReadable } from '../model/readable.ts';
import {
  EVENTS_PER_FILE,
  isTold,
  type PackedHead,
  type PackedIds,
  type PackedTexts,
  type Texts
} from '../model/texts.ts';
import type { Selection } from '../model/view.ts';
import { inTurns } from '../ui/in-turns.ts';

/** So many files are fetched at a time: one at a time leaves the line idle between them. */
const AT_ONCE = 2;
/** After this time a file that did not come is asked for again, once. */
const AGAIN_MS = 1000;

type Waiter = { resolve: () => void; reject: (error: unknown) => void };

type FetchFile = <Content extends PackedTexts | PackedIds>(name: string) => Promise<Content>;

/** The index of a data set whose texts are yet to come. `first`: those that came with the page; `fetchFile`: by its name. */
export function indexHead(head: PackedHead, first: PackedTexts | undefined, fetchFile: FetchFile): DatasetIndex {
  const { dataset, stated } = unpackHead(head);
  const texts = new ComingTexts(head, fetchFile);
  const index = indexDataset(dataset, { stated, texts, packing: PACKING });
  texts.into(index, first);
  return index;
}

/** The texts of a data set whose head is here, file by file: those asked for first, then the others in order. */
class ComingTexts implements Texts {
  /** Read by what is drawn, so that it follows. */
  #seen = $state.raw({ version: 0, whole: false, lost: false });
  readonly #fetchFile: FetchFile;
  readonly #files: readonly string[];
  readonly #ids: PackedHead['ids'];
  #index: DatasetIndex | null = null;
  /** Numbers of the files that are yet to be fetched, the next one first. */
  #queue: number[];
  readonly #wanted = new Set<number>();
  /** Who waits for a file that is fetched, or will be. */
  readonly #waiting = new Map<number, Waiter[]>();
  /** What is being fetched. */
  readonly #underWay = new Set<Promise<void>>();
  #running: Promise<void> | null = null;
  /** The run that goes on: one that lost a file does not. */
  #current: symbol | null = null;

  constructor({ files, ids }: Pick<PackedHead, 'files' | 'ids'>, fetchFile: FetchFile) {
    this.#fetchFile = fetchFile;
    this.#files = files;
    this.#ids = ids;
    this.#queue = files.map((_, number) => number);
  }

  get whole(): boolean {
    return this.#seen.whole;
  }
  get version(): number {
    return this.#seen.version;
  }
  get lost(): boolean {
    return this.#seen.lost;
  }

  /** Where they go; `first`: those that came with the page. */
  into(index: DatasetIndex, first?: PackedTexts): void {
    this.#index = index;
    if (first) addTexts(index, first);
  }

  have(events: Iterable<number>): boolean {
    // Read first: what asks is to be told when they have come.
    if (this.#seen.whole) return true;
    const { events: list } = this.#index!.dataset;
    let all = true;
    for (const at of events) {
      if (isTold(list[at]!)) continue;
      all = false;
      this.#want(Math.floor(at / EVENTS_PER_FILE));
    }
    return all;
  }

  async ready(event: number): Promise<void> {
    if (this.have([event])) return;
    const number = Math.floor(event / EVENTS_PER_FILE);
    if (this.#running || !this.#queue.includes(number))
      return new Promise((resolve, reject) => addTo(this.#waiting, number, { resolve, reject }));
    this.#queue = this.#queue.filter((other) => other !== number);
    await this.#fetch(number);
  }

  readyFor(query: URLSearchParams): Promise<unknown> | null {
    if (this.whole) return null;
    const { dataset, events } = this.#index!;
    const needAll = ['claim', 'article', ...(hasManyArticles(dataset) ? ['without'] : [])];
    if (needAll.some((key) => query.has(key))) return this.all();
    // As an address is read: as it stands, or else in lower case.
    const ids = query.getAll('event').flatMap((id) => [id, id.toLowerCase()]);
    const unknown = [...new Set(ids)].filter((id) => !events.has(id));
    return unknown.length > 0 ? Promise.all(unknown.map((id) => this.#readyById(id))) : null;
  }

  areEnoughFor(selection: Selection): boolean {
    return isReadable(this.#index!, selection);
  }

  /** Resolves, too, where there is no event with such an id. */
  async #readyById(id: string): Promise<void> {
    const file = this.#ids.findLast(({ from }) => from <= id)?.file;
    if (file === undefined) return;
    const some = await this.#fetchTwice<PackedIds>(file).catch(() => null);
    // Without that file all texts tell it.
    if (!some) return this.all();
    const found = some.ids.indexOf(id);
    if (found >= 0) await this.ready(some.at[found]!);
  }

  #want(number: number): void {
    if (this.#wanted.has(number)) return;
    this.#wanted.add(number);
    if (this.#queue.includes(number)) this.#queue = [number, ...this.#queue.filter((other) => other !== number)];
  }

  /** Begins where it has not, and again after what was lost. */
  all(): Promise<void> {
    this.#running ??= this.#run().catch((error: unknown) => {
      this.#running = null;
      this.#current = null;
      this.#seen = { ...this.#seen, lost: true };
      for (const number of [...this.#waiting.keys()]) this.#answer(number, (waiter) => waiter.reject(error));
      throw error;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    if (this.#seen.lost) this.#seen = { ...this.#seen, lost: false };
    const run = Symbol();
    this.#current = run;
    await Promise.all([...this.#underWay, ...Array.from({ length: AT_ONCE }, () => this.#fetchAll(run))]);
    await inTurns(finishIndex(this.#index!));
    this.#seen = { ...this.#seen, version: this.#seen.version + 1, whole: true };
  }

  /** Ends, too, where files are lost, and another run begins. */
  async #fetchAll(run: symbol): Promise<void> {
    while (this.#current === run) {
      const number = this.#queue.shift();
      if (number === undefined) return;
      await this.#fetch(number);
    }
  }

  #fetch(number: number): Promise<void> {
    const fetched = this.#put(number);
    const end = () => this.#underWay.delete(fetched);
    this.#underWay.add(fetched);
    fetched.then(end, end);
    return fetched;
  }

  #answer(number: number, tell: (waiter: Waiter) => void): void {
    for (const waiter of this.#waiting.get(number) ?? []) tell(waiter);
    this.#waiting.delete(number);
  }

  /** Puts a file back into the queue where it does not come. */
  async #put(number: number): Promise<void> {
    try {
      addTexts(this.#index!, await this.#fetchTwice<PackedTexts>(this.#files[number]!));
    } catch (error) {
      this.#queue.unshift(number);
      this.#answer(number, (waiter) => waiter.reject(error));
      throw error;
    }
    this.#answer(number, (waiter) => waiter.resolve());
    if (this.#wanted.has(number)) this.#seen = { ...this.#seen, version: this.#seen.version + 1 };
  }

  async #fetchTwice<Content extends PackedTexts | PackedIds>(name: string): Promise<Content> {
    try {
      return await this.#fetchFile<Content>(name);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      return this.#fetchFile<Content>(name);
    }
  }
}
