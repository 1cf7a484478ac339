import type { Relation } from './dataset.ts';
import type { Figure } from './figures.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { reportedClaim, type ReportFilter } from './reports.ts';

const idsOf = ({ claims, with: others }: Relation) => [...claims, ...others];

/** Whether all claims of a relation count: else what it says would tell of a report that does not. */
export function relationReported(index: DatasetIndex, relation: Relation, filter: ReportFilter): boolean {
  return idsOf(relation).every((id) => reportedClaim(index, id, filter) !== null);
}

/** Relations that count between claims of a figure: they say why these differ. */
export function relationsOfFigure(index: DatasetIndex, figure: Figure, filter: ReportFilter): Relation[] {
  const ids = new Set(figure.statements.map(({ claim }) => claim.id));
  return index.dataset.relations.filter(
    (relation) => idsOf(relation).filter((id) => ids.has(id)).length > 1 && relationReported(index, relation, filter)
  );
}
