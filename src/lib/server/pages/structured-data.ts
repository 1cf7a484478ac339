import { onGlobe } from '../../model/longitude.ts';
import { isoDay } from '../../model/day.ts';
import type { Article, Claim, Dataset, DatasetEvent } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import type { Item } from '../../model/item-page.ts';
import { isLarge, recordHref, type RecordPage, type RecordPages, type RecordType } from '../../model/record-pages.ts';

/** The list of licences also contains those of the program and its font, which do not apply to the data. */
const DATA_LICENCE = /\/\/(www\.)?(creativecommons|opendatacommons)\.org\//;

type Node = { '@type': string } & Record<string, unknown>;

/**
 * The page in schema.org terms: a data set about a place and a time, the articles it is based on, and the claims with
 * the article each appears in. Deliberately no ClaimReview and no rating: nothing here says which claim is true.
 *
 * `site` is the absolute address of the map's folder, or null: then nodes refer to each other relative to the page.
 */
export function structuredData(dataset: Dataset, site: string | null): Record<string, unknown> {
  const { info } = dataset;
  const page = site ?? '';
  // What the pages of a large record hold is told there.
  const { articles, claims } = isLarge(dataset) ? { articles: [], claims: [] } : dataset;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        ...(site ? { '@id': `${page}#page`, url: page } : { '@id': '#page' }),
        name: info.title,
        description: info.description,
        inLanguage: info.languages,
        mainEntity: { '@id': `${page}#dataset` }
      },
      {
        '@type': 'Dataset',
        '@id': `${page}#dataset`,
        name: info.title,
        alternateName: info.subtitle,
        description: [info.description, ...info.notices].join(' '),
        version: info.version,
        inLanguage: info.languages,
        isAccessibleForFree: true,
        temporalCoverage: `${isoDay(info.domain.from)}/${isoDay(info.domain.to)}`,
        spatialCoverage: { '@type': 'Place', geo: { '@type': 'GeoShape', box: boxOf(info.bounds) } },
        license: [...new Set(info.licences.map(({ href }) => href).filter((href) => DATA_LICENCE.test(href)))],
        creditText: info.attribution.map(({ text }) => text).join('; '),
        ...(isLarge(dataset) ? {} : { isBasedOn: articles.map(({ id }) => ({ '@id': `${page}#article-${id}` })) })
      },
      ...articles.map((article) => articleNode(article, page)),
      ...claims.map((claim) => claimNode(claim, page))
    ]
  };
}

/** A page as a part of the data set of `home`. */
const pageNode = (
  { title, description }: { title: string; description: string },
  { path, language }: { path: string; language: string },
  site: string | null,
  home: string
) => ({
  '@type': 'WebPage',
  ...(site ? { '@id': `${site + path}#page`, url: site + path } : { '@id': '#page' }),
  name: title,
  description,
  inLanguage: language,
  isPartOf: { '@id': `${home}#dataset` }
});

/** A page of a large record: its claims, with the articles that they are from. `path`: below the folder of the site. */
export function recordData(
  { claims, articles }: RecordPage,
  words: { title: string; description: string },
  place: { path: string; root: string; language: string },
  site: string | null
): Record<string, unknown> {
  const page = site ? site + place.path : '';
  return {
    '@context': 'https://schema.org',
    '@graph': [
      pageNode(words, place, site, site ?? place.root),
      ...articles.map(({ article }) => articleNode(article, page)),
      ...claims.map((claim) => claimNode(claim, page))
    ]
  };
}

/**
 * The page of an item: what it is about, with the articles, and the claims that it rests on by their addresses in the
 * record. `path`: of the page below the folder of the site; `home`: of the map in its language, which has the record, or
 * `pages` of it.
 */
