import type { Dataset, DatasetEvent, Site } from './dataset.ts';
import { emptyColumns, MAX_KINDS, OPEN_END, OPEN_START, type EventColumns } from './event-columns.ts';
import { EventStore } from './event-store.ts';
import { PLAIN, type Packing } from './packed-columns.ts';
import type { Stated } from './texts.ts';
import { hardBounds, softBounds, type UncertainDate } from './time.ts';

/** A day as a column stores it: an open end, or a day out of range, is clamped. */
const column = (day: number) => Math.min(Math.max(day, OPEN_START), OPEN_END);

/** The sites of an event that are on the map; `[null]` where there is none. */
function sitesOf({ places }: DatasetEvent, sites: ReadonlyMap<string, Site>): (Site | null)[] {
  const here: Site[] = [];
  for (const { ref } of places) {
    const site = sites.get(ref);
    if (site && !site.offMap && !here.includes(site)) here.push(site);
  }
  return here.length > 0 ? here : [null];
}

/** The events of a dataset as columns; `event` is their index in it. No report counts yet. */
function columnsOf({ events, sites, codes }: Dataset, stated: Stated | undefined): EventColumns {
  if (codes.kinds.length > MAX_KINDS)
    throw new Error(`${codes.kinds.length} kinds of event: at most ${MAX_KINDS} are supported`);
  const byId = new Map(sites.map((site) => [site.id, site]));
  const kinds = new Map(codes.kinds.map(({ id }, at) => [id, at]));
  const placed = events.map((event) => sitesOf(event, byId));
  const columns = emptyColumns(placed.reduce((rows, here) => rows + here.length, 0));
  let row = 0;
  for (const at of byFirstDay(events)) {
    const event = events[at]!;
    const [soft, hard] = [softBounds(event.date), hardBounds(event.date)];
    for (const site of placed[at]!) {
      columns.lng[row] = site?.lngLat[0] ?? NaN;
      columns.lat[row] = site?.lngLat[1] ?? NaN;
      columns.hardEarliest[row] = column(hard.earliest);
      columns.hardLatest[row] = column(hard.latest);
      columns.softEarliest[row] = column(soft.earliest);
      columns.softLatest[row] = column(soft.latest);
      columns.throughout[row] = event.extent === 'throughout' ? 1 : 0;
      columns.kind[row] = kinds.get(event.kind)!;
      columns.weight[row] = Math.max(stated?.claims[at] ?? event.claims.length, 1);
      columns.accuracyM[row] = site?.accuracyM ?? 0;
      columns.event[row] = at;
      row++;
    }
  }
  return columns;
}

/** Positions of the events in the order of the first day on which they may have begun. */
function byFirstDay(events: readonly DatasetEvent[]): Uint32Array {
  const first = Int32Array.from(events, ({ date }) => column(softBounds(date).earliest));
  const positions = Uint32Array.from(first.keys());
  // They mostly are in that order already.
  const isSorted = first.every((day, at) => at === 0 || day >= first[at - 1]!);
  return isSorted ? positions : positions.sort((a, b) => first[a]! - first[b]! || a - b);
}

/** The articles that state each event, by index: those of event `i` from `at[i]` to before `at[i + 1]`. */
type Stating = { at: Uint32Array; articles: Uint32Array };

function statingOf(dataset: Dataset, stated: Stated | undefined): Stating {
  const stating = stated?.articles ?? statingByClaims(dataset);
  const at = new Uint32Array(stating.length + 1);
  stating.forEach((list, event) => (at[event + 1] = at[event]! + list.length));
  const articles = new Uint32Array(at.at(-1)!);
  stating.forEach((list, event) => articles.set(list, at[event]!));
  return { at, articles };
}

function statingByClaims({ articles, claims, events }: Dataset): (readonly number[])[] {
  const numbers = new Map(articles.map(({ id }, number) => [id, number]));
  const articleOf = new Map(claims.map(({ id, article }) => [id, numbers.get(article)]));
  return events.map(({ claims }) =>
    claims.flatMap(({ id, role }) => (role === 'context' ? [] : (articleOf.get(id) ?? [])))
  );
}

/** The days from which each event is possibly and certainly reported, by the articles that count. */
function reportedOf(
  { at, articles }: Stating,
  published: readonly (UncertainDate | null)[]
): [earliest: Int32Array, latest: Int32Array] {
  const first = (which: 'earliest' | 'latest') => {
    const days = published.map((date) => (date ? column(softBounds(date)[which]) : OPEN_END));
    return Int32Array.from({ length: at.length - 1 }, (_, event) => {
      let day = OPEN_END;
      for (let i = at[event]!; i < at[event + 1]!; i++) day = Math.min(day, days[articles[i]!]!);
      return day;
    });
  };
  return [first('earliest'), first('latest')];
}

/** The store of a dataset's events, under any choice of articles. */
export class DatasetStore {
  readonly #dataset: Dataset;
  readonly #packing: Packing;
  /** Let go once it is in columns. */
  #stated: Stated | undefined;
  /** That of the choice asked for last, first. A second one is kept: a view is compared with that without its filters. */
  #made: { hidden: string; store: EventStore }[] = [];
  #stating: Stating | null = null;

  /** `stated`: what claims say of each event, where they are not there yet. */
  constructor(dataset: Dataset, stated?: Stated, packing = PLAIN) {
    this.#dataset = dataset;
    this.#packing = packing;
    this.#stated = stated;
  }

  /** The first row of each event, by its index: the same for any choice of articles. */
  get firstRows(): Uint32Array {
    return this.#any.firstRows;
  }

  /** The index of an event of the dataset. Looked for among those that begin on its day. */
  positionOf(event: DatasetEvent): number {
    const { length, event: eventOf } = this.#any.columns;
    let row = this.#any.startsBefore(column(softBounds(event.date).earliest));
    while (row < length && this.#dataset.events[eventOf.at(row)] !== event) row++;
    return eventOf.at(row);
  }

  get #any(): EventStore {
    return this.#made[0]?.store ?? this.reported([]);
  }

  /** The store in which all articles count except the hidden ones. Rebuilt only for another choice of articles. */
  reported(hiddenArticles: readonly string[]): EventStore {
    const hidden = hiddenArticles.join();
    if (this.#made[0]?.hidden === hidden) return this.#made[0].store;
    const known = this.#made.find((made) => made.hidden === hidden) ?? { hidden, store: this.#make(hiddenArticles) };
    this.#made = [known, ...this.#made.filter((made) => made !== known)].slice(0, 2);
    return known.store;
  }

  #make(hiddenArticles: readonly string[]): EventStore {
    const like = this.#made[0]?.store;
    const columns = like?.columns ?? this.#packing.columns(columnsOf(this.#dataset, this.#stated));
    const { articles } = this.#dataset;
    const published = articles.map((article) => (hiddenArticles.includes(article.id) ? null : article.published));
    this.#stating ??= statingOf(this.#dataset, this.#stated);
    this.#stated = undefined;
    const [earliest, latest] = reportedOf(this.#stating, published);
    const { length, event } = columns;
    const ofRows = (days: Int32Array) => Int32Array.from({ length }, (_, row) => days[event.at(row)]!);
    const reports = this.#packing.reports({ reportedEarliest: ofRows(earliest), reportedLatest: ofRows(latest) });
    return new EventStore({ ...columns, ...reports }, like);
  }
}
