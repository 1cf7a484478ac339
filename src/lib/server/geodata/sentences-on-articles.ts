import type { Geodata } from './authored.ts';
import { sources } from './translation-gaps.ts';

/** A sentence counts articles, or says that none or only some have something. */
const COUNTS =
  'no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|both|only|single|another|others?|further';
const COUNTS_ARTICLES = new RegExp(
  `\\b(?:${COUNTS})(?: [\\p{L}’-]+){0,2} (?:articles?|sources?)\\b|\\barticles?(?: \\p{L}+){0,2} (?:only|alone|nothing|nowhere)\\b`,
  'iu'
);

/** `events`: those that it speaks of; `null` where it is about the data set as a whole. */
export type SentenceOnArticles = { key: string; text: string; events: string[] | null };

/** The sentences of the data set that count articles, or say that none has something: what a new article may make false. */
export function sentencesOnArticles(data: Geodata): SentenceOnArticles[] {
  const eventsOf = eventsByText(data);
  return [...(sources(data) ?? [])].flatMap(([key, text]) => {
    const [kind, id] = key.split('/') as [string, string];
    const sentences = text.split(/(?<=[.;])\s+/).filter((each) => COUNTS_ARTICLES.test(each));
    if (sentences.length === 0) return [];
    const events = kind === 'info' ? null : eventsOf(kind, id);
    return events?.length === 0 ? [] : sentences.map((sentence) => ({ key, text: sentence, events }));
  });
}

/** The events that a text is about: its own, those that a relation ties, those at a place. */
function eventsByText(data: Geodata): (kind: string, id: string) => string[] {
  const events = data.events.map(({ item }) => item);
  const relations = new Map(data.relations.map(({ item }) => [item.id, new Set([...item.claims, ...item.with])]));
  return (kind, id) => {
    const tied = relations.get(id);
    const isMeant: Record<string, (event: (typeof events)[number]) => boolean> = {
      events: (event) => event.id === id,
      relations: ({ claims }) => claims.some((claim) => tied?.has(claim.id)),
      sites: ({ places }) => places.some(({ ref }) => ref === id),
      areas: ({ places }) => places.some(({ ref }) => ref === id)
    };
    const test = isMeant[kind];
    return test ? events.filter(test).map((event) => event.id) : [];
  };
}
