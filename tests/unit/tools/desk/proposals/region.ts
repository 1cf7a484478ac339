import { gatherFolder } from '../../../../../src/lib/server/geodata/validate.ts';
import { emptyDraft, type Draft, type Passage } from '../../../../../src/tools/desk/draft.ts';
import type { Known } from '../../../../../src/tools/desk/proposals/known.ts';
import { knownOf } from '../../../../../src/tools/desk/proposals/known-of.ts';
import { REGION } from '../../../server/geodata/fixture.ts';

const data = gatherFolder(REGION);

/** A draft of an article of Friday, 20 June 2031, on the invented island. */
export function draft(of: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft(
      'gazette-2031-06-20',
      { reported: { edtf: '2031-06-20', confidence: 'high' }, publisherAgent: 'gazette' },
      { file: 'gazette.txt', sha256: '', bytes: 1, excluded: [] }
    ),
    agents: [{ id: 'gazette', name: 'The Gazette', kind: 'outlet' }],
    ...of
  };
}

export const known = (of: Partial<Draft> = {}): Known => knownOf(data, draft(of));

/** A passage of a text, by its words. */
export function passage(text: string, words: string = text): Passage {
  const charStart = [...text.slice(0, text.indexOf(words))].length;
  return { charStart, charEnd: charStart + [...words].length, exact: words, prefix: '', suffix: '' };
}
