import type { AuthoredDate } from '../../../lib/server/geodata/authored.ts';
import { dateOf } from '../../../lib/server/geodata/edtf.ts';
import type { Because } from './claim-sources.ts';
import { SPEECH } from './claim-sources.ts';
import { anchorOf, longDate, type DatedWords } from './date-hints.ts';
import type { Known } from './known.ts';
import type { ProposedQuantity } from './claim-quantities.ts';
import { proposeQuantities } from './claim-quantities.ts';
import { marked, sentencesIn, type Marked, type PassageContext } from './passage-context.ts';

export type ProposedDate = { date: AuthoredDate; why: string };

/** Words between a verb of speech and its day: “said in … on Monday”, “told a news conference on Tuesday”. */
const BETWEEN =
  /^(?:[ \u00a0]+(?:on|in|at|from|late|earlier|early|that|a|the|this|reporters|journalists|press|news|conference|our|paper|newspaper|agency|channel|station|radio|television|media|parliament|\p{Lu}\p{L}+))*,?[ \u00a0]+$/u;

/** Days in a stretch of text on which something was said, not done. */
function daysOfSpeech({ words, dates, text }: Marked, known: Known): DatedWords[] {
  const verbs = words.filter(({ folded }) => SPEECH.test(folded));
  // Nothing was said after the report of it.
  const last = anchorOf(known.reported)?.last ?? Infinity;
  return dates.filter(
    (date) =>
      verbs.some((verb) => verb.end <= date.at && BETWEEN.test(text.slice(verb.end, date.at))) &&
      !(date.edtf !== null && (dateOf(date.edtf)?.earliest ?? -Infinity) > last)
  );
}

/** When a passage was said: its own day of speech, that of an earlier sentence, or else the report. */
export function proposeSaidOn(
  { passage, before, known }: PassageContext,
  isSpoken: boolean
): (Because<string> & { basis: string }) | null {
  const own = daysOfSpeech(passage, known).find(({ edtf }) => edtf !== null);
  if (own?.edtf) return { value: own.edtf, basis: own.basis, why: `“${own.written}” beside the verb of speech` };
  if (isSpoken) {
    for (const { at, end } of sentencesIn(before).reverse()) {
      const earlier = daysOfSpeech(marked(before.slice(at, end), known), known).find(({ edtf }) => edtf !== null);
      if (earlier?.edtf)
        return {
          value: earlier.edtf,
          basis: earlier.basis,
          why: `“${earlier.written}” beside the last verb of speech with a day`
        };
    }
  }
  const anchor = anchorOf(known.reported);
  if (known.reported === null || anchor === null) return null;
  return {
    value: known.reported,
    basis: `The text gives no day of its own: dated to the report of ${longDate(anchor)}.`,
    why: 'when what the article reports was current'
  };
}

/**
 * When a passage is about, the likeliest reading first: a day that it names, the day of the same figure elsewhere, what was
 * said on the day of speech, or a state of affairs up to the report. Readings that the passage allows as well follow.
 */
export function proposeDates(
  context: PassageContext,
  said: ReturnType<typeof proposeSaidOn>,
  isSpoken: boolean,
  quantities: readonly ProposedQuantity[]
): ProposedDate[] {
  const { passage } = context;
  const speech = daysOfSpeech(passage, context.known);
  const named = passage.dates
    .filter((date) => date.edtf !== null && !speech.some(({ at }) => at === date.at))
    .flatMap((date) => readingsOf(context, date).map((reading) => ({ ...reading, at: date.at })));
  const undated = [
    ...(named.length === 0 ? sameFigureElsewhere(context, quantities) : []),
    ...fromReport(context, said, isSpoken, quantities)
  ];
  const [first] = quantities;
  const near = first ? [...named].sort((a, b) => Math.abs(a.at - first.at) - Math.abs(b.at - first.at)) : named;
  const own = near.map(({ at: _at, ...one }) => one);
  // A strength is that of the report, whatever else the sentence tells: “active since 1999, it has 4,500 troops”.
  const inOrder = isStrength(context.known, quantities) ? [...undated, ...own] : [...own, ...undated];
  const all = inOrder.map((one) => (isOnAlert(quantities) ? withoutEnd(one) : one));
  return all.filter(({ date }, index) => all.findIndex((other) => other.date.edtf === date.edtf) === index);
}

const isStrength = ({ troops }: Known, quantities: readonly ProposedQuantity[]): boolean =>
  quantities.some(({ quantity }) => quantity.measure === troops?.measures.total);

const isOnAlert = (quantities: readonly ProposedQuantity[]): boolean =>
  quantities.length === 1 && quantities[0]!.quantity.status === 'on_alert';

/** An alert goes on until somebody says that it has ended. */
function withoutEnd({ date, why }: ProposedDate): ProposedDate {
  return date.edtf.includes('/')
    ? { date, why }
    : { date: { edtf: `${date.edtf}/..`, basis: `${date.basis} No end is stated.` }, why };
}

