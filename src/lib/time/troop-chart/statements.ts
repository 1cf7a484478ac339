import type { ExternalFact } from '../../model/dataset.ts';
import type { Day } from '../../model/day.ts';
import { hardBounds, type DayWindow } from '../../model/time.ts';
import type { TroopTracks } from '../../model/troops.ts';
import type { Strength } from './marks.ts';

/** The external facts that give the force's own strength. */
export const strengthsOf = (external: readonly ExternalFact[]): Strength[] =>
  external.filter((fact): fact is Strength => fact.strength !== undefined && fact.date !== null);

/**
 * Days of the domain on which the state changes, those before them, and its ends: between them only the age of a total
 * grows.
 */
export function turningDays(tracks: TroopTracks, domain: DayWindow): Day[] {
  const changes = [
    domain.from,
    domain.to,
    ...tracks.stock.map(({ claim }) => hardBounds(claim.date).earliest),
    ...[...tracks.flows.flatMap(({ steps }) => steps), ...tracks.equipment].flatMap(({ reached }) => [
      reached.earliest,
      reached.latest
    ]),
    ...tracks.alerts.flatMap(({ from, to }) => [from, to, to + 1])
  ];
  return changes.flatMap((day) => [day - 1, day]).filter((day): day is Day => day >= domain.from && day <= domain.to);
}
