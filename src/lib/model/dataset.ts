import type { Day } from './day.ts';
import type { Extent, UncertainDate } from './time.ts';
import type { Selection, WindowPreset, WindowSize } from './view.ts';

/** `[longitude, latitude]`, degrees, WGS84; always in this order. */
export type LngLat = [number, number];

/** One text per language or script, keyed by BCP 47 tag. */
export type Localised = { en: string } & Record<string, string>;

/** A date with a sentence that says how it was derived. */
export type BasedDate = UncertainDate & { basis: string };

export type Certainty = 'high' | 'medium' | 'low';

/**
 * Where a location or a link to a claim comes from. `external`: no article says it; a curator relies on outside
 * evidence.
 */
export type Basis = 'article' | 'inferred' | 'external';

export type Modality =
  | 'reported_fact'
  | 'decision'
  | 'commitment'
  | 'conditional'
  | 'planned'
  | 'under_consideration'
  | 'appeal'
  | 'demand'
  | 'condemnation'
  | 'position'
  | 'assessment'
  | 'framing';

export type BoundKind =
  | 'exact'
  | 'approximately'
  | 'more_than'
  | 'at_least'
  | 'less_than'
  | 'at_most'
  | 'almost'
  | 'just_over'
  | 'estimate'
  | 'some'
  | 'unspecified'
  | 'ambiguous';

/** Steps from talk to deployed troops, lowest first; `on_alert` is a track of its own. */
export type TroopStatus =
  'under_review' | 'decided' | 'authorised' | 'sent' | 'arriving' | 'deployed' | 'withdrawn' | 'on_alert';

export type PlacePrecision =
  | 'named_building'
  | 'named_point'
  | 'town'
  | 'village'
  | 'admin2_set'
  | 'region'
  | 'country'
  | 'supranational'
  | 'city_offmap';

/**
 * A number as stated. `lower` and `upper` both count as included; `null` is no bound stated.
 * `value` is the figure in the text, `null` where the text gives none: "not stated" is never 0. Of an `estimate` it is
 * the best one, and the bounds are the low and the high one.
 */
export type Quantity = {
  measure: string;
  unit: string;
  bound: BoundKind;
  value: number | null;
  lower: number | null;
  upper: number | null;
  exclusiveLower?: boolean;
  exclusiveUpper?: boolean;
  status?: TroopStatus;
  party?: string;
  severity?: 'serious';
  component?: string;
  cumulative?: boolean;
  baseline?: string;
  ambiguity?: string;
  readings?: Reading[];
  preferred?: string;
  preferredBasis?: string;
  /** How the located line expresses the figure where it contains neither the digits nor the number in words. */
  expressedAs?: string;
};

/** One way to interpret an ambiguous figure. */
export type Reading = { reading: string; factor?: number; count?: number };

export type Agent = { id: string; name: string; title?: string; kind: string; note?: string; sameAs?: string[] };

export type AttributionRole =
  'speaker' | 'interviewer' | 'reporter' | 'outlet_voice' | 'republisher' | 'translator_republisher';

/** One link of the chain of attribution, from the speaker to the publisher, in that order. */
export type Attribution = { agent: string; role: AttributionRole; inferred?: boolean };

export type ClaimPlace = { ref: string; role: 'at' | 'in'; precision: PlacePrecision };

/** 1-based line; 0-based character offsets of the passage in the whole UTF-8 text of the article, end excluded. */
export type TextLocator = { line: number; charStart: number; charEnd: number };

/** The row of a table, as a spreadsheet numbers it, and the id that the table gives it. */
export type RowLocator = { row: number; id?: string };

export const isRow = (locator: TextLocator | RowLocator): locator is RowLocator => 'row' in locator;

/** The line of a text or the row of a table, by which the claims of an article stand in order. */
export const lineOf = (locator: TextLocator | RowLocator): number => (isRow(locator) ? locator.row : locator.line);

/** One checkable statement of one article, in our own words; of an article that is a table, one of its rows. */
export type Claim = {
  id: string;
  article: string;
  locator: TextLocator | RowLocator;
  attribution: Attribution[];
  voice: 'speaker' | 'outlet';
  origin: string;
  topic: string;
  modality: Modality;
  what: string;
  quantities: Quantity[];
  places: ClaimPlace[];
  actors: string[];
  date: BasedDate;
  saidOn: UncertainDate;
  certainty: Certainty;
  background: boolean;
  note?: string;
};

