import type { Quantity } from '../../../lib/model/dataset.ts';
import { dateOf } from '../../../lib/server/geodata/edtf.ts';
import { mayOverlap } from '../../../lib/model/time.ts';
import type { Because } from './claim-sources.ts';
import type { Known, KnownClaim } from './known.ts';
import type { PassageContext } from './passage-context.ts';
import { GENERIC } from './vocabulary.ts';
import { stemOf, wordsIn } from './words.ts';

/** `topic`: what the text has evidence for, if anything; `others`: what it may be as well, the likeliest first. */
export type ProposedTopics = { topic: Because<string> | null; others: Because<string>[] };

/** How many are offered in all. */
const MOST = 4;
const MOST_ALIKE = 5;

/**
 * The topic of claims with the same measure at the same time, or the one whose name stands in the passage. Others are
 * those of claims in like words: too often wrong to be proposed, but a short list to choose from.
 */
export function proposeTopics(
  context: PassageContext,
  quantities: readonly Quantity[],
  edtf: string | undefined
): ProposedTopics {
  const { known } = context;
  const counted = byMeasure(known, quantities, edtf);
  const words = wordsOf(context);
  const { sum, claims } = weightsOf(known);
  const named = byName(known, words, sum);
  const [first, second] = named;
  const best = first && (first.shared !== second?.shared || first.weight !== second.weight) ? first : null;
  const topic = counted.length === 1 ? counted[0]! : best;
  const all = [...(topic ? [topic] : []), ...counted, ...named, ...byWords(claims, words, sum)];
  const ranked = all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
  const others = ranked.filter((one) => one !== topic).slice(0, MOST - (topic ? 1 : 0));
  return {
    topic: topic && { value: topic.value, why: topic.why },
    others: others.map(({ value, why }) => ({ value, why }))
  };
}

/** The words of the passage by their stems, and those of the names of agents that it calls otherwise. */
function wordsOf({ passage, known }: PassageContext): Map<string, string> {
  const named = passage.agents.map(({ id }) => known.agents.find((agent) => agent.id === id)?.name ?? '');
  return new Map(
    [...named, passage.text].flatMap((text) => wordsIn(text).map(({ folded, written }) => [stemOf(folded), written]))
  );
}

type Weight = (words: readonly string[]) => number;

/** The claims with their words, and what words weigh together: the more, the fewer claims have them. */
function weightsOf({ claims: all }: Known): { claims: Map<KnownClaim, string[]>; sum: Weight } {
  const claims = new Map(
    all.filter(({ topic, what }) => topic !== undefined && what !== undefined).map((claim) => [claim, stemsOf(claim)])
  );
  const counts = new Map<string, number>();
  for (const words of claims.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log((claims.size + 1) / (counts.get(word) ?? 1)) ** 2;
  return { claims, sum: (words) => words.reduce((total, word) => total + weight(word), 0) };
}

/** Topics of claims with one of the measures, at a time that may be the same. */
function byMeasure(known: Known, quantities: readonly Quantity[], edtf: string | undefined): Because<string>[] {
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
  return [...new Set(alike.map(({ topic }) => topic!))].map((value) => ({
    value,
    why: `claims with the same measure at this time, such as ${alike.find(({ topic }) => topic === value)!.id}`
  }));
}

/** Topics all words of whose names stand in the passage, those with most words first, and rare ones before common ones. */
function byName({ codes }: Known, stems: ReadonlyMap<string, string>, sum: Weight) {
  const named = codes.topics.flatMap(({ id, label }) => {
    const words = wordsIn(label).filter(({ folded }) => !GENERIC.test(folded));
    const own = words.map(({ folded }) => stemOf(folded));
    const shared = own.flatMap((stem) => stems.get(stem) ?? []);
    if (words.length === 0 || shared.length < words.length) return [];
    const why = `“${shared.join('”, “')}” in the passage`;
    return [{ value: id, why, shared: shared.length, weight: sum(own) }];
  });
  return named.sort((a, b) => b.shared - a.shared || b.weight - a.weight);
}

/** Topics of the claims whose sentences have most in common with the passage. */
function byWords(
  claims: ReadonlyMap<KnownClaim, string[]>,
  stems: ReadonlyMap<string, string>,
  sum: Weight
): Because<string>[] {
  const alike = [...claims].flatMap(([claim, words]) => {
    const shared = words.filter((word) => stems.has(word));
    return shared.length === 0 ? [] : [{ claim, shared, score: sum(shared) / Math.sqrt(sum(words)) }];
  });
  const nearest = alike.sort((a, b) => b.score - a.score).slice(0, MOST_ALIKE);
  const scores = new Map<string, number>();
  for (const { claim, score } of nearest) scores.set(claim.topic!, (scores.get(claim.topic!) ?? 0) + score);
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .map(([value]) => {
      const { claim, shared } = nearest.find((one) => one.claim.topic === value)!;
      return { value, why: `${claim.id} is in like words: “${shared.map((word) => stems.get(word)).join('”, “')}”` };
    });
}

function stemsOf({ what }: KnownClaim): string[] {
  const words = wordsIn(what!).filter(({ folded }) => folded.length > 2 && !GENERIC.test(folded));
  return [...new Set(words.map(({ folded }) => stemOf(folded)))];
}
