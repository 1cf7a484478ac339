import type { Draft } from '../draft.ts';
import { slugOf } from '../page/slug.ts';
import type { Known } from '../proposals/known.ts';

type Taken = { sha256: string; bytes: number };

/** The draft of an article of which only text, publisher and day are known. Its id is made of the latter two. */
export function newDraft(
  publisher: string,
  day: string,
  { sha256, bytes }: Taken,
  taken: readonly string[],
  { agents, claims }: Pick<Known, 'agents' | 'claims'>
): Draft {
  const agent = agents.find(({ name, kind }) => kind === 'outlet' && name.toLowerCase() === publisher.toLowerCase());
  const word = agent?.id ?? slugOf(publisher, new Set()).replace(/-(news|the)$/, '');
  const id = slugOf(`${word}-${day}`, new Set([...taken, ...claims.map(({ article }) => article)]));
  return {
    format: 1,
    id,
    article: {
      id,
      publisher,
      ...(agent && { publisherAgent: agent.id }),
      url: null,
      reported: { edtf: day, confidence: 'high' },
      published: { edtf: day, basis: '', confidence: 'high' },
      crawled: null,
      publisherConfidence: 'high',
      language: 'en'
    },
    text: { file: `${id}.txt`, sha256, bytes, excluded: [] },
    claims: [],
    joins: [],
    events: [],
    relations: [],
    agents: [],
    origins: [],
    sites: [],
    areas: [],
    codes: {},
    translations: {}
  };
}
