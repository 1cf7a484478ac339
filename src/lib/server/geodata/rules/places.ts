import distance from '@turf/distance';
import type { PlacePrecision } from '../../../model/dataset.ts';
import { besideBox, eastwards } from '../../../model/longitude.ts';
import type { Geodata } from '../authored.ts';
import { shortQuote } from '../problems.ts';
import type { Finding } from './rule.ts';
import { unknownRef } from './rule.ts';

type PlaceUse = { at: Finding['at']; below: string; ref: string; precision: PlacePrecision | null };

/** Every mention of a place, with the precision claimed for it where one is. */
function* placeUses(data: Geodata): Iterable<PlaceUse> {
  for (const { item, ...at } of [...data.claims, ...data.events]) {
    for (const [index, { ref, precision }] of item.places.entries())
      yield { at, below: `places[${index}]`, ref, precision };
  }
  for (const { item, ...at } of data.external) {
    if (item.place !== null) yield { at, below: 'place', ref: item.place, precision: null };
  }
}

/** V19: places exist. */
export function* placesExist(data: Geodata): Iterable<Finding> {
  for (const { at, below, ref } of placeUses(data)) yield* unknownRef(data, 'place', ref, at, below, 'site or area');
}

/** V20: sites on the map lie in the study area, those off it do not, and longitude comes first. */
export function* sitesLieInBounds(data: Geodata): Iterable<Finding> {
  if (data.info === null) return;
  const bounds = eastwards(data.info.item.bounds);
  const [west, south, east, north] = bounds;
  const inside = ([lng, lat]: readonly [number, number]): boolean => {
    const x = besideBox(lng, bounds);
    return x >= west && x <= east && lat >= south && lat <= north;
  };
  for (const { item, ...at } of data.sites) {
    const { offMap, context } = item.properties;
    const [lng, lat] = item.geometry.coordinates;
    const below = 'geometry.coordinates';
    const shown = `[${lng}, ${lat}]`;
    if (Math.abs(lat) > 90 || Math.abs(lng) > 180 || (!inside([lng, lat]) && inside([lat, lng]))) {
      yield { at, below, found: `${shown} looks like latitude, longitude`, advice: `write [${lat}, ${lng}]` };
    } else if (!offMap && !context && !inside([lng, lat])) {
      yield { at, below, found: `${shown} lies outside the study area`, advice: 'correct it, or mark the site offMap' };
    } else if (offMap && inside([lng, lat])) {
      yield {
        at,
        below: 'properties.offMap',
        found: `offMap, but ${shown} lies in the study area`,
        advice: 'write false, or correct the coordinates'
      };
    }
  }
}

/** V28: every site and area has a name in every form that readers can choose, every place of the basemap in English. */
export function* namesAreComplete(data: Geodata): Iterable<Finding> {
  const forms = data.info?.item.nameForms.map(({ id }) => id) ?? [];
  for (const { at, id, names, ofBasemap } of named(data)) {
    // No open source has the towns of the basemap in every language: there English stands in.
    for (const form of (ofBasemap ? ['en'] : forms).filter((form) => !hasName(names, form))) {
      yield {
        at,
        below: 'properties.names',
        found: `${shortQuote(id)} has no name ${JSON.stringify(form)}`,
        advice: 'add it: every form of dataset.json is offered to readers'
      };
    }
  }
}

type Named = { at: Finding['at']; id: unknown; names: unknown; ofBasemap: boolean };

function* named(data: Geodata): Iterable<Named> {
  for (const { item, ...at } of [...data.sites, ...data.areas]) {
    const { id, names } = item.properties;
    yield { at, id, names, ofBasemap: false };
  }
  for (const { item, file } of data.geojson.filter(({ file }) =>
    /basemap\/(?:labels|municipalities|places)\./.test(file)
  )) {
    for (const [index, feature] of features(item).entries()) {
      // Lines have no names of their own.
      if (feature?.geometry?.type !== 'Point') continue;
      const names = feature.properties?.names;
      const at = { file, path: `features[${index}]` };
      yield { at, id: hasName(names, 'en') ? names.en : 'the place', names, ofBasemap: true };
    }
  }
}

type Raw = { geometry?: { type?: unknown } | null; properties?: { names?: unknown } | null } | null;

function features(json: unknown): Raw[] {
  const list = (json as { features?: unknown } | null)?.features;
  return Array.isArray(list) ? (list as Raw[]) : [];
}

/** Its own: what every object has, such as `constructor`, is no name. */
function hasName<Form extends string>(names: unknown, form: Form): names is Record<Form, string> {
  if (typeof names !== 'object' || names === null || !Object.hasOwn(names, form)) return false;
  const name: unknown = (names as Record<string, unknown>)[form];
  return typeof name === 'string' && name.trim() !== '';
}