/** What a date of the passage can mean: itself, a day elsewhere that it speaks of, the time after it. */
function readingsOf(context: PassageContext, date: DatedWords): ProposedDate[] {
  const { passage, known } = context;
  const { edtf, basis, written } = date as DatedWords & { edtf: string };
  const why = `“${written}” in the passage`;
  const own: ProposedDate = { date: { edtf, basis }, why };
  const day = date.isVague ? dayWithin(context, edtf) : null;
  const refined: ProposedDate[] = day
    ? [
        {
          date: { edtf: day.edtf!, basis: `${basis} Matched to “${day.written}” elsewhere in the text.` },
          why: `${why}, and “${day.written}”, the one day of that time in the text`
        }
      ]
    : [];
  const isAfter = /\b(?:after|following)\b[^.;]*$/i.test(passage.text.slice(0, date.at));
  const end = anchorOf(known.reported);
  const later: ProposedDate[] =
    isAfter && end !== null && !edtf.includes('/') && known.reported !== null && !known.reported.includes('/')
      ? [
          {
            date: {
              edtf: `${edtf}/${known.reported}`,
              basis: `It was after “${written}” and before the report of ${longDate(end)}.`
            },
            why: `“after” before “${written}”`
          }
        ]
      : [];
  return [...refined, own, ...later];
}

/** The one day that the text gives within a time that is told roughly. */
function dayWithin({ text, known }: PassageContext, edtf: string): DatedWords | null {
  const time = dateOf(edtf);
  if (time === null) return null;
  const days = marked(text, known).dates.filter((each) => {
    const day = each.edtf === null || each.isVague || each.edtf.length !== 10 ? null : dateOf(each.edtf);
    return (
      day !== null && day.earliest! >= (time.softEarliest ?? -Infinity) && day.latest! <= (time.softLatest ?? Infinity)
    );
  });
  return new Set(days.map(({ edtf: each }) => each)).size === 1 ? days[0]! : null;
}

/** A figure of people hurt that stands in another sentence with its day. */
function sameFigureElsewhere(context: PassageContext, quantities: readonly ProposedQuantity[]): ProposedDate[] {
  const hurt = quantities.filter(({ quantity: { party, value } }) => party !== undefined && value !== null);
  if (hurt.length === 0) return [];
  const { text, known } = context;
  return sentencesIn(text).flatMap(({ at, end }): ProposedDate[] => {
    const sentence = text.slice(at, end);
    const there = marked(sentence, known);
    const day = there.dates.find(({ edtf }) => edtf !== null);
    if (day?.edtf == null || text.slice(0, at).length === context.before.length) return [];
    const same = proposeQuantities({ ...context, passage: there, sentences: [{ at: 0, end: sentence.length }] }).find(
      ({ quantity }) =>
        hurt.some(
          ({ quantity: own }) =>
            own.measure === quantity.measure && own.value === quantity.value && own.party === quantity.party
        )
    );
    if (same === undefined) return [];
    const line = text.slice(0, at + sentence.search(/\S/)).split('\n').length;
    return [
      {
        date: { edtf: day.edtf, basis: `Line ${line} gives the same figure. ${day.basis}` },
        why: `the same figure in line ${line}, with “${day.written}”`
      }
    ];
  });
}

/** Past and perfect tenses: what is told was done before. */
const DONE = /\b(?:was|were|had|has|have)\b|\b\p{L}{2,}ed\b/u;
const PRESENT = /\b(?:is|are|do|does|has|have|remains?|continues?|includes?|lives?|living|serves?)\b/;

/** About the saying itself. */
const ON_SPEECH = /\b(?:comments|remarks|(?:press|news) conference|interview)\b/i;

/** Without a day in the passage: what is said is dated to its day; a state of affairs or a deed is from before the report. */
function fromReport(
  { passage, known }: PassageContext,
  said: ReturnType<typeof proposeSaidOn>,
  isSpoken: boolean,
  quantities: readonly ProposedQuantity[]
): ProposedDate[] {
  const anchor = anchorOf(known.reported);
  if (said === null || anchor === null || known.reported === null) return [];
  const onTheDay: ProposedDate = { date: { edtf: said.value, basis: said.basis }, why: said.why };
  const last = said.value.split('/').at(-1)!;
  if (last === '..' || dateOf(`../${last}`) === null) return [onTheDay];
  const text = passage.text;
  const isTotal = isStrength(known, quantities);
  const report = longDate(anchor);
  const done = DONE.test(text);
  const basis = done
    ? `The text gives no day: it was done by the report of ${report}.`
    : PRESENT.test(text)
      ? 'The text uses the present tense: the state of affairs at the time of the report.'
      : `The text gives no day: not after the report of ${report}.`;
  const before: ProposedDate = { date: { edtf: `../${last}`, basis }, why: 'the passage names no day' };
  const deed = quantities.some(({ quantity: { status } }) => status !== undefined && status !== 'under_review');
  if (isSpoken) return done && deed ? [onTheDay, before] : [onTheDay];
  if (ON_SPEECH.test(text)) return [onTheDay, before];
  if (isTotal) {
    const basis = `The text uses the present tense and gives no other date: ${report}, or shortly before.`;
    return [{ date: { edtf: said.value, basis }, why: 'the strength that is told in the report' }, before];
  }
  return [before, onTheDay];
}
