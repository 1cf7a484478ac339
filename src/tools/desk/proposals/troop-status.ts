import type { TroopStatus } from '../../../lib/model/dataset.ts';

/**
 * Words of a sentence, and the rung of the ladder that they put a figure on. What is only talked about comes first. What is
 * on alert is on no rung: it has a measure of its own.
 */
const RUNGS: [TroopStatus, RegExp][] = [
  [
    'under_review',
    /\b(?:possibility of|considering|under consideration|under review|reviewing|weighing|whether (?:this|to|we|there|it)|talks are under ?way|may (?:send|deploy|increase)|could (?:send|deploy))\b/i
  ],
  ['withdrawn', /\b(?:withdr[ae]w\w*|pull(?:ed|ing)? out|returned home|left the (?:country|mission))\b/i],
  ['authorised', /\b(?:authori[sz]\w+|approv\w+|permission|green ?light|go-ahead)\b/i],
  [
    'decided',
    /\b(?:decid\w+|decision|announc\w+|(?:will|would) (?:be )?(?:introduc|send|sent|deploy|add|reinforc|strengthen|increas)\w*|to be (?:sent|deployed)|orders?|ordered)\b/i
  ],
  ['arriving', /\b(?:arriv\w+|reach(?:ed|es)|on (?:the|its|their) way|en route)\b/i],
  ['sent', /\b(?:sen[dt]s?|sending|dispatch\w+)\b/i],
  [
    'deployed',
    /\b(?:deployed|added(?! that)|strengthened|reinforced|increased|increasing|stationed|in place|bolstered|boosted)\b/i
  ]
];

/** What parts a sentence into statements that may be on different rungs. */
const PARTS = /;|\b(?:but|while|whereas)\b|, and (?=(?:that|it|they|he|she|we|another)\b)/gi;

/** How far a reinforcement had come, by the words of its part of a sentence; `null` where none says it. */
export function statusIn(sentence: string, at: number): { status: TroopStatus; why: string } | null {
  const cuts = [0, ...[...sentence.matchAll(PARTS)].map(({ index }) => index), sentence.length];
  const end = cuts.findIndex((place) => place > at);
  const part = end < 1 ? sentence : sentence.slice(cuts[end - 1], cuts[end]);
  for (const [status, words] of RUNGS) {
    const said = words.exec(part)?.[0];
    if (said !== undefined) return { status, why: `“${said}”` };
  }
  return null;
}
