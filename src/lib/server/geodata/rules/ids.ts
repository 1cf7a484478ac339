import { basename } from 'node:path';
import type { Entry, Geodata } from '../authored.ts';
import { CODE_LISTS } from '../gather.ts';
import { joinPath } from '../problems.ts';
import type { Finding } from './rule.ts';
import { unknownRef } from './rule.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /^[a-z0-9]+([-_][a-z0-9]+)*$/;
const READING = /^\w+$/;

type Named = { id: string; at: Finding['at']; below: string };
type Ids = { noun: string; pattern: RegExp; example: string; ids: Named[] };

/** V01: ids have the agreed form, and none stands twice. */
export function* idsAreUnique(data: Geodata): Iterable<Finding> {
  for (const { noun, pattern, example, ids } of allIds(data)) {
    const first = new Map<string, Named>();
    for (const named of ids) {
      const { id, at, below } = named;
      if (!pattern.test(id)) {
        yield { at, below, found: `${quote(id)} has not the form of the id of ${noun}`, advice: `(e.g. ${example})` };
      }
      const other = first.get(id);
      if (other === undefined) first.set(id, named);
      else {
        const where = `${other.at.file === at.file ? '' : `${other.at.file} `}${other.at.path}`;
        yield {
          at,
          below,
          found: `duplicate id ${quote(id)}`,
          advice: `it stands at ${where} too; rename one of them`
        };
      }
    }
  }
  for (const { item, ...at } of data.claims) {
    for (const [index, actor] of item.actors.entries()) {
      if (SLUG.test(actor)) continue;
      yield {
        at,
        below: `actors[${index}]`,
        found: `${quote(actor)} has not the form of an id`,
        advice: '(e.g. harbour-police)'
      };
    }
  }
}

function allIds(data: Geodata): Ids[] {
  const own = (entries: Entry<{ id: string }>[]): Named[] =>
    entries.map(({ item, ...at }) => ({ id: item.id, at, below: 'id' }));
  const features = (entries: Entry<{ properties: { id: string } }>[]): Named[] =>
    entries.map(({ item, ...at }) => ({ id: item.properties.id, at, below: 'properties.id' }));
  const inTroops = (list: 'flows' | 'readings'): Named[] => {
    const troops = data.troops;
    if (troops === null) return [];
    return troops.item[list].map(({ id }, index) => ({
      id,
      at: { file: troops.file, path: `${list}[${index}]` },
      below: 'id'
    }));
  };
  return [
    { noun: 'an article', pattern: SLUG, example: 'courier-2023-05-30', ids: own(data.articles) },
    { noun: 'a data set', pattern: SLUG, example: 'harbour-2031', ids: data.info ? own([data.info]) : [] },
    { noun: 'a claim', pattern: /^[a-z0-9]+(-[a-z0-9]+)*-\d{2,}$/, example: 'courier-03', ids: own(data.claims) },
    { noun: 'an event', pattern: SLUG, example: 'harbour-clash', ids: own(data.events) },
    { noun: 'a relation', pattern: /^r\d{2,}$/, example: 'r08', ids: own(data.relations) },
    { noun: 'an external fact', pattern: /^x\d{2,}$/, example: 'x14', ids: own(data.external) },
    { noun: 'a chapter', pattern: SLUG, example: 'harbour-clash', ids: own(data.story) },
    { noun: 'an agent', pattern: SLUG, example: 'harbour-police', ids: own(data.agents) },
    { noun: 'an origin', pattern: SLUG, example: 'field-report', ids: own(data.origins) },
    { noun: 'a site', pattern: SLUG, example: 'town-hall', ids: features(data.sites) },
    { noun: 'an area', pattern: SLUG, example: 'north-shore', ids: features(data.areas) },
    { noun: 'a flow', pattern: SLUG, example: 'may', ids: inTroops('flows') },
    { noun: 'a reading', pattern: READING, example: 'A', ids: inTroops('readings') },
    ...CODE_LISTS.map((list) => ({ noun: 'a code', pattern: CODE, example: 'armed_clash', ids: own(data.codes[list]) }))
  ];
}

/** V02: an article's id is the name of its file, so that every claim has its article. */
export function* articleIsNamedAsItsFile(data: Geodata): Iterable<Finding> {
  for (const { item, ...at } of data.articles) {
    const name = basename(at.file, '.json');
    if (item.id === name) continue;
    yield {
      at,
      below: 'id',
      found: `the id ${quote(item.id)} is not the name of the file`,
      advice: `write ${quote(name)} or rename the file`
    };
  }
}

/** V32: a place id means one place: no site and area share one. */
export function* placesAreUnique(data: Geodata): Iterable<Finding> {
  const sites = new Map(data.sites.map(({ item, ...at }) => [item.properties.id, at]));
  for (const { item, ...at } of data.areas) {
    const site = sites.get(item.properties.id);
    if (site === undefined) continue;
    const advice = `it is the site at ${site.file} ${site.path} too; rename one of them`;
    yield { at, below: 'properties.id', found: `the area has the id of a site, ${quote(item.properties.id)}`, advice };
  }
}

/** V40: agents and origins that claims (as voices or actors), origins, articles and the troop file name exist. */
export function* sourcesExist(data: Geodata): Iterable<Finding> {
  if (data.troops !== null && !data.known.parties.ids.has(data.troops.item.force)) {
    yield* unknownRef(data, 'agent', data.troops.item.force, data.troops, 'force', 'agent or party');
  }
  for (const { item, ...at } of data.origins) {
    if (item.voice !== undefined) yield* unknownRef(data, 'agent', item.voice, at, 'voice', 'agent');
  }
  for (const { item, ...at } of data.articles) {
    yield* unknownRef(data, 'agent', item.publisherAgent, at, 'publisherAgent', 'agent');
  }
  for (const { item, ...at } of data.claims) {
    yield* unknownRef(data, 'origin', item.origin, at, 'origin', 'origin');
    for (const [index, { agent }] of item.attribution.entries()) {
      yield* unknownRef(data, 'agent', agent, at, `attribution[${index}].agent`, 'agent');
    }
    for (const [index, actor] of item.actors.entries()) {
      // One without the form of an id is V01's.
      if (SLUG.test(actor)) yield* unknownRef(data, 'agent', actor, at, `actors[${index}]`, 'agent');
    }
  }
}

/** V49 (warning): what is defined is used. */
export function* nothingIsUnused(data: Geodata): Iterable<Finding> {
  const claims = data.claims.map(({ item }) => item);
  const agents = new Set(
    claims.flatMap(({ attribution, actors }) => [...attribution.map(({ agent }) => agent), ...actors])
  );
  const origins = new Set(claims.map(({ origin }) => origin));
  const unused = [
    ...data.agents.filter(({ item }) => !agents.has(item.id)).map((entry) => ({ entry, noun: 'agent' })),
    ...data.origins.filter(({ item }) => !origins.has(item.id)).map((entry) => ({ entry, noun: 'origin' }))
  ];
  for (const { entry, noun } of unused) {
    const found = `no claim uses the ${noun} ${quote(entry.item.id)}`;
    yield {
      at: { file: entry.file, path: joinPath(entry.path, 'id') },
      below: '',
      found,
      advice: 'remove it, or use it',
      warning: true
    };
  }
}

function quote(id: string): string {
  return JSON.stringify(id);
}