/** V31: a site with a gazetteer id lies where the gazetteer has that id; homonyms are common. */
export function* gazetteerAgrees(data: Geodata): Iterable<Finding> {
  const known = data.gazetteer?.item.ids ?? {};
  for (const { item, ...at } of data.sites) {
    const { id, geonames, accuracyM } = item.properties;
    if (geonames === null) continue;
    const listed = known[String(geonames)];
    if (listed === undefined) {
      const advice = 'add its coordinates to gazetteer.json, so that a homonym is noticed';
      yield {
        at,
        below: 'properties.geonames',
        found: `GeoNames ${geonames} is not in gazetteer.json`,
        advice,
        warning: true
      };
      continue;
    }
    const metres = distance(item.geometry.coordinates, listed, { units: 'meters' });
    // Large towns have no one point: their records lie apart by as much as their stated accuracy, each way.
    if (metres <= Math.max(2000, accuracyM * 2)) continue;
    const found = `${JSON.stringify(id)} is ${(metres / 1000).toFixed(1)} km from GeoNames ${geonames}`;
    yield { at, below: 'properties.geonames', found, advice: 'wrong homonym? correct the id or the coordinates' };
  }
}

const OF_SITES = new Set<PlacePrecision>(['named_building', 'named_point', 'town', 'village', 'city_offmap']);
/** Kinds of site that are a whole settlement: a building or a point in it is a site of its own. */
const SETTLEMENTS = new Set(['village', 'town', 'city']);
const OF_POINTS = new Set<PlacePrecision>(['named_building', 'named_point']);
const OF_DRAWN_AREAS = new Set<PlacePrecision>(['admin2_set', 'region']);

/** V33: the precision claimed for a place is one that the place can bear. */
export function* precisionFitsPlace(data: Geodata): Iterable<Finding> {
  const sites = new Map(data.sites.map(({ item }) => [item.properties.id, item]));
  const areas = new Map(data.areas.map(({ item }) => [item.properties.id, item]));
  for (const { at, below, ref, precision } of placeUses(data)) {
    if (precision === null) continue;
    const [site, area] = [sites.get(ref), areas.get(ref)];
    const field = `${below}.precision`;
    if (site && !OF_SITES.has(precision)) {
      yield {
        at,
        below: field,
        found: `"${precision}" for the site "${ref}"`,
        advice: `a site bears: ${[...OF_SITES].join(', ')}`
      };
    } else if (site && site.properties.offMap !== (precision === 'city_offmap')) {
      const advice = site.properties.offMap
        ? 'the site is off the map: write "city_offmap"'
        : 'the site is on the map: write its own precision';
      yield { at, below: field, found: `"${precision}" for the site "${ref}"`, advice };
    } else if (site && SETTLEMENTS.has(site.properties.kind) && OF_POINTS.has(precision)) {
      const { kind } = site.properties;
      const found = `"${precision}" for the site "${ref}", which is a ${kind}`;
      yield { at, below: field, found, advice: `write "${kind}", or add the building or point as a site` };
    } else if (area && OF_SITES.has(precision)) {
      yield {
        at,
        below: field,
        found: `"${precision}" for the area "${ref}"`,
        advice: 'an area bears: admin2_set, region, country, supranational'
      };
    } else if (area && area.geometry === null && area.properties.label === null && OF_DRAWN_AREAS.has(precision)) {
      yield {
        at,
        below: field,
        found: `"${precision}" for "${ref}", which has neither an outline nor a label to draw`,
        advice: 'write "country" or "supranational", or give the area its geometry or the place of its label'
      };
    }
  }
}

/** V47: a context site carries no claim or event; (warning) any other site carries one. */
export function* contextAgreesWithUse(data: Geodata): Iterable<Finding> {
  const standing = new Set([...data.claims, ...data.events].flatMap(({ item }) => item.places.map(({ ref }) => ref)));
  const used = new Set([...placeUses(data)].map(({ ref }) => ref));
  for (const { item, ...at } of data.sites) {
    const { id, context } = item.properties;
    const below = 'properties.context';
    if (context && standing.has(id)) {
      yield { at, below, found: `"${id}" is context only, yet a claim or event stands on it`, advice: 'write false' };
    } else if (!context && !used.has(id)) {
      yield {
        at,
        below,
        found: `nothing stands on "${id}"`,
        advice: 'mark it as context, or remove it',
        warning: true
      };
    }
  }
}

/** V48: a place where an article puts a claim is named by an article. */
export function* nameBasisAgreesWithClaims(data: Geodata): Iterable<Finding> {
  const placed = new Map(data.claims.flatMap(({ item }) => item.places.map(({ ref }) => [ref, item.id] as const)));
  for (const { item, ...at } of data.sites) {
    const { id, nameBasis } = item.properties;
    const claim = placed.get(id);
    if (nameBasis === 'article' || claim === undefined) continue;
    yield {
      at,
      below: 'properties.nameBasis',
      found: `"external", yet the claim ${claim} stands at "${id}"`,
      advice: 'write "article", or take the place off the claim'
    };
  }
}