export function itemData(
  index: DatasetIndex,
  item: Item,
  words: { title: string; description: string },
  place: { path: string; home: string; language: string },
  site: string | null,
  pages: RecordPages | null = null
): Record<string, unknown> {
  // Without an address the record is found from the page.
  const record = site ? site + place.home : place.home.replace(/^$/, './');
  const inRecord = (type: RecordType, id: string) => ({ '@id': recordHref(type, id, pages, record) });
  const claims = claimsOf(index, item);
  const articles = new Set([...claims.map(({ article }) => article), ...(item.type === 'article' ? [item.id] : [])]);
  const event = item.type === 'event' ? index.events.get(item.id) : undefined;
  const about = item.type === 'chapter' ? null : inRecord(item.type, item.id);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...pageNode(words, place, site, record),
        ...(about ? { mainEntity: about } : {}),
        ...(event ? {} : { hasPart: claims.map(({ id }) => inRecord('claim', id)) }),
        ...(item.type === 'article' ? {} : { isBasedOn: [...articles].map((id) => inRecord('article', id)) })
      },
      ...(event ? [eventNode(index, event, claims, record)] : []),
      ...[...articles].map((id) => ({ ...articleNode(index.articles.get(id)!, record), ...inRecord('article', id) }))
    ]
  };
}

function claimsOf(index: DatasetIndex, { type, id }: Item): Claim[] {
  if (type === 'article') return index.claimsOfArticle.get(id) ?? [];
  const ids =
    type === 'chapter'
      ? index.chapters.get(id)!.claims
      : index.events
          .get(id)!
          .claims.filter(({ role }) => role !== 'context')
          .map((claim) => claim.id);
  return ids.flatMap((claim) => index.claims.get(claim) ?? []);
}

function eventNode(
  index: DatasetIndex,
  { id, title, date, places, planned }: DatasetEvent,
  claims: Claim[],
  page: string
): Node {
  const { earliest, latest } = date;
  // A day that is known only within a span has no single value.
  const day =
    earliest !== null && earliest === latest ? { startDate: isoDay(earliest), endDate: isoDay(earliest) } : {};
  return {
    '@type': 'Event',
    '@id': `${page}#event-${id}`,
    name: title,
    temporalCoverage: `${earliest === null ? '..' : isoDay(earliest)}/${latest === null ? '..' : isoDay(latest)}`,
    ...day,
    ...(planned ? { eventStatus: 'https://schema.org/EventScheduled' } : {}),
    ...(places.length ? { location: places.flatMap(({ ref }) => placeNode(index, ref)) } : {}),
    subjectOf: claims.map((claim) => ({ '@id': `${page}#claim-${claim.id}` }))
  };
}

function placeNode(index: DatasetIndex, ref: string): Node[] {
  const site = index.sites.get(ref);
  const names = (site ?? index.areas.get(ref))?.names;
  if (!names) return [];
  const geo = site && { '@type': 'GeoCoordinates', latitude: site.lngLat[1], longitude: onGlobe(site.lngLat[0]) };
  return [
    {
      '@type': 'Place',
      name: names.en,
      alternateName: [...new Set(Object.values(names))].filter((name) => name !== names.en),
      ...(geo ? { geo } : {})
    }
  ];
}

/** schema.org writes latitude first: south, west, north, east. */
const boxOf = ([west, south, east, north]: readonly number[]) => `${south} ${west} ${north} ${east}`;

function articleNode(article: Article, page: string): Node {
  const { earliest, latest } = article.published;
  return {
    '@type': 'NewsArticle',
    '@id': `${page}#article-${article.id}`,
    headline: article.title,
    publisher: { '@type': 'Organization', name: article.publisher },
    inLanguage: article.language,
    // A date known only within a span has no single value.
    ...(earliest !== null && earliest === latest ? { datePublished: isoDay(earliest) } : {}),
    ...(article.url ? { url: article.url } : {})
  };
}

function claimNode({ id, article, what }: Claim, page: string): Node {
  return {
    '@type': 'Claim',
    '@id': `${page}#claim-${id}`,
    text: what,
    appearance: { '@id': `${page}#article-${article}` }
  };
}
