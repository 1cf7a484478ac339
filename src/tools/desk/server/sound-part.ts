import { isLeftForLater, type Draft } from '../draft.ts';
import type { DraftProblem } from '../files/check-draft.ts';

/** What stands for a text of the article that is not written yet. */
const PLACEHOLDER = '…';
const TEXTS = ['title', 'publisherBasis', 'translation', 'original', 'reliability'] as const;

/** A proposal is shown as it is, and a text that is not translated in English. */
const isShownAllTheSame = (problem: DraftProblem) => problem.rule === 'D01' || isLeftForLater(problem);
const MOST_ROUNDS = 4;

/**
 * What of an unfinished draft breaks no rule, and so can be shown: claims that do are left out, with what rests on them,
 * and published things are shown as they are published where their changes do.
 * `null` where nothing of it is sound, the article itself for instance. `check`: the rules.
 */
export function soundPart(draft: Draft, check: (draft: Draft) => readonly DraftProblem[]): Draft | null {
  let part = withPlaceholders(draft);
  for (let round = 0; round < MOST_ROUNDS && part.claims.length > 0; round++) {
    const wrong = check(part).filter((problem) => problem.severity === 'error' && !isShownAllTheSame(problem));
    if (wrong.length === 0) return part;
    const asPublished = withoutChanges(part, wrong);
    if (asPublished !== part) {
      part = asPublished;
      continue;
    }
    const bad = new Set(wrong.flatMap((problem) => claimsIn(problem, part)));
    if (bad.size === 0) return null;
    part = withoutClaims(part, bad);
  }
  return null;
}

function withPlaceholders(draft: Draft): Draft {
  const { article } = draft;
  const texts = Object.fromEntries(TEXTS.map((key) => [key, article[key]?.trim() ? article[key] : PLACEHOLDER]));
  const { published } = article;
  return {
    ...draft,
    article: {
      ...article,
      ...texts,
      ...(published && { published: { ...published, basis: published.basis.trim() || PLACEHOLDER } })
    },
    text: {
      ...draft.text,
      excluded: draft.text.excluded.map((each) => ({ ...each, why: each.why.trim() || PLACEHOLDER }))
    }
  };
}

/** The claims for which a problem stands: its own, those of a join, an event or a relation. */
function claimsIn({ of }: DraftProblem, { joins, relations }: Draft): string[] {
  const [kind, key] = of.split('/') as [string, string | undefined];
  if (kind === 'claims') return [key!];
  if (kind === 'joins') return joins[Number(key)] ? [joins[Number(key)]!.claim] : [];
  if (kind === 'events') return joins.filter(({ event }) => event === key).map(({ claim }) => claim);
  if (kind === 'relations') {
    const relation = relations[Number(key)];
    return relation ? [...relation.claims, ...relation.with] : [];
  }
  return [];
}

/** The draft without the changes of published things for which a problem stands; the same where there is none. */
function withoutChanges(draft: Draft, wrong: readonly DraftProblem[]): Draft {
  const isBad = (list: string, id: string) => wrong.some(({ of }) => of === `${list}/${id}`);
  const changedEvents = draft.changedEvents.filter(({ was }) => !isBad('events', was.id));
  const changedRelations = draft.changedRelations.filter(({ was }) => !isBad('relations', was.id));
  const isSame =
    changedEvents.length === draft.changedEvents.length && changedRelations.length === draft.changedRelations.length;
  return isSame ? draft : { ...draft, changedEvents, changedRelations };
}

function withoutClaims(draft: Draft, bad: ReadonlySet<string>): Draft {
  const joins = draft.joins.filter(({ claim }) => !bad.has(claim));
  const events = new Set(joins.map(({ event }) => event));
  return {
    ...draft,
    claims: draft.claims.filter(({ key }) => !bad.has(key)),
    joins,
    events: draft.events.filter(({ id }) => events.has(id)),
    relations: draft.relations.filter((one) => ![...one.claims, ...one.with].some((key) => bad.has(key)))
  };
}
