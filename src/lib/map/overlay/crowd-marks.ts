import type { Site } from '../../model/dataset.ts';
import { MAX_KINDS } from '../../model/event-columns.ts';
import { addTo, type DatasetIndex } from '../../model/index-dataset.ts';
import type { PlacedEvent } from '../../model/places.ts';
import { AHEAD, CERTAIN, PAST, POSSIBLE } from '../../model/presence.ts';
import { rowsAt } from '../../model/rows-by-place.ts';
import { PRESENCE_ORDER, shownEvents, storeQueryOf, type ScenePresence } from '../../model/scene.ts';
import { order } from '../../model/sorted.ts';
import type { ViewState } from '../../model/view.ts';
import type { Groups } from './gathered.ts';
import { MOST_TITLES } from './mark-text.ts';
import { marksOf, marksOfFew, strongestBasis, type Mark } from './marks.ts';

/** From the strongest on, as the scene and as the store have them. */
const PRESENCES = Object.keys(PRESENCE_ORDER) as ScenePresence[];
const STORED = [CERTAIN, POSSIBLE, PAST];

/** The rows at a site; past ones are told only where there are no others. */
type SiteRows = {
  site: Site;
  rows: readonly number[];
  presence: ScenePresence;
  /** By the strongest event: its presence, then its kind. */
  rank: number;
  /** How many are told. */
  count: number;
};
/** From this rank on, all is past. */
const PAST_RANK = 2 * MAX_KINDS;

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
  const crowds = new Map<string, SiteRows[]>();
  for (const site of index.dataset.sites) {
    const here = isWanted(site) ? rows.at(site) : null;
    if (!here) continue;
    addTo(crowds, groups.leaders.get(site.id) ?? site.id, here);
  }
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
  const { length, kind, date, dates, event: eventOf } = store.columns;
  const firstDay = (row: number) => dates.hardEarliest[date[row]!]!;
  /** The gravest first, then the latest. */
  const compare = (a: number, b: number) => kind[a]! - kind[b]! || order(firstDay(b), firstDay(a));
  const presences = new Uint8Array(length);
  for (const row of store.firstRows) presences[row] = store.presence(row, query);

  // No list is made here: it is done for each of all sites.
  function at(site: Site): SiteRows | null {
    const rows = rowsAt(index, site.id);
    let strongest = AHEAD;
    let gravest = MAX_KINDS;
    let [current, past] = [0, 0];
    for (const row of rows) {
      const presence = presences[row]!;
      if (presence === AHEAD) continue;
      if (presence === PAST) past++;
      else current++;
      if (presence < strongest) continue;
      gravest = presence > strongest ? kind[row]! : Math.min(gravest, kind[row]!);
      strongest = presence;
    }
    if (strongest === AHEAD) return null;
    const nth = STORED.indexOf(strongest);
    return { site, rows, presence: PRESENCES[nth]!, rank: nth * MAX_KINDS + gravest, count: current || past };
  }

  const placeOf = (row: number, site: Site) =>
    index.dataset.events[eventOf.at(row)]!.places.find(({ ref }) => ref === site.id)!;

  const isTold = ({ rank }: SiteRows, presence: number) => presence >= (rank < PAST_RANK ? POSSIBLE : PAST);

  /** The first events, the strongest first; one at several of the sites is one. */
  function first(sites: readonly SiteRows[]): PlacedEvent[] {
    const found = new Map<number, Site>();
    for (const presence of STORED)
      for (const here of sites) {
        if (found.size >= MOST_TITLES) break;
        if (!isTold(here, presence)) continue;
        const rows = here.rows.filter((row) => presences[row] === presence).sort(compare);
        for (const row of rows) if (!found.has(row)) found.set(row, here.site);
      }
    return [...found].slice(0, MOST_TITLES).map(([row, site]) => ({ ...event(row), place: placeOf(row, site) }));
  }

  /** By row: the last mark, by number, that it was counted in. */
  const countedIn = new Uint32Array(length);
  let marks = 0;

  function count(sites: readonly SiteRows[]): Pick<Mark, 'counts' | 'total' | 'alike' | 'basis'> {
    marks++;
    let [certain, possible, total, kinds] = [0, 0, 0, 0];
    let basis: Mark['basis'] = 'external';
    for (const here of sites)
      for (const row of here.rows) {
        const presence = presences[row]!;
        if (!isTold(here, presence) || countedIn[row] === marks) continue;
        countedIn[row] = marks;
        total++;
        if (presence === CERTAIN) certain++;
        else if (presence === POSSIBLE) possible++;
        kinds |= 1 << kind[row]!;
        if (basis !== 'article') basis = strongestBasis([basis, placeOf(row, here.site).basis]);
      }
    return { counts: { certain, possible }, total, alike: (kinds & (kinds - 1)) === 0, basis };
  }

  return { at, first, count };
}
