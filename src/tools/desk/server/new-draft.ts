import type { Agent } from '../../../lib/model/dataset.ts';
import { emptyDraft, type Draft } from '../draft.ts';

/**
 * The draft of an article of which only text, publisher and day are known. What is likely is filled in, for a person to see
 * in the form.
 */
export function newDraft(
  id: string,
  publisher: string,
  day: string,
  { sha256, bytes }: { sha256: string; bytes: number },
  agents: readonly Agent[]
): Draft {
  const agent = agents.find(({ name, kind }) => kind === 'outlet' && name.toLowerCase() === publisher.toLowerCase());
  return emptyDraft(
    id,
    {
      id,
      publisher,
      ...(agent && { publisherAgent: agent.id }),
      publisherConfidence: 'high',
      url: null,
      reported: { edtf: day, confidence: 'high' },
      published: { edtf: day, basis: '', confidence: 'high' },
      crawled: null,
      language: 'en'
    },
    { file: `${id}.txt`, sha256, bytes, excluded: [] }
  );
}
