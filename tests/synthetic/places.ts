import { BURSTS } from './dates.ts';
import { bell, weighted } from './random.ts';

type Place = { lng: number; lat: number; accuracyM: number };

const TOWNS = 24;
const SITES = 300;
const ROADS = 30;
const M_PER_DEGREE = 111_320;

/** How an event comes to its point, and how often. */
const WAYS = ['site', 'town', 'road', 'country'] as const;
const drawWay = weighted([45, 27, 20, 8]);

/** Places in towns, along the roads between them, and many on the very same point; a burst keeps to one town. */
export function syntheticPlaces(
  random: () => number,
  [west, south, east, north]: readonly [number, number, number, number]
) {
  const perLat = 1 / M_PER_DEGREE;
  const perLng = perLat / Math.cos(((south + north) / 2) * (Math.PI / 180));
  const within = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);
  const at = (lng: number, lat: number, accuracyM: number): Place => ({
    lng: within(lng, west, east),
    lat: within(lat, south, north),
    accuracyM
  });
  const around = (place: Place, spreadM: number, accuracyM: number) =>
    at(place.lng + bell(random) * spreadM * perLng, place.lat + bell(random) * spreadM * perLat, accuracyM);
  // Not at the very edge, so that a town does not end there in a straight line.
  const anywhere = () =>
    at(west + (0.05 + 0.9 * random()) * (east - west), south + (0.05 + 0.9 * random()) * (north - south), 5000);

  const towns = Array.from({ length: TOWNS }, (_, rank) => ({
    ...anywhere(),
    share: 1 / (rank + 1),
    spreadM: 300 + 2500 / (rank + 1)
  }));
  const drawTown = weighted(towns.map(({ share }) => share));
  // Sites by town, in the towns' own shares: the first few hold thousands of a million.
  const sites = Array.from({ length: SITES }, (_, rank) => {
    const town = rank < TOWNS ? rank : drawTown(random);
    return { ...around(towns[town]!, towns[town]!.spreadM, 25), town, share: 1 / (rank + 2) };
  });
  const drawSite = weighted(sites.map(({ share }) => share));
  const sitesOf = towns.map((_, town) => sites.filter((site) => site.town === town));
  const burstTown = Array.from({ length: BURSTS }, () => drawTown(random));
  const roads = Array.from({ length: ROADS }, () => {
    const [from, to] = [towns[drawTown(random)]!, towns[Math.floor(random() * TOWNS)]!];
    const bend = around({ lng: (from.lng + to.lng) / 2, lat: (from.lat + to.lat) / 2, accuracyM: 0 }, 4000, 0);
    return [from, bend, to] as const;
  });

  /** `burst`: its number, or -1 for none. */
  function draw(burst: number): Place {
    const town = burst >= 0 && random() < 0.8 ? burstTown[burst]! : -1;
    const way = WAYS[drawWay(random)]!;
    if (way === 'site') {
      const from =
        town < 0 ? sites[drawSite(random)]! : sitesOf[town]![Math.floor(sitesOf[town]!.length * random() ** 2)]!;
      return { lng: from.lng, lat: from.lat, accuracyM: from.accuracyM };
    }
    if (way === 'town' || town >= 0) {
      const from = towns[town < 0 ? drawTown(random) : town]!;
      return around(from, from.spreadM, 500);
    }
    if (way === 'country') return anywhere();
    const road = roads[Math.floor(random() * ROADS)]!;
    const along = 2 * random();
    const [from, to] = along < 1 ? [road[0], road[1]] : [road[1], road[2]];
    const part = along % 1;
    return around(
      { lng: from.lng + part * (to.lng - from.lng), lat: from.lat + part * (to.lat - from.lat), accuracyM: 0 },
      40,
      200
    );
  }

  return { draw };
}