export type Article = {
  id: string;
  title: string;
  publisher: string;
  publisherBasis: string;
  publisherConfidence: string;
  url: string | null;
  reported: UncertainDate & { confidence: string };
  published: BasedDate & { confidence: string };
  crawled: string | null;
  language: string;
  translation: string;
  original: string;
  reliability: string;
  /** Of its text; `null` where the claims were read from rows of a table. */
  sha256: string | null;
  /** The table of which the claims are rows; absent for a text. */
  table?: { file: string };
};

/**
 * The original source of reports. Articles that share an origin are not independent of each other. `voice`: the agent
 * that speaks in all of it; origins of one voice count as one source.
 */
export type Origin = { id: string; name: string; note: string; voice?: string };

export type EventPlace = {
  ref: string;
  basis: Basis;
  precision: PlacePrecision;
  note?: string;
  /** External facts that the place rests on; where an article names it, what says where that is. */
  external?: string[];
};

/**
 * How a claim bears on an event. `about`: states it (the dates overlap). `said`: was said at it (`saidOn` overlaps).
 * `context`: describes its circumstances without dating it.
 */
export type EventClaim = {
  id: string;
  role: 'about' | 'said' | 'context';
  basis: 'article' | 'inferred';
  why?: string;
};

/** A term that one source uses for the event, three words at most. `gloss`: the same in the language of the dataset. */
export type EventLabel = { claim: string; term: string; gloss: string };

export type DatasetEvent = {
  id: string;
  kind: string;
  title: string;
  date: BasedDate;
  extent: Extent;
  /** Announced in advance; no article reports that it took place. */
  planned: boolean;
  places: EventPlace[];
  claims: EventClaim[];
  labels: EventLabel[];
  note?: string;
  /** Addresses of the same event in other collections. */
  sameAs?: string[];
};

export type RelationType = string;

export type Relation = {
  id: string;
  type: RelationType;
  claims: string[];
  with: string[];
  why: string;
  /** One sentence for readers: what the relation means for how the claims are to be read. */
  show: string;
};

export type Site = {
  id: string;
  kind: string;
  names: Localised;
  lngLat: LngLat;
  accuracyM: number;
  /** Outside the map's study area: in the lane for events elsewhere, and pointed to from the edge of the map. */
  offMap: boolean;
  /** Who names the place: an article, or only the curator, from external evidence. */
  nameBasis: 'article' | 'external';
  /** Shown as a place name only; no claim or event refers to it. */
  context: boolean;
  source: string;
  /** Source and licence of the geometry, as text. */
  licence: string;
  note?: string;
  sameAs?: string[];
};

export type Area = {
  id: string;
  kind: string;
  names: Localised;
  /** `null`: too large for the map (a country, the Western Balkans), or of no known outline. */
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon | null;
  /** Where its label is; `null` if it has none on the map. Without an outline, its mark alone stands there. */
  labelLngLat: LngLat | null;
  source: string;
  licence: string;
  note?: string;
};

/** One reinforcement that several claims speak of. */
export type Flow = {
  id: string;
  title: string;
  claims: string[];
  /** It cannot have been decided before this day, and why. */
  notBefore: { day: Day; basis: string } | null;
  note: string;
};

/** A way to read overlapping increments: which flows are counted as separate. */
export type TroopReading = { id: string; label: string; adds: string[]; relation: string };

export type TroopConfig = {
  force: string;
  forceName: string;
  measures: {
    total: string;
    contributors: string;
    increment: string;
    alert: string;
    equipment: string[];
    notes: string[];
  };
  flows: Flow[];
  readings: TroopReading[];
};

export type ExternalFact = {
  id: string;
  about: string;
  urls: string[];
  date: UncertainDate | null;
  place: string | null;
  /** The strength that the force itself, or what it belongs to, gave for that day. */
  strength?: Pick<Quantity, 'bound' | 'value' | 'lower' | 'upper'>;
};

/** One entry of a code list, with the equivalent code of another scheme where there is one. */
export type Code = {
  id: string;
  label: string;
  description?: string;
  crosswalk?: Record<string, string>;
};

