import type { ClaimPlace, PlacePrecision } from '../../../lib/model/dataset.ts';
import { findNames, nameOf, type Found, type Name } from './find-names.ts';
import type { KnownPlace } from './known.ts';
import { wordsIn, type Word } from './words.ts';

const DIRECTIONS = ['north', 'south', 'east', 'west'];
/** What houses a municipality, in the words of texts and of gazetteers. */
const TOWN_HALL = ['municipal building', 'municipality building', 'town hall', 'city hall', 'municipal hall'];
/** How many words may stand between a building and its town: “the City Hall building in …”. */
const NEAR = 4;

/** Every way in which a text may name a place: all its forms, and what English makes of them. */
export function placeNames(places: readonly KnownPlace[]): Name[] {
  return places.flatMap((place) => {
    const forms = Object.values(place.names).flatMap(partsOf);
    const english = partsOf(place.names.en).flatMap((form) => [
      ...withDirection(form, places),
      ...asGroup(place, form)
    ]);
    return [...new Set([...forms, ...english])].map((form) => nameOf(place.id, form));
  });
}

/** A name and what it consists of: “Gate One (Jarinje)” is “Gate One” and “Jarinje”. */
function partsOf(name: string): string[] {
  return [name, ...name.split(/[(),]/)].map((part) => part.trim()).filter((part) => part.length > 1);
}

/** “Northern X” is “the north of X”, and “the north” where one place alone lies there. */
function withDirection(name: string, places: readonly KnownPlace[]): string[] {
  const direction = DIRECTIONS.find((word) => new RegExp(`^${word}(?:ern)? `, 'i').test(name));
  if (direction === undefined) return [];
  const of = name.replace(/^\S+ /, '');
  const isRegion = new RegExp(`^${direction}ern `, 'i').test(name);
  const alone = places.filter(({ names }) => new RegExp(`^${direction}ern `, 'i').test(names.en)).length === 1;
  const bare = isRegion && alone ? [`the ${direction}`, `the ${direction}ern part`] : [];
  const full = [
    `${direction} of ${of}`,
    `${direction}ern ${of}`,
    `${direction} ${of}`,
    `${direction}ern part of ${of}`
  ];
  const withArticle = full.map((name) => `the ${name}`);
  return [...full, ...withArticle, `${of}’s ${direction}`, ...bare];
}

/** A set of municipalities is named by how many they are: “four municipalities”. */
function asGroup({ kind }: KnownPlace, name: string): string[] {
  const words = name.split(' ');
  return kind === 'admin2-set' && words.length > 2 ? [`${words[0]} ${words.at(-1)}`] : [];
}

/** The places that a text names, in its order. A building that is told by its kind and its town is the building. */
export function placesIn(text: string, places: readonly KnownPlace[]): { words: Word[]; found: Found[] } {
  const words = wordsIn(text);
  // “The north of” another place is there, and not here.
  const isElsewhere = ({ to }: Found): boolean => {
    const [of, ...rest] = words.slice(to, to + 3);
    const name = rest[0]?.folded === 'the' ? rest[1] : rest[0];
    const isPart = /^(?:north|south|east|west|part)$/.test(words[to - 1]!.folded);
    return isPart && of?.folded === 'of' && /^\p{Lu}/u.test(name?.written ?? '');
  };
  const found = findNames(words, placeNames(places)).filter((place) => !isElsewhere(place));
  const halls = findNames(
    words,
    TOWN_HALL.map((name) => nameOf('hall', name))
  );
  const buildings = buildingsByTown(places);
  return {
    words,
    found: found.map((place) => {
      const hall = halls.find(({ from, to }) => from <= place.to + NEAR && place.from <= to + NEAR);
      const building = hall && buildings.get(place.id);
      return building && hall
        ? { id: building, from: Math.min(hall.from, place.from), to: Math.max(hall.to, place.to) }
        : place;
    })
  };
}

/** Town halls by the id of their town, which their name begins with. */
function buildingsByTown(places: readonly KnownPlace[]): Map<string, string> {
  const halls = places.filter(({ names }) => TOWN_HALL.some((words) => names.en.toLowerCase().endsWith(` ${words}`)));
  return new Map(
    halls.flatMap((hall) => {
      const town = places.find(({ id, names }) => id !== hall.id && hall.names.en.startsWith(`${names.en} `));
      return town ? [[town.id, hall.id] as const] : [];
    })
  );
}

const PRECISION_OF_KIND: Record<string, PlacePrecision> = {
  town: 'town',
  city: 'town',
  village: 'village',
  'admin2-set': 'admin2_set',
  region: 'region',
  territory: 'country',
  country: 'country',
  supranational: 'supranational'
};

const AROUND: ReadonlySet<PlacePrecision> = new Set([
  'town',
  'village',
  'admin2_set',
  'region',
  'country',
  'supranational'
]);

/** What the naming of a place says of where something was: how precisely, and whether at it or somewhere in it. */
export function placementOf(place: KnownPlace): Pick<ClaimPlace, 'role' | 'precision'> {
  const precision = precisionOf(place);
  return { role: AROUND.has(precision) ? 'in' : 'at', precision };
}

/** How precisely a text places something by naming a place of this kind. */
export function precisionOf({ kind, offMap, isArea }: KnownPlace): PlacePrecision {
  if (offMap) return 'city_offmap';
  return (
    PRECISION_OF_KIND[kind] ??
    (isArea
      ? 'region'
      : /building|hall|headquarters|monastery|church|school|hospital/.test(kind)
        ? 'named_building'
        : 'named_point')
  );
}
