import type { Site } from '../../model/dataset.ts';
import { MAX_KINDS } from '../../model/event-columns.ts';
import { gather, type DatasetIndex } from '../../model/index-dataset.ts';
import type { PlacedEvent } from '../../model/places.ts';
import { CERTAIN, PAST, POSSIBLE } from '../../model/presence.ts';
import { rowsAt } from '../../model/rows-by-place.ts';
import { PRESENCE_ORDER, shownEvents, storeQueryOf, type ScenePresence } from '../../model/scene.ts';
import { order } from '../../model/sorted.ts';
import type { ViewState } from '../../model/view.ts';
import type { Groups } from './gathered.ts';
import { MOST_TITLES } from './mark-text.ts';
import { marksOf, marksOfFew, strongestBasis, type Mark } from './marks.ts';

/** From the strongest on. */
const PRESENCES = Object.keys(PRESENCE_ORDER) as ScenePresence[];

/** The rows at a site, as its mark tells them: past ones only where there are no others. */
type SiteRows = Record<ScenePresence, readonly number[]> & {
  site: Site;
  presence: ScenePresence;
  /** By the strongest event: its presence, then its kind. */
  rank: number;
  count: number;
};
/** From this rank on, all is past. */
const PAST_RANK = 2 * MAX_KINDS;
const NONE: readonly number[] = [];

const strongestFirst = (a: SiteRows, b: SiteRows) => a.rank - b.rank || b.count - a.count;

/**
 * The marks of many sites, each for those that are gathered under it: as `gatherMarks` makes them of the marks of all, but
 * counted in the columns of the store. An object is made of the first `MOST_TITLES` events of a mark alone.
 */
export function crowdMarks(
  index: DatasetIndex,
  view: ViewState,
  groups: Groups,
  isWanted: (site: Site) => boolean
): Mark[] {
  const rows = rowsOf(index, view);
  const found = index.dataset.sites.flatMap((site) => (isWanted(site) ? (rows.at(site) ?? []) : []));
  const crowds = gather(found.map((here) => [groups.leaders.get(here.site.id) ?? here.site.id, here]));
  const selected = new Set(
    marksOfFew(index, { view, areas: [] }).flatMap(({ id, selected }) => (selected ? [id] : []))
  );
  return [...crowds].map(([leader, crowd]) => {
    // As at one place: what is over is told only where nothing else is.
    const now = crowd.filter(({ rank }) => rank < PAST_RANK);
    const shown = (now.length > 0 ? now : crowd).sort(strongestFirst);
    const [{ presence, site }] = shown as [SiteRows, ...SiteRows[]];
    const events = rows.first(shown);
    const { counts, total, alike, basis } = rows.count(shown);
    const [mark] = marksOf(index, { view, sites: [{ site, events, presence, counts }], areas: [] }) as [Mark];
    return {
      ...mark,
      id: leader,
      lngLat: index.sites.get(leader)?.lngLat ?? site.lngLat,
      places: shown.map(({ site: { id } }) => id),
      apart: groups.apart.has(leader),
      basis,
      total,
      alike,
      selected: crowd.some(({ site: { id } }) => selected.has(id))
    };
  });
}

/** What the store says of the events at sites under a view, without an object for each. */
function rowsOf(index: DatasetIndex, view: ViewState) {
  const store = index.store.reported(view.hiddenArticles);
  const query = storeQueryOf(index, view);
  const event = shownEvents(index, view);
  const { kind, date, dates, event: eventOf } = store.columns;
  const firstDay = (row: number) => dates.hardEarliest[date[row]!]!;
  /** The gravest first, then the latest. */
  const compare = (a: number, b: number) => kind[a]! - kind[b]! || order(firstDay(b), firstDay(a));

  function at(site: Site): SiteRows | null {
    const certain: number[] = [];
    const possible: number[] = [];
    const over: number[] = [];
    for (const row of rowsAt(index, site.id)) {
      const presence = store.presence(row, query);
      if (presence === CERTAIN) certain.push(row);
      else if (presence === POSSIBLE) possible.push(row);
      else if (presence === PAST) over.push(row);
    }
    const current = certain.length + possible.length;
    if (current + over.length === 0) return null;
    const past = current > 0 ? NONE : over;
    // Plain, as it is done for each of all sites.
    const nth = certain.length > 0 ? 0 : possible.length > 0 ? 1 : 2;
    let gravest = MAX_KINDS;
    for (const row of [certain, possible, past][nth]!) gravest = Math.min(gravest, kind[row]!);
    const rank = nth * MAX_KINDS + gravest;
    return { site, certain, possible, past, presence: PRESENCES[nth]!, rank, count: current + past.length };
  }

  const placeOf = (row: number, site: Site) =>
    index.dataset.events[eventOf.at(row)]!.places.find(({ ref }) => ref === site.id)!;

  /** The first events, the strongest first; one at several of the sites is one. */
  function first(sites: readonly SiteRows[]): PlacedEvent[] {
    const found = new Map<number, Site>();
    for (const presence of PRESENCES)
      for (const here of sites) {
        if (found.size >= MOST_TITLES) break;
        for (const row of [...here[presence]].sort(compare)) if (!found.has(row)) found.set(row, here.site);
      }
    return [...found].slice(0, MOST_TITLES).map(([row, site]) => ({ ...event(row), place: placeOf(row, site) }));
  }

  function count(sites: readonly SiteRows[]): Pick<Mark, 'counts' | 'total' | 'alike' | 'basis'> {
    const seen = new Set<number>();
    const counts = { certain: 0, possible: 0, past: 0 };
    let kinds = 0;
    let basis: Mark['basis'] = 'external';
    for (const here of sites)
      for (const presence of PRESENCES)
        for (const row of here[presence]) {
          if (seen.has(row)) continue;
          seen.add(row);
          counts[presence]++;
          kinds |= 1 << kind[row]!;
          if (basis !== 'article') basis = strongestBasis([basis, placeOf(row, here.site).basis]);
        }
    const { certain, possible } = counts;
    return { counts: { certain, possible }, total: seen.size, alike: (kinds & (kinds - 1)) === 0, basis };
  }

  return { at, first, count };
}
