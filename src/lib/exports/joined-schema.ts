import { COLOUR_GROUPS, SYMBOL_SHAPES } from '../model/dataset.ts';

/*
 * The JSON Schema (2020-12) of the joined JSON. Objects are closed: a field without an entry here fails the tests, so
 * the schema cannot become outdated. Code lists of a data set (kinds, topics, measures, parties) are strings; codes
 * that the program's logic depends on are enumerations.
 */

type Schema = Record<string, unknown>;

const string: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const integer: Schema = { type: 'integer' };
const boolean: Schema = { type: 'boolean' };
const strings: Schema = { type: 'array', items: string };
const ids: Schema = { type: 'array', items: { $ref: '#/$defs/id' } };
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: string[]): Schema => ({ enum: values });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const id = ref('id');

/** A closed object. A key that ends in `?` may be absent. */
function object(properties: Record<string, Schema>, description?: string): Schema {
  const entries = Object.entries(properties);
  return {
    type: 'object',
    ...(description && { description }),
    additionalProperties: false,
    required: entries.flatMap(([key]) => (key.endsWith('?') ? [] : [key])),
    properties: Object.fromEntries(entries.map(([key, schema]) => [key.replace(/\?$/, ''), schema]))
  };
}

const isoDay: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const dateFields = {
  edtf: { type: 'string', description: 'EDTF (ISO 8601-2)' },
  from: orNull(isoDay),
  to: orNull(isoDay),
  possibleFrom: orNull(isoDay),
  possibleTo: orNull(isoDay),
  approximate: boolean,
  uncertain: boolean
};
const code = {
  id,
  label: string,
  'description?': string,
  'crosswalk?': { type: 'object', additionalProperties: string }
};
const link = object({ text: string, href: string });
const note = { 'note?': string };
/** Addresses of the same thing in other collections. */
const same = { 'sameAs?': strings };

const $defs: Record<string, Schema> = {
  id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$' },
  date: object(dateFields, 'Both ends included; null is an open end. possibleFrom and possibleTo add what ~ allows.'),
  basedDate: object({ ...dateFields, basis: string }, 'A date, and how it was worked out.'),
  names: {
    type: 'object',
    required: ['en'],
    properties: { en: string },
    additionalProperties: string,
    description: 'By BCP 47 tag.'
  },
  certainty: oneOf('high', 'medium', 'low'),
  reported: {
    ...oneOf('certain', 'possible'),
    description: 'Whether its article had surely been published by the as-of day.'
  },
  precision: oneOf(
    'named_building',
    'named_point',
    'town',
    'village',
    'admin2_set',
    'region',
    'country',
    'supranational',
    'city_offmap'
  ),
  lngLat: { type: 'array', prefixItems: [number, number], minItems: 2, maxItems: 2, items: false },
  bound: oneOf(
    'exact',
    'approximately',
    'more_than',
    'at_least',
    'less_than',
    'at_most',
    'almost',
    'just_over',
    'estimate',
    'some',
    'unspecified',
    'ambiguous'
  ),
  quantity: object(
    {
      measure: string,
      unit: string,
      bound: ref('bound'),
      value: orNull(number),
      lower: orNull(number),
      upper: orNull(number),
      'exclusiveLower?': boolean,
      'exclusiveUpper?': boolean,
      'status?': oneOf(
        'under_review',
        'decided',
        'authorised',
        'sent',
        'arriving',
        'deployed',
        'withdrawn',
        'on_alert'
      ),
      'party?': string,
      'severity?': oneOf('serious'),
      'component?': string,
      'cumulative?': boolean,
      'baseline?': string,
      'ambiguity?': string,
      'readings?': list(object({ reading: string, 'factor?': number, 'count?': number })),
      'preferred?': string,
      'preferredBasis?': string,
      'expressedAs?': string
    },
    'A number as stated. lower and upper are included; null is no bound stated; value null is a number not stated, never 0.'
  ),
  code: object(code)
};

const about = object({
  dataset: string,
  title: string,
  dataVersion: string,
  language: {
    type: 'string',
    description: 'BCP 47, of the texts; names of fields and codes are the same in every language.'
  },
  licences: list(object({ what: string, licence: string, href: string })),
  attribution: list(link),
  notices: strings,
  filter: object({
    words: string,
    query: orNull(string),
    window: orNull(object({ from: isoDay, to: isoDay })),
    asOf: orNull(isoDay),
    hiddenKinds: ids,
    hiddenArticles: ids,
    external: boolean
  })
});

const article = object({
  id,
  title: string,
  publisher: string,
  publisherBasis: string,
  publisherConfidence: string,
  url: orNull(string),
  reported: object({ ...dateFields, confidence: string }),
  published: object({ ...dateFields, basis: string, confidence: string }),
  crawled: orNull(string),
  language: string,
  translation: string,
  original: string,
  reliability: string,
  sha256: orNull(string),
  'table?': object({ file: string })
});