/** Those that say least of what they stand for come first. */
export const SYMBOL_SHAPES = [
  'circle',
  'diamond',
  'square',
  'hexagon',
  'triangle',
  'bell',
  'chevron',
  'flag',
  'bubble',
  'ballot',
  'burst'
] as const;
export type SymbolShape = (typeof SYMBOL_SHAPES)[number];

/** One accent colour per meaning: what happened to people, what forces did, civic life, statements. */
export const COLOUR_GROUPS = ['violence', 'force', 'civic', 'speech'] as const;
export type ColourGroup = (typeof COLOUR_GROUPS)[number];

/**
 * A kind of event with its symbol. Kinds of one shape differ by `badge`, one or two letters or digits in it; `detail` is
 * the badge as SVG path data, made at build.
 */
export type KindCode = Code & { shape: SymbolShape; group: ColourGroup; badge?: string; detail?: string };

/** What a symbol looks like: its shape, the line in it that replaces the shape’s own, and its colour. */
export type SymbolStyle = Pick<KindCode, 'shape' | 'group'> & { detail?: string | undefined };

export type Codes = {
  kinds: KindCode[];
  topics: Code[];
  modalities: Code[];
  bounds: Code[];
  statuses: Code[];
  precisions: Code[];
  bases: Code[];
  certainties: Code[];
  relations: Code[];
  measures: Code[];
  parties: Code[];
  roles: Code[];
};

export type NameForm = string;

export type Translation = { language: string; by: 'machine' | 'people'; version: string };

export type DatasetInfo = {
  id: string;
  version: string;
  title: string;
  subtitle: string;
  description: string;
  domain: { from: Day; to: Day };
  /** Study area `[west, south, east, north]`: sites inside are on the map. */
  bounds: [number, number, number, number];
  firstView: {
    bounds: [number, number, number, number];
    day: Day;
    window: WindowPreset;
    nameForm: NameForm;
  };
  zoom: { min: number; max: number };
  languages: string[];
  /** The language of all texts of the data, where the program does not speak it; absent: English. */
  textsIn?: string;
  /** How the texts were translated. `version`: of the data that the translation was made from. */
  translations: Translation[];
  nameForms: { id: NameForm; label: string }[];
  boundary: { label: string; note: string; policy: string[] };
  notices: string[];
  attribution: { text: string; href: string }[];
  licences: Licence[];
  /** The HTML element by which other sites embed the map. */
  embed: { element: string };
  /** `shown`: the source forbids handing on its rows; there are no downloads, and the pages hold what they show. */
  sharing: 'all' | 'shown';
  /** Tiles over the embedded basemap: an archive beside the site or elsewhere, or a style. `connect`: what a style asks. */
  basemap?: { pmtiles: string } | { style: string; connect?: string[] };
  /** Where these are the data of some years alone: the id of this part in `parts`, which are all of them. */
  part?: string;
  parts?: DataPart[];
};

/**
 * One of several data sets of some years each, built side by side. `id`: its folder; `from` and `to`: its days, both
 * included. An event that reaches over them is in each part that it touches.
 */
export type DataPart = { id: string; from: Day; to: Day; events: number };

/** The licence of one component. `covers`: which contents of the downloads it applies to; absent if none. */
export type Licence = { what: string; licence: string; href: string; covers?: 'claims' | 'geometry' };

/**
 * A moment of the story: a view with a title and a short text that leads to claims. `bounds`: what the map shows,
 * `[west, south, east, north]`; `null` leaves the map as it is.
 */
export type Chapter = {
  id: string;
  title: string;
  text: string;
  claims: readonly string[];
  day: Day;
  window: WindowSize;
  selection: Selection | null;
  bounds: [number, number, number, number] | null;
};

/** Everything a page needs, joined and validated at build. Plain data that can be serialised as JSON. */
export type Dataset = {
  info: DatasetInfo;
  articles: Article[];
  claims: Claim[];
  events: DatasetEvent[];
  relations: Relation[];
  origins: Origin[];
  agents: Agent[];
  sites: Site[];
  areas: Area[];
  external: ExternalFact[];
  troops: TroopConfig | null;
  /** The chapters, in order; none where the data set tells no story. */
  story: Chapter[];
  codes: Codes;
  /** Paths (`events/town-clash/title`) of the texts that are not in the language of the page. Absent: none. */
  untranslated?: string[];
};
