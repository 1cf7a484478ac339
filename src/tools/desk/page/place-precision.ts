import type { ClaimPlace, PlacePrecision } from '../../../lib/model/dataset.ts';
import type { KnownPlace } from '../proposals/known.ts';

const BY_KIND: Record<string, PlacePrecision> = {
  town: 'town',
  city: 'town',
  village: 'village',
  'admin2-set': 'admin2_set',
  region: 'region',
  supranational: 'supranational'
};

/** What the naming of a place as such gives: where it is a point, that point. */
export function precisionOf(
  place: Pick<KnownPlace, 'kind' | 'isArea' | 'offMap'>
): Pick<ClaimPlace, 'role' | 'precision'> {
  if (place.isArea) return { role: 'in', precision: BY_KIND[place.kind] ?? 'country' };
  if (place.offMap) return { role: 'at', precision: 'city_offmap' };
  const building = /building|headquarters|monastery|church|school|hospital/.test(place.kind);
  return { role: 'at', precision: BY_KIND[place.kind] ?? (building ? 'named_building' : 'named_point') };
}
