import type { ClaimPlace, PlacePrecision, Quantity } from '../../../lib/model/dataset.ts';
import type { Found } from './find-names.ts';
import type { Known, KnownPlace } from './known.ts';
import type { PassageContext } from './passage-context.ts';
import { placementOf, placesIn, precisionOf } from './place-names.ts';

/** `from`: its first word in the passage; -1 where the passage does not name it. */
export type ProposedPlace = { place: ClaimPlace; why: Record<keyof ClaimPlace, string>; from: number };

/** Before the name of a place where something is or goes. “From” says where it is no longer. */
const THERE =
  /\b(?:in|at|to|into|across|within|inside|throughout|near|outside|around|towards?|enter(?:s|ed|ing)?|leav(?:e|es|ing)|reach(?:es|ed|ing)?|visit(?:s|ed|ing)?) (?:the |both |(?:the )?(?:town|city|village|center|centre|municipality|region|territory) of )?$/i;
/** “The north”, “north of X”, “the northern part of X”; not “Northern X”, which can act. */
const OF_DIRECTION = /^the (?:north|south|east|west)(?:ern part)?\b|^(?:north|south|east|west)(?:ern part)? of /i;
/** “Across A and B”, “in A, B and C”. */
const JOINED = /^,?\s*(?:and|or|,)\s*$/;

/** Where the text is as exact as this, the region around is no place of its own. */
const EXACT: ReadonlySet<PlacePrecision> = new Set(['named_building', 'named_point']);

/** The places of a passage at which something is said to be: a country that acts or speaks is none. */
export function proposePlaces(
  { passage, sentences, known }: PassageContext,
  quantities: readonly Quantity[],
  isSpoken: boolean
): ProposedPlace[] {
  const byId = new Map(known.places.map((place) => [place.id, place]));
  const there: Found[] = [];
  for (const [index, found] of passage.places.entries()) {
    const previous = passage.places[index - 1];
    if (isThere(found, previous, there, byId.get(found.id)!)) there.push(found);
  }
  const named = there.map((found) => proposedPlace(found, byId.get(found.id)!));
  const proposed = [...named, ...placeOfTheForce(known, quantities)];
  const inSentence = ({ from }: ProposedPlace): number =>
    from < 0 ? -1 : sentences.findIndex(({ end }) => passage.words[from]!.at < end);
  return proposed.filter((one, index) => {
    const isFirst = proposed.findIndex(({ place }) => place.ref === one.place.ref) === index;
    const exact = proposed.some((other) => EXACT.has(other.place.precision) && inSentence(other) === inSentence(one));
    return isFirst && (!exact || !byId.get(one.place.ref)!.isArea);
  });

  function isThere(found: Found, previous: Found | undefined, accepted: readonly Found[], place: KnownPlace): boolean {
    const { text, words } = passage;
    const [first, last] = [words[found.from]!, words[found.to - 1]!];
    const [before, after] = [text.slice(0, first.at), text.slice(last.end)];
    // “The north of …” has its word of place in itself.
    const own = text.slice(first.at, last.end);
    if (place.isArea && OF_DIRECTION.test(own)) return !/^[’']s\b/.test(after);
    // A building acts no more than a set of municipalities does.
    if (EXACT.has(precisionOf(place)) || precisionOf(place) === 'admin2_set') return true;
    if (THERE.test(before)) return !/^[’']s\b/.test(after) || place.isArea;
    // A dateline, “…, 3 May (Agency) –”, says where it was written: where something was said, not where it happened.
    if (isSpoken && before.trim() === '' && /^\s?(?:,|\(|[–-] )/.test(after) && !place.isArea) return true;
    return (
      previous !== undefined &&
      accepted.includes(previous) &&
      JOINED.test(text.slice(words[previous.to - 1]!.end, first.at))
    );
  }

  function proposedPlace({ id, from, to }: Found, place: KnownPlace): ProposedPlace {
    const written = passage.text.slice(passage.words[from]!.at, passage.words[to - 1]!.end);
    const { role, precision } = placementOf(place);
    return {
      from,
      place: { ref: id, role, precision },
      why: {
        ref: `“${written}” in the passage`,
        role: role === 'in' ? 'somewhere in it' : 'at this very place',
        precision: `it is named as a ${place.kind}`
      }
    };
  }
}

/** Troops of the force are where its title says that it is: “the mission in …”. Talk of more of them is about no place yet. */
function placeOfTheForce(known: Known, quantities: readonly Quantity[]): ProposedPlace[] {
  const { troops } = known;
  const force = known.agents.find(({ id }) => id === troops?.force);
  if (!troops || !force?.title) return [];
  const { total, contributors, increment, alert, equipment } = troops.measures;
  const own = new Set([total, contributors, increment, alert, ...equipment]);
  if (!quantities.some(({ measure, status }) => own.has(measure) && status !== 'under_review')) return [];
  const { found } = placesIn(force.title, known.places);
  const place = known.places.find(({ id }) => id === found[0]?.id);
  if (place === undefined) return [];
  const why = { ref: `troops of ${force.name}: ${force.title}`, role: 'somewhere in it', precision: `a ${place.kind}` };
  return [{ from: -1, place: { ref: place.id, ...placementOf(place) }, why }];
}
