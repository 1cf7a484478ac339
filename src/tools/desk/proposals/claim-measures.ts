import type { Known } from './known.ts';
import { GENERIC, sameAs } from './vocabulary.ts';
import { stemOf, wordsIn, type Word } from './words.ts';

export type MeasureMatch = { id: string; unit: string; score: number; missing: number; why: string };

/** Measures that the program counts by other signs than their names. */
const BY_SIGNS = ['killed', 'injured'];

/**
 * The measure whose name shares most words with a stretch of text, half of its own at least, and whose figures are
 * counted in one of the units. Measures of troop levels are told by other signs, unless `among` names them.
 */
export function bestMeasure(
  known: Known,
  words: readonly Word[],
  units: readonly string[],
  among?: readonly string[]
): MeasureMatch | null {
  const stems = new Map(words.map(({ folded, written }) => [stemOf(folded), written]));
  const troops = known.troops?.measures;
  const bySigns = [...BY_SIGNS, ...(troops ? [troops.total, troops.contributors, troops.increment, troops.alert] : [])];
  // Soldiers are no vehicles.
  if (units.some((unit) => unit === 'troops' || unit === 'persons')) bySigns.push(...(troops?.equipment ?? []));
  const candidates = known.codes.measures.filter(({ id }) => (among ? among.includes(id) : !bySigns.includes(id)));
  const matches = candidates.flatMap(({ id, label }): MeasureMatch[] => {
    const unit = unitOf(known, id, label, units);
    if (unit === null) return [];
    const own = wordsIn(label).filter(({ folded }) => !GENERIC.test(folded));
    const shared = own.flatMap(({ folded }) =>
      sameAs(folded)
        .flatMap((word) => stems.get(stemOf(word)) ?? [])
        .slice(0, 1)
    );
    if (shared.length === 0 || shared.length * 2 < own.length) return [];
    const why = `“${shared.join('”, “')}”: ${label}`;
    return [{ id, unit, score: shared.length, missing: own.length - shared.length, why }];
  });
  return matches.sort((a, b) => b.score - a.score || a.missing - b.missing)[0] ?? null;
}

/** The unit that a measure is counted in: that of its figures so far; of a new one, any that its name allows. */
function unitOf(known: Known, id: string, label: string, units: readonly string[]): string | null {
  const used = new Set(
    known.claims.flatMap(({ quantities = [] }) =>
      quantities.filter(({ measure }) => measure === id).map(({ unit }) => unit)
    )
  );
  if (used.size > 0) return units.find((unit) => used.has(unit)) ?? null;
  const isFactor = /multiplied|factor|times/i.test(label);
  const isDuration = /\b(?:length|duration|period)\b/i.test(label);
  return (
    units.find((unit) => {
      if (unit === 'ratio') return isFactor;
      if (unit === 'ambiguous') return isFactor || /\bchange\b/i.test(label);
      if (/^(?:years|months|weeks|days|hours|minutes)$/.test(unit)) return isDuration;
      if (isFactor || isDuration) return false;
      return unit !== 'count' || units.length === 1 || !units.some((other) => other !== 'count');
    }) ?? null
  );
}