const claim = object({
  id,
  article: id,
  locator: {
    anyOf: [object({ line: integer, charStart: integer, charEnd: integer }), object({ row: integer, 'id?': string })]
  },
  attribution: list(
    object({
      agent: id,
      role: oneOf('speaker', 'interviewer', 'reporter', 'outlet_voice', 'republisher', 'translator_republisher'),
      'inferred?': boolean
    })
  ),
  voice: oneOf('speaker', 'outlet'),
  origin: id,
  topic: string,
  modality: oneOf(
    'reported_fact',
    'decision',
    'commitment',
    'conditional',
    'planned',
    'under_consideration',
    'appeal',
    'demand',
    'condemnation',
    'position',
    'assessment',
    'framing'
  ),
  what: string,
  quantities: list(ref('quantity')),
  places: list(object({ ref: id, role: oneOf('at', 'in'), precision: ref('precision') })),
  actors: ids,
  date: ref('basedDate'),
  saidOn: ref('date'),
  certainty: ref('certainty'),
  background: boolean,
  reported: ref('reported'),
  ...note
});

const basis = oneOf('article', 'inferred', 'external');
const event = object({
  id,
  kind: string,
  title: string,
  date: ref('basedDate'),
  extent: oneOf('within', 'throughout'),
  planned: boolean,
  presence: orNull(oneOf('certain', 'possible')),
  where: oneOf('map', 'elsewhere', 'unplaced'),
  places: list(object({ ref: id, basis, precision: ref('precision'), ...note, 'external?': ids })),
  claims: list(
    object({
      id,
      role: oneOf('about', 'said', 'context'),
      basis: oneOf('article', 'inferred'),
      reported: ref('reported'),
      why: orNull(string)
    })
  ),
  figures: list(
    object({
      measure: string,
      party: string,
      severity: orNull(oneOf('serious')),
      lower: orNull(number),
      upper: orNull(number),
      claims: ids
    })
  ),
  labels: list(object({ claim: id, term: string, gloss: string })),
  ...note,
  ...same
});

const troops = object({
  force: id,
  forceName: string,
  measures: object({
    total: string,
    contributors: string,
    increment: string,
    alert: string,
    equipment: strings,
    notes: strings
  }),
  flows: list(
    object({ id, title: string, claims: ids, notBefore: orNull(object({ day: isoDay, basis: string })), note: string })
  ),
  readings: list(object({ id, label: string, adds: ids, relation: id })),
  statements: list(
    object({
      claim: id,
      figure: integer,
      track: oneOf('total', 'contributors', 'increment', 'alert', 'equipment', 'note'),
      flows: ids
    })
  )
});

const chapter = object(
  {
    id,
    title: string,
    text: string,
    claims: ids,
    day: isoDay,
    window: {
      type: 'string',
      description: 'day, week, month or all, each up to and including the day; or the first day of a range.'
    },
    selection: orNull(object({ type: oneOf('event', 'site', 'area', 'claim', 'article'), id })),
    bounds: orNull({ type: 'array', items: number, minItems: 4, maxItems: 4 })
  },
  'A moment of the story: a view, and a caption of which every number is a figure of a claim that it names.'
);

const place = { id, kind: string, names: ref('names'), source: string, licence: string, ...note };
const shape = oneOf(...SYMBOL_SHAPES);
const codeLists = [
  'topics',
  'modalities',
  'bounds',
  'statuses',
  'precisions',
  'bases',
  'certainties',
  'relations',
  'measures',
  'parties',
  'roles'
];

export const joinedSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Claims, events and their sources, joined',
  ...object({
    $schema: string,
    about,
    articles: list(article),
    claims: list(claim),
    events: list(event),
    relations: list(object({ id, type: string, claims: ids, with: ids, why: string, show: string })),
    origins: list(object({ id, name: string, note: string, 'voice?': id })),
    agents: list(object({ id, name: string, 'title?': string, kind: string, ...note, ...same })),
    sites: list(
      object({
        ...place,
        lngLat: ref('lngLat'),
        accuracyM: number,
        offMap: boolean,
        nameBasis: oneOf('article', 'external'),
        context: boolean,
        ...same
      })
    ),
    areas: list(
      object({
        ...place,
        geometry: orNull(object({ type: oneOf('Polygon', 'MultiPolygon'), coordinates: { type: 'array' } })),
        labelLngLat: orNull(ref('lngLat'))
      })
    ),
    external: list(
      object({
        id,
        about: string,
        urls: strings,
        date: orNull(ref('date')),
        place: orNull(id),
        'strength?': object({ bound: ref('bound'), value: number, lower: orNull(number), upper: orNull(number) })
      })
    ),
    troops: orNull(troops),
    story: list(chapter),
    codes: object({
      kinds: list(
        object({
          ...code,
          shape,
          group: oneOf(...COLOUR_GROUPS),
          'badge?': { type: 'string', description: 'Letters or digits in the shape, where kinds share it.' },
          'detail?': { type: 'string', description: 'The badge as SVG path data, in a box of 24 by 24.' }
        })
      ),
      ...Object.fromEntries(codeLists.map((name) => [name, list(ref('code'))]))
    })
  }),
  $defs
};
