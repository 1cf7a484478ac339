import type {
  Agent,
  Area,
  Article,
  Chapter,
  Claim,
  Codes,
  DataPart,
  DatasetEvent,
  DatasetInfo,
  EventClaim,
  EventLabel,
  ExternalFact,
  Flow,
  LngLat,
  Localised,
  Origin,
  Relation,
  Site,
  TroopConfig
} from '../../model/dataset.ts';

// The files as people write them: dates are EDTF texts, defaults may be left out. `join.ts` makes the Dataset of them.

export type AuthoredDate = { edtf: string; basis: string };

export type AuthoredClaim = Omit<Claim, 'article' | 'date' | 'saidOn' | 'background'> & {
  date: AuthoredDate;
  saidOn: string;
  background?: boolean;
};

/** Lines of an article file that are no part of the article, both ends included: comments, navigation. */
export type ExcludedLines = { from: number; to: number; why: string };

export type AuthoredArticle = Omit<Article, 'reported' | 'published' | 'sha256' | 'table'> & {
  /** The agent at which every attribution chain of the article ends. */
  publisherAgent: string;
  reported: { edtf: string; confidence: string };
  published: AuthoredDate & { confidence: string };
  /** What the claims were read from: either a text or a table. */
  text?: { file: string; sha256: string; bytes: number; excluded: ExcludedLines[] };
  table?: { file: string };
  claims: AuthoredClaim[];
};

export type AuthoredEventClaim = { id: string; role?: EventClaim['role']; basis?: EventClaim['basis']; why?: string };

export type AuthoredEvent = Omit<DatasetEvent, 'date' | 'planned' | 'claims' | 'labels'> & {
  date: AuthoredDate;
  planned?: boolean;
  claims: AuthoredEventClaim[];
  labels: Omit<EventLabel, 'gloss'>[];
};

export type AuthoredPart = Omit<DataPart, 'from' | 'to'> & { from: string; to: string };

export type AuthoredInfo = Omit<
  DatasetInfo,
  'domain' | 'firstView' | 'embed' | 'translations' | 'sharing' | 'parts'
> & {
  sharing?: DatasetInfo['sharing'];
  translations?: DatasetInfo['translations'];
  embed?: DatasetInfo['embed'];
  domain: { from: string; to: string };
  firstView: Omit<DatasetInfo['firstView'], 'day'> & { day: string };
  parts?: AuthoredPart[];
};

export type AuthoredFlow = Omit<Flow, 'notBefore'> & { notBefore: { day: string; basis: string } | null };
export type AuthoredTroops = Omit<TroopConfig, 'flows'> & { flows: AuthoredFlow[] };
/** `window`: a size, or the first day of a range. */
export type AuthoredChapter = Omit<Chapter, 'day' | 'window' | 'selection' | 'bounds'> & {
  day: string;
  window: string;
  selection?: Chapter['selection'];
  bounds?: Chapter['bounds'];
};
export type AuthoredExternal = Omit<ExternalFact, 'date'> & { date: string | null };

type FeatureOf<Geometry, Properties> = { type: 'Feature'; properties: Properties; geometry: Geometry };

export type SiteProperties = Omit<Site, 'lngLat'> & {
  licence: string;
  geonames: number | null;
  wikidata: string | null;
};
export type SiteFeature = FeatureOf<{ type: 'Point'; coordinates: LngLat }, SiteProperties>;

export type AreaProperties = Pick<Area, 'id' | 'kind' | 'source' | 'note'> & {
  names: Localised;
  label: LngLat | null;
  licence: string;
};
export type AreaFeature = FeatureOf<Area['geometry'], AreaProperties>;

/** Coordinates of gazetteer records, by GeoNames id: enough to notice a homonym. */
export type Gazetteer = { source: string; licence: string; ids: Record<string, LngLat> };

/** A text in another language, with the English text that it was made from. */
export type Translated = { en: string; text: string };
/** A file `text/<language>.json`: translations by the path of what they translate (`texts.ts`). */
export type TranslatedTexts = Record<string, Translated>;

/** One thing of a file, with where it stands, so that a rule can say so. */
export type Entry<T> = { item: T; file: string; path: string };
export type ClaimEntry = Entry<AuthoredClaim> & { article: Entry<AuthoredArticle> };

/** The kinds of id that other files refer to. */
export type IdKind = 'unit' | 'claim' | 'agent' | 'origin' | 'event' | 'relation' | 'external' | 'place' | keyof Codes;

/**
 * All of a folder, sorted by what it is. Only what has the right shape is in it: things that do not are reported by
 * the shape check and set aside, so that the rules need not doubt their types; their ids still count as known.
 */
export type Geodata = {
  info: Entry<AuthoredInfo> | null;
  codes: { [List in keyof Codes]: Entry<Codes[List][number]>[] };
  articles: Entry<AuthoredArticle>[];
  claims: ClaimEntry[];
  events: Entry<AuthoredEvent>[];
  relations: Entry<Relation>[];
  agents: Entry<Agent>[];
  origins: Entry<Origin>[];
  external: Entry<AuthoredExternal>[];
  sites: Entry<SiteFeature>[];
  areas: Entry<AreaFeature>[];
  troops: Entry<AuthoredTroops> | null;
  story: Entry<AuthoredChapter>[];
  gazetteer: Entry<Gazetteer> | null;
  /** By language, from the name of the file. */
  texts: (Entry<TranslatedTexts> & { language: string })[];
  /** Every file of geometry, whatever its shape: RFC 7946 is checked on the raw text. */
  geojson: Entry<unknown>[];
  /** Every file of prose. */
  files: Entry<unknown>[];
  /** `complete` is false where a file could not be read: an unknown id then proves nothing. */
  known: Record<IdKind, { ids: Set<string>; complete: boolean }>;
  /** Nothing was set aside or unreadable: what is missing is really missing. */
  whole: boolean;
};
