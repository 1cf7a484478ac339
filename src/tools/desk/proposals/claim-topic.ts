import type { Quantity } from '../../../lib/model/dataset.ts';
import { dateOf } from '../../../lib/server/geodata/edtf.ts';
import { mayOverlap } from '../../../lib/model/time.ts';
import type { Because } from './claim-sources.ts';
import type { Known } from './known.ts';
import { GENERIC } from './vocabulary.ts';
import { stemOf, wordsIn } from './words.ts';

/** The topic of claims with the same measure at the same time, or the one whose name stands in the passage. */
export function topicOf(
  known: Known,
  passage: string,
  quantities: readonly Quantity[],
  edtf: string | undefined
): Because<string> | null {
  const topics = new Map(known.codes.topics.map(({ id, label }) => [id, label]));
  const date = edtf === undefined ? null : dateOf(edtf);
  const alike = known.claims.filter((claim) => {
    const other = claim.date ? dateOf(claim.date.edtf) : null;
    const sameTime = date === null || other === null || mayOverlap(date, other);
    return (
      sameTime &&
      claim.topic !== undefined &&
      claim.quantities?.some(({ measure }) => quantities.some((own) => own.measure === measure))
    );
  });
  const ids = new Set(alike.map(({ topic }) => topic!));
  if (ids.size === 1)
    return { value: [...ids][0]!, why: `claims with the same measure at this time, such as ${alike[0]!.id}` };
  const stems = new Map(wordsIn(passage).map(({ folded, written }) => [stemOf(folded), written]));
  const named = [...topics].flatMap(([id, label]) => {
    const words = wordsIn(label).filter(({ folded }) => !GENERIC.test(folded));
    const shared = words.flatMap(({ folded }) => stems.get(stemOf(folded)) ?? []);
    return words.length > 0 && shared.length === words.length ? [{ id, shared }] : [];
  });
  const [best, next] = named.sort((a, b) => b.shared.length - a.shared.length);
  return best && best.shared.length !== next?.shared.length
    ? { value: best.id, why: `“${best.shared.join('”, “')}” in the passage` }
    : null;
}
