import type { Quantity } from '../../../lib/model/dataset.ts';
import { mayOverlap } from '../../../lib/model/time.ts';
import { dateOf } from '../../../lib/server/geodata/edtf.ts';
import type { DraftClaim, DraftRelation } from '../draft.ts';
import type { Known, KnownClaim } from './known.ts';
import { subjectOf } from './nearby-events.ts';

/** A figure of a claim beside another one for the same thing, and the ways in which the two can bear on each other. */
export type Conflict = { with: string; line: string; choices: { label: string; relation: DraftRelation }[] };

/** What the other figure is to this one. `double`: two counts that may overlap. */
type Choice = 'revision' | 'framing' | 'double count' | 'different things';

/** The relation types for each choice, by their codes; the first that the data set has is written. */
const TYPES: Record<Choice, string[]> = {
  revision: ['contradicts_over_time'],
  framing: ['frames_differently'],
  'double count': ['possible_double_count'],
  'different things': ['partial_overlap', 'adds', 'unit_semantics']
};

const LABELS: Record<Choice, string> = {
  revision: 'The same, revised: one figure is later',
  framing: 'The same, told in other words',
  'double count': 'One may include the other',
  'different things': 'They count different things'
};

/**
 * Claims that give another figure for the same measure, unit and party, for the same event, or at a time and place that
 * may be the same where one of them states no event (as rule V25). Those that a relation ties already are left out, as are totals of one flow.
 */
export function conflictsOf(claim: DraftClaim, known: Known): Conflict[] {
  const own = claim.fields.quantities ?? [];
  return known.claims.flatMap((other): Conflict[] => {
    if (other.id === claim.key || isTied(claim.key, other.id, known)) return [];
    const pairs = own.flatMap((one) =>
      (other.quantities ?? [])
        .filter((each) => isSame(one, each) && differ(one, each))
        .map((each) => [one, each] as const)
    );
    const [pair] = pairs;
    if (pair === undefined || !mayBeSameThing(claim, other, known)) return [];
    return [conflictOf(claim, other, pair, known)];
  });
}

function conflictOf(
  claim: DraftClaim,
  other: KnownClaim,
  [own, their]: readonly [Quantity, Quantity],
  known: Known
): Conflict {
  const subject = subjectOf(own, known);
  const [here, there] = [figureText(own), figureText(their)];
  const choices = (Object.keys(TYPES) as Choice[]).flatMap((choice) => {
    const type = TYPES[choice].find((id) => known.codes.relations.some((relation) => relation.id === id));
    if (type === undefined) return [];
    const relation: DraftRelation = {
      type,
      ...inOrder(choice, claim, other),
      ...wordsFor(choice, subject, here, there)
    };
    return [{ label: LABELS[choice], relation }];
  });
  return { with: other.id, line: `${subject}: ${here} here, ${there} in “${other.what ?? other.id}”`, choices };
}

/** In a revision the earlier claim stands first. */
function inOrder(choice: Choice, claim: DraftClaim, other: KnownClaim): Pick<DraftRelation, 'claims' | 'with'> {
  const [own, their] = [claim.fields.saidOn, other.saidOn].map((said) => (said === undefined ? null : dateOf(said)));
  const isEarlier = choice === 'revision' && own && their && (own.latest ?? Infinity) < (their.latest ?? Infinity);
  return isEarlier ? { claims: [claim.key], with: [other.id] } : { claims: [other.id], with: [claim.key] };
}

/** A first wording, for the editor to complete. It never adds figures up. */
function wordsFor(choice: Choice, subject: string, here: string, there: string): Pick<DraftRelation, 'why' | 'show'> {
  const both = `${subject}: ${there} in one article, ${here} in another`;
  switch (choice) {
    case 'revision':
      return {
        why: `${both}, which is later.`,
        show: `${there}, then ${here}: a later revision. Both are shown; they are never averaged or added up.`
      };
    case 'framing':
      return {
        why: `${both}. They tell the same in different words.`,
        show: `The same, framed differently. Each source’s word is shown with its source.`
      };
    case 'double count':
      return {
        why: `${both}. One may include the other; no article says so.`,
        show: `${there} and ${here} are never added together: both readings are shown.`
      };
    case 'different things':
      return {
        why: `${both}. They do not count the same.`,
        show: `${there} and ${here} stand side by side: they do not count the same.`
      };
  }
}

const BEFORE: Partial<Record<Quantity['bound'], string>> = {
  approximately: 'about ',
  more_than: 'more than ',
  at_least: 'at least ',
  less_than: 'less than ',
  at_most: 'at most ',
  almost: 'almost ',
  just_over: 'just over '
};

/** `more than 4,500`. */
function figureText({ bound, value }: Quantity): string {
  return `${BEFORE[bound] ?? ''}${value?.toLocaleString('en') ?? 'no figure'}`;
}

/** As rule V25 asks: what must be declared is what is offered. */
function isSame(a: Quantity, b: Quantity): boolean {
  return (['measure', 'unit', 'party', 'severity', 'component'] as const).every((key) => a[key] === b[key]);
}

function differ(a: Quantity, b: Quantity): boolean {
  return a.value !== null && b.value !== null && a.value !== b.value;
}

function sameTime({ fields }: DraftClaim, other: KnownClaim): boolean {
  const [a, b] = [fields.date, other.date].map((date) => (date ? dateOf(date.edtf) : null));
  return a != null && b != null && mayOverlap(a, b);
}

/** One event, where both state events; otherwise what may be at one time and one place. */
function mayBeSameThing(claim: DraftClaim, other: KnownClaim, known: Known): boolean {
  const [own, theirs] = [claim.key, other.id].map((id) => eventsOf(id, known));
  if (own!.some((event) => theirs!.includes(event))) return true;
  if (own!.length > 0 && theirs!.length > 0) return false;
  const [here, there] = [claim.fields.places ?? [], other.places ?? []].map((places) => places.map(({ ref }) => ref));
  const isPoint = (ref: string) => known.places.some(({ id, isArea }) => id === ref && !isArea);
  // An area may hold any place.
  const isApart =
    here!.length > 0 &&
    there!.length > 0 &&
    [...here!, ...there!].every(isPoint) &&
    !here!.some((ref) => there!.includes(ref));
  return !isApart && sameTime(claim, other);
}

/** The events that a claim states. */
function eventsOf(id: string, { events }: Known): string[] {
  return events
    .filter(({ claims }) => claims.some((claim) => claim.id === id && (claim.role ?? 'about') === 'about'))
    .map((event) => event.id);
}

function isTied(one: string, other: string, { relations, troops }: Known): boolean {
  const groups = [
    ...relations.map((relation) => [...relation.claims, ...relation.with]),
    ...(troops?.flows ?? []).map(({ claims }) => claims)
  ];
  return groups.some((ids) => ids.includes(one) && ids.includes(other));
}
