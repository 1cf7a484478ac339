import type { Draft, DraftClaim, EventChange, RelationChange } from '../../../../src/tools/desk/draft.ts';
import { freeId } from '../../../../src/tools/data-folder/slug.ts';
import { passageAt } from '../../../../src/tools/desk/files/passages.ts';

/** What an editor does to a draft, at random, sensible or not. Each edit is one that the desk’s page can make. */
export type RandomEdit = (draft: Draft, random: Random) => void;
export type Random = () => number;

/** `published`: events and relations as they are, which may be changed. */
type Known = {
  events: string[];
  claims: string[];
  text: string;
  published: { events: EventChange['was'][]; relations: RelationChange['was'][] };
};

const below = (random: Random, end: number) => Math.floor(random() * end);
const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[below(random, from.length)];

/** Words that are hard on files: quotes, backslashes, letters beyond 16 bits, nothing, much. */
const WORDS = [
  'A plain sentence.',
  '',
  'Says “so” \\ "so"',
  'Скопље – 𝔸 🚢',
  '{ "id": "x" },',
  'x'.repeat(200),
  '__proto__'
];

export function randomEdits(known: Known): Record<string, RandomEdit> {
  const passage = (random: Random) => {
    const start = below(random, known.text.length);
    return passageAt(known.text, start, start + 5 + below(random, 80)) ?? passageAt(known.text, 0, 5)!;
  };
  const someClaim = (draft: Draft, random: Random) =>
    pick(random, [...draft.claims.map(({ key }) => key), ...known.claims]);
  const someEvent = (draft: Draft, random: Random) =>
    pick(random, [...draft.events.map(({ id }) => id), ...known.events]);
  return {
    'add a claim': (draft, random) => {
      const like = pick(random, draft.claims)?.fields ?? {};
      const numbers = draft.claims.map(({ key }) => Number(/^c(\d+)$/.exec(key)?.[1] ?? 0));
      const key = `c${Math.max(0, ...numbers) + 1}`;
      const claim: DraftClaim = { key, passage: passage(random), fields: structuredClone(like), confirmed: [] };
      draft.claims.push(claim);
    },
    'remove a claim': (draft, random) => void draft.claims.splice(below(random, draft.claims.length), 1),
    'resize a passage': (draft, random) => {
      const claim = pick(random, draft.claims);
      if (claim) claim.passage = passage(random);
    },
    'write a sentence': (draft, random) => {
      const claim = pick(random, draft.claims);
      if (claim) claim.fields.what = pick(random, WORDS)!;
    },
    'empty a field': (draft, random) => {
      const claim = pick(random, draft.claims);
      const field = pick(random, Object.keys(claim?.fields ?? {}));
      if (claim && field) delete claim.fields[field as keyof DraftClaim['fields']];
    },
    'write a note': (draft, random) => {
      const claim = pick(random, draft.claims);
      if (claim) claim.fields.note = pick(random, WORDS)!;
    },
    join: (draft, random) => {
      const [event, claim] = [someEvent(draft, random), someClaim(draft, random)];
      if (event === undefined || claim === undefined) return;
      if (draft.joins.some((join) => join.event === event && join.claim === claim)) return;
      const role = pick(random, ['about', 'said', 'context', undefined] as const);
      draft.joins.push({ event, claim, ...(role && { role }) });
    },
    unjoin: (draft, random) => void draft.joins.splice(below(random, draft.joins.length), 1),
    'new event': (draft, random) => {
      const title = pick(random, WORDS)!;
      draft.events.push({
        id: freeId(title, [...known.events, ...draft.events.map(({ id }) => id)]),
        kind: 'visit_meeting',
        title,
        date: { edtf: '2031-05-15', basis: '“Thursday”' },
        extent: 'within',
        places: [],
        labels: []
      });
    },
    'new agent': (draft, random) => {
      const name = pick(random, WORDS)!;
      const kind = pick(random, ['person', 'outlet', 'crowd'])!;
      draft.agents.push({
        id: freeId(
          name,
          draft.agents.map(({ id }) => id)
        ),
        name,
        kind
      });
    },
    'new place': (draft, random) => {
      const id = freeId(
        'mill',
        draft.sites.map(({ properties }) => properties.id)
      );
      const like = draft.sites[0];
      if (!like) return;
      const geometry = { type: 'Point' as const, coordinates: [10 + random(), 54 + random()] as [number, number] };
      draft.sites.push({ ...like, properties: { ...like.properties, id }, geometry });
    },
    'new code': (draft, random) => {
      const id = freeId(
        'topic',
        (draft.codes.topics ?? []).map((code) => code.id)
      );
      draft.codes = { ...draft.codes, topics: [...(draft.codes.topics ?? []), { id, label: pick(random, WORDS)! }] };
    },
    'new relation': (draft, random) => {
      const [one, other] = [someClaim(draft, random), someClaim(draft, random)];
      if (one === undefined || other === undefined) return;
      const words = { why: pick(random, WORDS)!, show: pick(random, WORDS)! };
      draft.relations.push({ type: 'same_claim', claims: [one], with: [other], ...words });
    },
    'change a published event': (draft, random) => {
      const was = pick(random, known.published.events)!;
      const now = draft.changedEvents.find((change) => change.was.id === was.id)?.now ?? structuredClone(was);
      pick(random, [
        () => (now.title = pick(random, WORDS)!),
        () => (now.date.basis = pick(random, WORDS)!),
        () => (now.note = pick(random, [...WORDS, undefined])),
        () => now.places.splice(below(random, now.places.length), 1),
        () => now.places.push({ ref: `old-mill-${now.places.length}`, basis: 'inferred', precision: 'named_building' }),
        () => now.labels.push({ claim: someClaim(draft, random) ?? '', term: pick(random, WORDS)! })
      ])!();
      if (!draft.changedEvents.some((change) => change.now === now)) draft.changedEvents.push({ was, now });
    },
    'change a published relation': (draft, random) => {
      const was = pick(random, known.published.relations)!;
      if (draft.changedRelations.some((change) => change.was.id === was.id)) return;
      const { id: _id, ...now } = structuredClone(was);
      if (random() < 0.7) now.show = pick(random, WORDS)!;
      else now.with.push(someClaim(draft, random) ?? '');
      draft.changedRelations.push({ was, now: random() < 0.3 ? null : now });
    },
    translate: (draft, random) => {
      const claim = pick(random, draft.claims);
      const path = pick(random, [
        `claims/${claim?.key}/what`,
        'relations/0/show',
        'events/mill-talks/title',
        'agents/bo-lind/name'
      ])!;
      draft.translations['sr-Latn'] = {
        ...draft.translations['sr-Latn'],
        [path]: { en: claim?.fields.what ?? '', text: pick(random, WORDS)! }
      };
    },
    'exclude lines': (draft, random) =>
      void draft.text.excluded.push({ from: 1 + below(random, 8), to: 1 + below(random, 8), why: pick(random, WORDS)! })
  };
}

/** Some edits, one after the other, with their names, so that a failure can be told. */
export function edit(draft: Draft, edits: Record<string, RandomEdit>, times: number, random: Random): string[] {
  return Array.from({ length: times }, () => {
    const name = pick(random, Object.keys(edits))!;
    edits[name]!(draft, random);
    return name;
  });
}
