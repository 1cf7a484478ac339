import { isRow, type TextLocator } from '../../../lib/model/dataset.ts';
import type { AuthoredArticle, AuthoredClaim, Geodata } from '../../../lib/server/geodata/authored.ts';
import { emptyDraft, type Draft, type Passage } from '../draft.ts';
import { passageOf } from '../files/passages.ts';
import { knownOf } from './known-of.ts';
import { proposeClaim, type Proposal } from './propose-claim.ts';

export type ArticleToEvaluate = { article: AuthoredArticle; text: string };

/**
 * One field. `found` of the `curated` entries were proposed, and `right` of the `proposed` ones were curated in some claim
 * of their passage: most passages hold several claims, and a passage is proposed for once.
 */
export type Score = {
  field: string;
  curated: number;
  found: number;
  proposed: number;
  right: number;
  /** Claims with what was not proposed, and passages (by their first claim) with what was not curated. */
  missed: string[];
  extra: string[];
};

type Field = {
  name: string;
  curatedIn: (claim: AuthoredClaim) => string[];
  proposedIn: (proposal: Proposal) => string[];
};

type Figures = Partial<Pick<AuthoredClaim, 'quantities'>>;
const values = ({ quantities = [] }: Figures): string[] =>
  quantities.map(({ measure, value, party = '' }) => [measure, value ?? 'no figure', party].join(' ').trim());
const bounds = ({ quantities = [] }: Figures): string[] =>
  quantities.map(
    (one) => `${one.measure} ${one.value ?? 'no figure'} ${one.bound} [${one.lower ?? ''}, ${one.upper ?? ''}]`
  );
const statuses = ({ quantities = [] }: Figures): string[] =>
  quantities.flatMap(({ measure, value, status }) => (status ? [`${measure} ${value ?? 'no figure'} ${status}`] : []));

const FIELDS: Field[] = [
  { name: 'value (measure, number, party)', curatedIn: values, proposedIn: ({ fields }) => values(fields) },
  { name: 'bound (with lower and upper)', curatedIn: bounds, proposedIn: ({ fields }) => bounds(fields) },
  { name: 'status of troops', curatedIn: statuses, proposedIn: ({ fields }) => statuses(fields) },
  {
    name: 'place (with precision)',
    curatedIn: ({ places }) => places.map(({ ref, precision }) => `${ref} ${precision}`),
    proposedIn: ({ fields }) => (fields.places ?? []).map(({ ref, precision }) => `${ref} ${precision}`)
  },
  {
    name: 'date, first reading',
    curatedIn: ({ date }) => [date.edtf],
    proposedIn: ({ fields }) => (fields.date ? [fields.date.edtf] : [])
  },
  {
    name: 'date, any reading offered',
    curatedIn: ({ date }) => [date.edtf],
    proposedIn: ({ fields, otherDates }) =>
      [...(fields.date ? [fields.date] : []), ...otherDates.map(({ date }) => date)].map(({ edtf }) => edtf)
  },
  {
    name: 'said on',
    curatedIn: ({ saidOn }) => [saidOn],
    proposedIn: ({ fields }) => (fields.saidOn ? [fields.saidOn] : [])
  },
  {
    name: 'voice',
    curatedIn: ({ voice }) => [voice],
    proposedIn: ({ fields }) => (fields.voice ? [fields.voice] : [])
  },
  {
    name: 'speaker',
    curatedIn: ({ attribution }) =>
      attribution
        .filter(({ role }) => role === 'speaker')
        .slice(0, 1)
        .map(({ agent }) => agent),
    proposedIn: ({ fields }) =>
      (fields.attribution ?? []).filter(({ role }) => role === 'speaker').map(({ agent }) => agent)
  },
  {
    name: 'modality',
    curatedIn: ({ modality }) => [modality],
    proposedIn: ({ fields }) => (fields.modality ? [fields.modality] : [])
  },
  {
    name: 'topic',
    curatedIn: ({ topic }) => [topic],
    proposedIn: ({ fields }) => (fields.topic ? [fields.topic] : [])
  },
  {
    name: 'topic, any offered',
    curatedIn: ({ topic }) => [topic],
    proposedIn: ({ fields, otherTopics }) => [
      ...(fields.topic ? [fields.topic] : []),
      ...otherTopics.map(({ value }) => value)
    ]
  }
];

