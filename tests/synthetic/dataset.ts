import type { Article, Claim, Dataset, DatasetEvent, Site } from '../../src/lib/model/dataset.ts';
import { isoDay, type Day } from '../../src/lib/model/day.ts';
import { OPEN_END, OPEN_START, type EventColumns } from '../../src/lib/model/event-columns.ts';
import type { UncertainDate } from '../../src/lib/model/time.ts';

/**
 * A data set with the events of `columns` in place of its own. Each has one claim, in the bulletin of the day from which it
 * was certainly reported; points that are the same to 100 m are one site. `like`: what codes, languages and the basemap are
 * taken from.
 */
export function syntheticDataset(like: Dataset, columns: EventColumns): Dataset {
  const sites = new Map<string, Site>();
  const articles = new Map<number, Article>();
  const claims: Claim[] = [];
  const events: DatasetEvent[] = [];
  const { kinds } = like.codes;
  for (let row = 0; row < columns.length; row++) {
    const site = siteAt(sites, like.sites[0]!, columns, row);
    const place = { ref: site.id, basis: 'article', precision: 'village' } as const;
    const last = events.at(-1);
    if (last && columns.event[row] === columns.event[row - 1]) {
      if (!last.places.some(({ ref }) => ref === site.id)) last.places.push(place);
      continue;
    }
    const date = dateOf(columns, row);
    const article = articleOf(articles, like.articles[0]!, columns.reportedLatest[row]!);
    const id = `claim-${events.length}`;
    claims.push({
      ...like.claims[0]!,
      id,
      article: article.id,
      locator: { row: events.length + 2 },
      what: `What was reported of event ${events.length}`,
      quantities: [],
      places: [],
      actors: [],
      date: { ...date, basis: 'stated' },
      saidOn: article.published,
      background: false
    });
    events.push({
      id: `event-${events.length}`,
      kind: kinds[columns.kind[row]! % kinds.length]!.id,
      title: `Event ${events.length}`,
      date: { ...date, basis: 'stated' },
      extent: columns.throughout[row] ? 'throughout' : 'within',
      planned: false,
      places: [place],
      claims: [{ id, role: 'about', basis: 'article' }],
      labels: []
    });
  }
  return {
    ...like,
    events,
    claims,
    sites: [...sites.values()],
    articles: [...articles.values()].sort((a, b) => a.published.earliest! - b.published.earliest!),
    areas: [],
    relations: [],
    external: [],
    troops: null,
    story: []
  };
}

function siteAt(sites: Map<string, Site>, like: Site, { lng, lat }: EventColumns, row: number): Site {
  const lngLat = [lng[row]!, lat[row]!].map((degrees) => Math.round(degrees * 1000) / 1000) as Site['lngLat'];
  const known = sites.get(lngLat.join());
  if (known) return known;
  const id = `site-${sites.size}`;
  const { note: _note, sameAs: _sameAs, ...rest } = like;
  const site = { ...rest, id, names: { en: `Site ${sites.size}` }, lngLat, offMap: false, context: false };
  sites.set(lngLat.join(), site);
  return site;
}

function articleOf(articles: Map<number, Article>, like: Article, published: number): Article {
  const known = articles.get(published);
  if (known) return known;
  const day = published as Day;
  const article: Article = {
    ...like,
    id: `bulletin-${published}`,
    title: `Bulletin of ${isoDay(day)}`,
    publisher: 'Bulletin',
    url: null,
    published: { ...like.published, edtf: isoDay(day), ...onDay(day) }
  };
  articles.set(published, article);
  return article;
}

const onDay = (day: Day) => ({ earliest: day, latest: day, softEarliest: day, softLatest: day });

/** A row's date as the model has it. */
export function dateOf(columns: EventColumns, row: number): UncertainDate {
  const day = (value: number) => (value === OPEN_START || value === OPEN_END ? null : (value as Day));
  const [earliest, latest] = [day(columns.hardEarliest[row]!), day(columns.hardLatest[row]!)];
  const text = (end: Day | null) => (end === null ? '..' : isoDay(end));
  return {
    edtf: earliest !== null && earliest === latest ? text(earliest) : `${text(earliest)}/${text(latest)}`,
    earliest,
    latest,
    softEarliest: day(columns.softEarliest[row]!),
    softLatest: day(columns.softLatest[row]!),
    approximate: columns.softEarliest[row] !== columns.hardEarliest[row],
    uncertain: false
  };
}
