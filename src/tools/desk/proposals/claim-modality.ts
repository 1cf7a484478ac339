import type { Modality } from '../../../lib/model/dataset.ts';
import type { Because } from './claim-sources.ts';

/** Words that tell what kind of statement a passage is; the first that fits counts. `spoken`: only where somebody says it. */
const SIGNS: { modality: Modality; words: RegExp; spoken?: true }[] = [
  { modality: 'condemnation', words: /\b(?:condemn\w*|deplor\w*|denounc\w*)\b/i },
  {
    modality: 'under_consideration',
    words:
      /\b(?:considering|reviewing|under (?:review|consideration)|possibility of|talks are under ?way|assess whether|weighing)\b/i
  },
  { modality: 'conditional', words: /\b(?:if (?:necessary|needed|required)|as needed|should the need)\b/i },
  {
    modality: 'decision',
    words: /\b(?:decided|has decided|have decided|decision to|authori[sz]ed|approved|received permission)\b/i
  },
  { modality: 'demand', words: /\b(?:demand\w*|urgent need)\b/i },
  {
    modality: 'appeal',
    words: /\b(?:call(?:s|ed|ing)? (?:on|upon|for)|we (?:also )?call|urg(?:e|es|ed|ing)|appeal(?:s|ed)?|must)\b/i
  },
  {
    modality: 'planned',
    words:
      /\b(?:is (?:expected|due|to (?:meet|visit|be held))|are (?:expected|due|to (?:meet|visit))|will (?:also )?(?:be (?:attended|held)|meet|visit|focus)|scheduled|expects a)\b/i
  },
  {
    modality: 'commitment',
    words: /\b(?:we will|will (?:continue|do everything|take)|commit(?:ment|ted)|pledg\w*|promis\w*)\b/i,
    spoken: true
  },
  {
    modality: 'assessment',
    words:
      /\b(?:most serious|could be|ready to|important|prudent|sets? .{1,30} back|is a crucial|the worst|considered)\b/i
  },
  {
    modality: 'position',
    words: /\b(?:would like|is against|was against|respects?|believes?|cannot be|has the right|any decision)\b/i,
    spoken: true
  }
];
const PAST = /\b(?:was|were|had|has|have|is|are|includes?|consists?|serves?|lives?)\b|\b\p{L}{2,}ed\b/u;

/** What kind of statement a passage is, by its words; a plain account in the outlet’s voice is a reported fact. */
export function modalityOf(passage: string, isSpoken: boolean): Because<Modality> | null {
  for (const { modality, words, spoken } of SIGNS) {
    const said = spoken && !isSpoken ? undefined : words.exec(passage)?.[0];
    if (said !== undefined) return { value: modality, why: `“${said}”` };
  }
  const verb = PAST.exec(passage)?.[0];
  return verb === undefined
    ? null
    : { value: 'reported_fact', why: `told as a fact: “${verb}”, and no word that says otherwise` };
}
