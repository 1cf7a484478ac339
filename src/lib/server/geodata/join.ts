import { besideBox, boxBeside, eastwards, placeBeside } from '../../model/longitude.ts';
import { parseWindow } from '../../model/view.ts';
import type {
  Area,
  Article,
  Chapter,
  Claim,
  Code,
  Codes,
  Dataset,
  DatasetEvent,
  KindCode,
  Site
} from '../../model/dataset.ts';
import { parseDay, type Day } from '../../model/day.ts';
import { oncePer } from '../../model/once.ts';
import { order } from '../../model/sorted.ts';
import { hardBounds, type UncertainDate } from '../../model/time.ts';
import type {
  AreaFeature,
  AuthoredChapter,
  AuthoredEvent,
  AuthoredTroops,
  ClaimEntry,
  Entry,
  Geodata,
  SiteFeature
} from './authored.ts';
import { SOURCE } from '../../model/language-folder.ts';
import { badgePath } from './badge.ts';
import { dateOf } from './edtf.ts';
import { CODE_LISTS } from './gather.ts';
import { ownLanguage } from './own-language.ts';

type Bounds = Dataset['info']['bounds'];

/**
 * The Dataset of a folder in which validation found no error. Articles stand by publication, claims as in their
 * articles, events by date; ties by id, so that the result does not depend on the order of files.
 * Throws only on data that was not validated.
 */
export function join(data: Geodata): Dataset {
  if (data.info === null) throw new Error('dataset.json is missing: validate before joining');
  const { domain, firstView, parts, ...info } = data.info.item;
  const bounds = eastwards(info.bounds);
  const textsIn = ownLanguage(info.languages);
  const articles = byDate(
    data.articles.map(({ item }) => joinArticle(item)),
    (article) => article.published
  );
  const order = new Map(articles.map(({ id }, index) => [id, index]));
  const position = (claim: Claim): number => order.get(claim.article) ?? 0;
  return {
    info: {
      ...withoutSchema(info),
      ...(textsIn && { textsIn, languages: [SOURCE] }),
      domain: { from: day(domain.from), to: day(domain.to) },
      ...(parts && { parts: parts.map((part) => ({ ...part, from: day(part.from), to: day(part.to) })) }),
      bounds,
      firstView: { ...firstView, bounds: boxBeside(firstView.bounds, bounds), day: day(firstView.day) },
      translations: info.translations ?? [],
      sharing: info.sharing ?? 'all',
      embed: info.embed ?? { element: `${info.id}-map` }
    },
    articles,
    // A stable sort: inside an article, claims keep the order of its text.
    claims: data.claims.map(joinClaim).sort((a, b) => position(a) - position(b)),
    events: byDate(
      data.events.map(({ item }) => joinEvent(item)),
      (event) => event.date
    ),
    relations: data.relations.map(({ item }) => item),
    origins: data.origins.map(({ item }) => item),
    agents: data.agents.map(({ item }) => item),
    sites: data.sites.map((site) => joinSite(site, bounds)),
    areas: data.areas.map((area) => joinArea(area, bounds)),
    external: data.external.map(({ item }) => ({ ...item, date: item.date === null ? null : date(item.date) })),
    troops: data.troops === null ? null : joinTroops(data.troops.item),
    story: data.story.map(({ item }) => joinChapter(item, bounds)),
    codes: joinCodes(data)
  };
}

/** The same for all who ask while the data is there: it takes longer than most rules do. */
export const joinOnce = oncePer(join);

function joinArticle(authored: Geodata['articles'][number]['item']): Article {
  const { reported, published, text, claims: _claims, publisherAgent: _agent, ...rest } = authored;
  return {
    ...withoutSchema(rest),
    reported: { ...date(reported.edtf), confidence: reported.confidence },
    published: { ...date(published.edtf), basis: published.basis, confidence: published.confidence },
    sha256: text?.sha256 ?? null
  };
}

function joinClaim({ item, article }: ClaimEntry): Claim {
  return {
    ...item,
    article: article.item.id,
    date: { ...date(item.date.edtf), basis: item.date.basis },
    saidOn: date(item.saidOn),
    background: item.background ?? false
  };
}

function joinEvent(item: AuthoredEvent): DatasetEvent {
  return {
    ...item,
    date: { ...date(item.date.edtf), basis: item.date.basis },
    planned: item.planned ?? false,
    claims: item.claims.map((claim) => ({ role: 'about', basis: 'article', ...claim })),
    labels: item.labels.map((label) => ({ ...label, gloss: label.term }))
  };
}

function joinSite({ item: { properties, geometry } }: Entry<SiteFeature>, bounds: Bounds): Site {
  const { geonames: _geonames, wikidata: _wikidata, ...site } = properties;
  return { ...site, lngLat: placeBeside(geometry.coordinates, bounds) };
}

function joinArea({ item: { properties, geometry } }: Entry<AreaFeature>, bounds: Bounds): Area {
  const { label, ...area } = properties;
  const labelLngLat = label && placeBeside(label, bounds);
  return { ...area, labelLngLat, geometry: geometry && outlineBeside(geometry, bounds) };
}

function outlineBeside(geometry: NonNullable<Area['geometry']>, bounds: Bounds): NonNullable<Area['geometry']> {
  const polygon = (rings: GeoJSON.Position[][]) =>
    rings.map((ring) => ring.map(([lng, lat]) => [besideBox(lng!, bounds), lat!]));
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: polygon(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(polygon) };
}

function joinTroops(authored: AuthoredTroops): Dataset['troops'] {
  const flows = authored.flows.map((flow) => ({
    ...flow,
    notBefore: flow.notBefore === null ? null : { ...flow.notBefore, day: day(flow.notBefore.day) }
  }));
  return { ...withoutSchema(authored), flows };
}

function joinChapter({ selection, bounds, ...item }: AuthoredChapter, beside: Bounds): Chapter {
  const window = parseWindow(item.window) ?? day(item.window);
  return {
    ...item,
    day: day(item.day),
    window,
    selection: selection ?? null,
    bounds: bounds ? boxBeside(bounds, beside) : null
  };
}

function joinCodes(data: Geodata): Codes {
  const lists = CODE_LISTS.map((list): [string, Code[]] => [list, data.codes[list].map(({ item }) => item)]);
  const codes = Object.fromEntries(lists) as Codes;
  return { ...codes, kinds: codes.kinds.map(withDetail) };
}

function withDetail(kind: KindCode): KindCode {
  const detail = kind.badge === undefined ? null : badgePath(kind.shape, kind.badge);
  return detail === null ? kind : { ...kind, detail };
}

/** `$schema` serves editors; a page has no use for it. */
function withoutSchema<T extends object>(value: T): T {
  const { $schema: _schema, ...rest } = value as T & { $schema?: string };
  return rest as T;
}

function date(edtf: string): UncertainDate {
  const parsed = dateOf(edtf);
  if (parsed === null) throw new Error(`${JSON.stringify(edtf)} is not a date: validate before joining`);
  return parsed;
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${JSON.stringify(text)} is not a day: validate before joining`);
  return parsed;
}

function byDate<T extends { id: string }>(items: readonly T[], of: (item: T) => UncertainDate): T[] {
  return items
    .map((item) => ({ item, ...hardBounds(of(item)) }))
    .sort((a, b) => order(a.earliest, b.earliest) || order(a.latest, b.latest) || order(a.item.id, b.item.id))
    .map(({ item }) => item);
}
