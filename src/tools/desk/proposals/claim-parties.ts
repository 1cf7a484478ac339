import type { Counted, SentenceWords } from './claim-quantities.ts';
import type { Known } from './known.ts';
import { agentsIn } from './agent-names.ts';
import { GENERIC, sameAs, TROOPS } from './vocabulary.ts';
import { stemOf, wordsIn, type Word } from './words.ts';

/** How far behind a figure a word may say whose people it counts: “three citizens of … nationality”. */
const REACH = 5;
/** Words of place in the name of a party only tell it from another one. */
const OF_PLACE = /^(?:north|south|east|west)(?:ern)?$/;

/** Whose people a figure counts, by the words of the party’s name in its noun phrase; the last of them counts most. */
export function partyOf(
  { known, text }: { known: Known; text?: string },
  own: SentenceWords,
  { from, after, noun }: Counted
): { id: string; why: string } | null {
  const reach = own.words.slice(from, after + REACH);
  const ends = reach.findIndex(
    (word, i) => i >= noun.length && /^(?:and|who|which|were|was|are|had|have|after|when)$/.test(word.folded)
  );
  const phrase = reach.slice(0, ends < 0 ? reach.length : ends);
  const matches = known.codes.parties.flatMap(({ id, label }) => {
    const words = wordsIn(label).filter(({ folded }) => !GENERIC.test(folded));
    const telling = words.filter(({ folded }) => !OF_PLACE.test(folded));
    const spots = telling.map(({ folded }) => spotOf(folded, phrase));
    const places = words.filter(({ folded }) => OF_PLACE.test(folded));
    if (telling.length === 0 || spots.includes(-1)) return [];
    if (!places.every(({ folded }) => spotOf(folded, own.words.slice(from, after + 2 * REACH)) >= 0)) return [];
    const spot = Math.max(...spots);
    const isInNoun = spot < noun.length;
    return [{ id, why: `“${phrase[spot]!.written}”: ${label}`, rank: (isInNoun ? 100 + spot : 0) + words.length }];
  });
  const [first] = matches.sort((a, b) => b.rank - a.rank);
  if (first !== undefined) return { id: first.id, why: first.why };
  return ofTheForce(known, text ?? '', noun);
}

/** Soldiers that belong to nobody else by their words are those of the force that the data set follows. */
function ofTheForce(known: Known, text: string, noun: readonly Word[]): { id: string; why: string } | null {
  const force = known.troops?.force;
  const name = wordsIn(known.troops?.forceName ?? '').map(({ folded }) => folded);
  const party = known.codes.parties.find(
    ({ id, label }) => id === force || wordsIn(label).every(({ folded }) => name.includes(folded))
  );
  const soldier = noun.find(({ folded }) => TROOPS.test(folded));
  if (party === undefined || soldier === undefined) return null;
  const isNamed = agentsIn(text, known.agents).found.some(({ id }) => id === force);
  return isNamed ? { id: party.id, why: `“${soldier.written}”, in an article on ${party.label}` } : null;
}

/** Where a word of a name stands: itself, one that means the same, or what is derived from it. */
function spotOf(name: string, phrase: readonly Word[]): number {
  const wanted = sameAs(name).map(stemOf);
  return phrase.findLastIndex(({ folded }) => {
    const stem = stemOf(folded);
    return wanted.some(
      (each) =>
        stem === each || (Math.min(stem.length, each.length) > 3 && (stem.startsWith(each) || each.startsWith(stem)))
    );
  });
}
