import { isoDay } from '../../model/day.ts';
import type { Article, Claim, Dataset } from '../../model/dataset.ts';

/** The list of licences also contains those of the program and its font, which do not apply to the data. */
const DATA_LICENCE = /\/\/(www\.)?(creativecommons|opendatacommons)\.org\//;

type Node = { '@type': string } & Record<string, unknown>;

/**
 * The page in schema.org terms: a data set about a place and a time, the articles it is based on, and the claims with
 * the article each appears in. Deliberately no ClaimReview and no rating: nothing here says which claim is true.
 *
 * `site` is the absolute address of the map's folder, or null: then nodes refer to each other relative to the page.
 */
export function structuredData({ info, articles, claims }: Dataset, site: string | null): Record<string, unknown> {
  const page = site ?? '';
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
        isBasedOn: articles.map(({ id }) => ({ '@id': `${page}#article-${id}` }))
      },
      ...articles.map((article) => articleNode(article, page)),
      ...claims.map((claim) => claimNode(claim, page))
    ]
  };
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
