import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from './mutate.ts';

const REGION = join(import.meta.dirname, '../fixtures/region');
type Json = Record<string, unknown>;
const json = (name: string) => JSON.parse(readFileSync(join(REGION, name), 'utf8')) as Json;

/** An event at a place of its own, or at that of another. */
export type SmallEvent = { place: string; title: string; date: string; at?: [number, number] };

export type SmallRegion = {
  events: readonly SmallEvent[];
  /** What `dataset.json` says otherwise than that of the invented island. */
  info?: Json;
  /** Whether there is an article; without one there are no claims. */
  article?: boolean;
};

/** A data folder as small as one can be: one article with a claim for each event, without troops, relations, areas, basemap. */
export function smallRegion({ events, info = {}, article = true }: SmallRegion): Folder {
  const { languages: _all, translations: _how, basemap: _tiles, ...given } = json('dataset.json');
  const codes = json('codes.json') as { kinds: { id: string }[]; topics: { id: string }[] };
  const kind = codes.kinds[0]!.id;
  const topic = codes.topics[0]!.id;
  const names = [...new Set(events.map(({ place }) => place))];
  const ref = (place: string) => `place-${names.indexOf(place)}`;
  const [west, south, east, north] = (info.bounds ?? given.bounds) as number[] as [number, number, number, number];
  const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features });
  const sites = names.map((name, at) => ({
    type: 'Feature',
    properties: {
      id: ref(name),
      kind: 'town',
      names: { en: name },
      accuracyM: 1000,
      offMap: false,
      nameBasis: 'article',
      context: false,
      source: 'The list',
      licence: 'CC BY 4.0',
      geonames: null,
      wikidata: null
    },
    geometry: {
      type: 'Point',
      coordinates: events.find(({ place }) => place === name)!.at ?? [
        west + ((at + 1) / (names.length + 1)) * (east - west),
        south + 0.4 * (north - south)
      ]
    }
  }));
  const claims = events.map(({ place, title, date }, at) => ({
    id: `list-${String(at + 1).padStart(2, '0')}`,
    locator: { row: at + 2 },
    what: title,
    attribution: [{ agent: 'lister', role: 'outlet_voice' }],
    voice: 'outlet',
    origin: 'list',
    modality: 'reported_fact',
    quantities: [],
    places: [{ ref: ref(place), role: 'at', precision: 'town' }],
    date: { edtf: date, basis: 'the row' },
    saidOn: '2031-06-01',
    certainty: 'high',
    topic,
    actors: []
  }));
  const files: Record<string, unknown> = {
    'dataset.json': { ...given, languages: ['en'], nameForms: [{ id: 'en', label: 'English' }], ...info },
    'codes.json': codes,
    'agents.json': { agents: article ? [{ id: 'lister', name: 'Who lists', kind: 'organisation' }] : [] },
    'origins.json': { origins: events.length ? [{ id: 'list', name: 'The list', note: 'Made for this.' }] : [] },
    'relations.json': { relations: [] },
    'external.json': { facts: [] },
    'areas.geojson': collection([]),
    'sites.geojson': collection(sites),
    'events.json': {
      events: events.map(({ place, title, date }, at) => ({
        id: `e-${at + 1}`,
        kind,
        title,
        date: { edtf: date, basis: 'the row' },
        extent: 'within',
        places: [{ ref: ref(place), basis: 'article', precision: 'town' }],
        claims: [{ id: `list-${String(at + 1).padStart(2, '0')}` }],
        labels: []
      }))
    },
    ...(article && {
      'articles/list.json': {
        id: 'list',
        title: 'The list',
        publisher: 'Lister',
        publisherAgent: 'lister',
        publisherBasis: 'its cover',
        publisherConfidence: 'high',
        url: null,
        reported: { edtf: '2031-06-01', confidence: 'medium' },
        published: { edtf: '2031-06-01', basis: 'its cover', confidence: 'medium' },
        crawled: null,
        language: 'en',
        translation: 'Rows of a table.',
        original: 'The list itself.',
        reliability: 'Made for this.',
        table: { file: 'list.csv' },
        claims
      }
    })
  };
  return new Map(Object.entries(files).map(([name, content]) => [name, JSON.stringify(content, null, 1)]));
}
