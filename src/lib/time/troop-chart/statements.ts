import type { ExternalFact } from '../../model/dataset.ts';
import type { Strength } from './marks.ts';

/** The external facts that give the force's own strength. */
export const strengthsOf = (external: readonly ExternalFact[]): Strength[] =>
  external.filter((fact): fact is Strength => fact.strength !== undefined && fact.date !== null);