/** What is proposed for the passages of the claims, each article taken in as if the data did not hold it. */
export function evaluateProposals(data: Geodata, articles: readonly ArticleToEvaluate[]): Score[] {
  const proposals = articles.flatMap(({ article, text }) => {
    const known = knownOf(withoutArticle(data, article.id), draftOf(article));
    return [...passagesOf(article)].map((claims) => ({
      claims,
      proposal: proposeClaim(text, passageOfClaim(claims[0]!, text), article, known)
    }));
  });
  return FIELDS.map(({ name, curatedIn, proposedIn }) => {
    const score: Score = { field: name, curated: 0, found: 0, proposed: 0, right: 0, missed: [], extra: [] };
    for (const { claims, proposal } of proposals) {
      const offered = proposedIn(proposal);
      const curated = claims.flatMap((claim) => curatedIn(claim).map((entry) => ({ entry, id: claim.id })));
      const missed = curated.filter(({ entry }) => !offered.includes(entry));
      const extra = offered.filter((entry) => !curated.some((one) => one.entry === entry));
      score.curated += curated.length;
      score.found += curated.length - missed.length;
      score.proposed += offered.length;
      score.right += offered.length - extra.length;
      score.missed.push(
        ...missed.map(
          ({ entry, id }) => `${id}: ${entry}${offered.length > 0 ? ` (offered: ${offered.join('; ')})` : ''}`
        )
      );
      score.extra.push(...extra.map((entry) => `${claims[0]!.id}: ${entry}`));
    }
    return score;
  });
}

/** Claims that share a passage: it is selected once. */
function passagesOf({ claims }: AuthoredArticle): Iterable<AuthoredClaim[]> {
  const groups = new Map<string, AuthoredClaim[]>();
  for (const claim of claims) {
    if (isRow(claim.locator)) continue;
    const { charStart, charEnd } = claim.locator;
    const key = `${charStart} ${charEnd}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return groups.values();
}

function passageOfClaim({ locator }: AuthoredClaim, text: string): Passage {
  const { charStart, charEnd } = locator as TextLocator;
  return passageOf(text, charStart, charEnd);
}

function draftOf(article: AuthoredArticle): Draft {
  const { text, claims: _claims, ...bibliography } = article;
  if (text === undefined) throw new Error(`${article.id} has no text: its claims are rows of a table`);
  return emptyDraft(article.id, bibliography, text);
}

/**
 * The data before an article was taken in: without its claims, their joins and relations, and the events that rest on it
 * alone. Places, agents and codes stay: an editor adds them before the claims that need them.
 */
export function withoutArticle(data: Geodata, id: string): Geodata {
  const isOwn = new Set(data.claims.filter(({ article }) => article.item.id === id).map(({ item }) => item.id));
  const kept = (ids: readonly string[]): string[] => ids.filter((claim) => !isOwn.has(claim));
  const events = data.events.map((entry) => {
    const { item } = entry;
    const claims = item.claims.filter((claim) => !isOwn.has(claim.id));
    return { ...entry, item: { ...item, claims, labels: item.labels.filter(({ claim }) => !isOwn.has(claim)) } };
  });
  return {
    ...data,
    articles: data.articles.filter(({ item }) => item.id !== id),
    claims: data.claims.filter(({ item }) => !isOwn.has(item.id)),
    events: events.filter(({ item }) => item.claims.length > 0),
    relations: data.relations.filter(
      ({ item }) => kept([...item.claims, ...item.with]).length === item.claims.length + item.with.length
    )
  };
}

const share = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)} %`);

/** A table of all fields, then what was missed and what was proposed beside it, by claim. */
export function formatScores(scores: readonly Score[]): string {
  const rows = scores.map(({ field, curated, found, proposed, right }) =>
    [
      field.padEnd(32),
      `${share(found, curated)} (${found}/${curated})`.padEnd(18),
      `${share(right, proposed)} (${right}/${proposed})`
    ].join('')
  );
  const head = ['field'.padEnd(32), 'recall'.padEnd(18), 'precision'].join('');
  const lists = scores.flatMap(({ field, missed, extra }) => [
    `\n${field}: ${missed.length} missed, ${extra.length} beside what was curated`,
    ...missed.map((line) => `  - ${line}`),
    ...extra.map((line) => `  + ${line}`)
  ]);
  return [head, ...rows, ...lists].join('\n');
}
