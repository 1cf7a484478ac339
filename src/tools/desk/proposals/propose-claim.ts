import type { AuthoredClaim, AuthoredDate } from '../../../lib/server/geodata/authored.ts';
import type { DraftArticle, FieldPath, Passage } from '../draft.ts';
import { proposeDates, proposeSaidOn } from './claim-date.ts';
import { modalityOf } from './claim-modality.ts';
import { proposePlaces } from './claim-places.ts';
import { proposeQuantities } from './claim-quantities.ts';
import { chainOf, originOf, speakerOf, type Because } from './claim-sources.ts';
import { proposeTopics } from './claim-topic.ts';
import type { Known } from './known.ts';
import { contextOf, type PassageContext } from './passage-context.ts';

export type Proposal = {
  fields: Partial<Omit<AuthoredClaim, 'id' | 'locator'>>;
  /** Why each field is proposed, by its path: `quantities[0].bound`, `date.edtf`. */
  why: Record<FieldPath, string>;
  /** Other dates that the passage allows, the likelier first: most passages hold more than one claim. */
  otherDates: { date: AuthoredDate; why: string }[];
  /** Other topics that it may have, the likelier first. */
  otherTopics: Because<string>[];
};

/**
 * What a passage says enough about to be proposed as a claim. A field for which the text has no evidence is left out; so
 * are the statement, which a person writes, and certainty, which a person has.
 */
export function proposeClaim(text: string, passage: Passage, article: DraftArticle, known: Known): Proposal {
  const context = contextOf(text, passage, known);
  const fields: Proposal['fields'] = {};
  const why: Proposal['why'] = {};

  const voice = speakerOf(context);
  const speaker = voice === 'unknown' ? null : voice;
  const isSpoken = voice !== null;
  const quantities = proposeQuantities(context);
  if (quantities.length > 0) fields.quantities = quantities.map(({ quantity }) => quantity);
  for (const [index, quantity] of quantities.entries()) addWhy(why, `quantities[${index}]`, quantity.why);

  const places = proposePlaces(context, fields.quantities ?? [], isSpoken);
  if (places.length > 0) fields.places = places.map(({ place }) => place);
  for (const [index, place] of places.entries()) addWhy(why, `places[${index}]`, place.why);

  const chain = voice === 'unknown' ? [] : chainOf(context, speaker, article);
  if (chain.length > 0) {
    fields.attribution = chain.map(({ link }) => link);
    for (const [index, link] of chain.entries()) why[`attribution[${index}]`] = link.why;
    fields.voice = speaker ? 'speaker' : 'outlet';
    why.voice = speaker ? 'the chain begins with a speaker' : 'the text names nobody who says it';
    const origin = originOf(known, fields.attribution);
    if (origin) [fields.origin, why.origin] = [origin.value, origin.why];
  }

  const saidOn = proposeSaidOn(context, isSpoken);
  if (saidOn) [fields.saidOn, why.saidOn] = [saidOn.value, saidOn.why];
  const [date, ...otherDates] = proposeDates(context, saidOn, isSpoken, quantities);
  if (date) {
    fields.date = date.date;
    addWhy(why, 'date', { edtf: date.why, basis: 'says how the date was worked out' });
  }

  const modality = modalityOf(context.passage.text, isSpoken);
  if (modality) [fields.modality, why.modality] = [modality.value, modality.why];
  const { topic, others: otherTopics } = proposeTopics(context, fields.quantities ?? [], fields.date?.edtf);
  if (topic) [fields.topic, why.topic] = [topic.value, topic.why];
  const actors = actorsIn(context, speaker?.value.id);
  if (actors.length > 0) {
    fields.actors = actors.map(({ id }) => id);
    for (const [index, { written }] of actors.entries()) why[`actors[${index}]`] = `“${written}” in the passage`;
  }
  return { fields, why, otherDates, otherTopics };
}

function addWhy(why: Proposal['why'], path: FieldPath, own: Record<string, string | undefined>): void {
  for (const [key, reason] of Object.entries(own)) if (reason !== undefined) why[`${path}.${key}`] = reason;
}

/** Who is named, without who speaks and who only carries the words. */
function actorsIn({ passage, known }: PassageContext, speaker: string | undefined): { id: string; written: string }[] {
  const carriers = new Set(
    known.agents.filter(({ kind }) => kind === 'agency' || kind === 'outlet').map(({ id }) => id)
  );
  const named = passage.agents.filter(({ id }) => id !== speaker && !carriers.has(id));
  return named
    .filter(({ id }, index) => named.findIndex((other) => other.id === id) === index)
    .map(({ id, from, to }) => ({
      id,
      written: passage.text.slice(passage.words[from]!.at, passage.words[to - 1]!.end)
    }));
}
