import type { BoundKind, Quantity, TroopStatus } from '../../../lib/model/dataset.ts';
import { withBounds } from '../../../lib/server/geodata/bounds.ts';
import { partyOf } from './claim-parties.ts';
import { bestMeasure } from './claim-measures.ts';
import type { Known } from './known.ts';
import type { Figure } from './number-hints.ts';
import type { PassageContext, Sentence } from './passage-context.ts';
import { statusIn } from './troop-status.ts';
import {
  ADDED,
  INCREASED,
  INJURED,
  KILLED,
  MOVED,
  ON_ALERT,
  PEOPLE,
  SERIOUS,
  SERVING,
  TIME_UNITS,
  TOTALS,
  TROOPS,
  UNITS
} from './vocabulary.ts';
import { singularOf, type Word } from './words.ts';

/** A figure as it is proposed, and why each of its fields is. */
export type ProposedQuantity = { quantity: Quantity; why: Partial<Record<keyof Quantity, string>>; at: number };

/** A figure among the words of its sentence. */
export type Counted = {
  figure: Pick<Figure, 'written' | 'value' | 'kind' | 'bound' | 'boundAt'>;
  /** Index of its own first word or of that for its bound, of the first word after it, and of the first after its noun. */
  start: number;
  from: number;
  after: number;
  noun: Word[];
};

/** The words of one sentence, with what it says in UTF-16 units of the passage. */
export type SentenceWords = { words: Word[]; text: string; at: number };

/** Words that end the noun phrase of a figure. */
const ENDS_PHRASE =
  /^(?:from|who|whom|whose|that|which|in|on|at|to|into|and|or|after|before|when|while|where|because|were|was|are|is|be|been|being|have|has|had|will|would|of|for|with|by|as|during|since|than|over|under|between|the|a|an)$/;
const LONGEST_PHRASE = 6;
/** How many words from a figure a casualty may be told. */
const REACH = 12;
/** As near must what moves or adds troops be. */
const NEAR = 6;

/** The figures of a passage that the text says enough about to be proposed. */
export function proposeQuantities(context: PassageContext): ProposedQuantity[] {
  const proposed: ProposedQuantity[] = [];
  for (const sentence of context.sentences) {
    const own = wordsOfSentence(context, sentence);
    const counted = countedIn(context, sentence, own);
    for (const one of counted) {
      const quantity = quantityOf(context, own, one, proposed);
      if (quantity !== null) proposed.push(quantity);
    }
    proposed.push(
      ...withoutFigure(
        context,
        own,
        proposed.filter(({ at }) => at >= sentence.at)
      )
    );
  }
  return proposed.filter(({ quantity }, index) => {
    const same = JSON.stringify(quantity);
    return proposed.findIndex((other) => JSON.stringify(other.quantity) === same) === index;
  });
}

function wordsOfSentence({ passage }: PassageContext, { at, end }: Sentence): SentenceWords {
  const words = passage.words.filter((word) => word.at >= at && word.end <= end);
  return {
    // “He added that 30 were hurt” adds nobody.
    words: words.map((word, index) =>
      word.folded === 'added' && isSpeaking(passage.text, word, words[index + 1]) ? { ...word, folded: 'said' } : word
    ),
    text: passage.text.slice(at, end),
    at
  };
}

const isSpeaking = (text: string, word: Word, next: Word | undefined): boolean =>
  next?.folded === 'that' || /^\s*[,:.“"]/.test(text.slice(word.end));

/** Figures of a sentence with the words that they count: “93 soldiers”, “another battalion”, “a police officer”. */
function countedIn({ passage }: PassageContext, { at, end }: Sentence, { words }: SentenceWords): Counted[] {
  const named = [...passage.places, ...passage.agents];
  const figures = passage.figures.filter((figure) => figure.at >= at && figure.end <= end);
  const counted = figures.flatMap((figure): Counted[] => {
    const own = passage.words.findIndex((word) => word.at >= figure.at);
    // “Gate One”, not “four municipalities”: the number is the end of the name.
    if (named.some((name) => name.from < own && own < name.to)) return [];
    // “30 or more guards”: the noun comes after the bound.
    const [or = ''] = /^\s(?:or (?:more|fewer|less|so)|plus)\b/.exec(passage.text.slice(figure.end)) ?? [];
    const next = indexFrom(words, figure.end + or.length);
    // “200 of the soldiers” are soldiers.
    const [of, the] = words.slice(next, next + 2);
    const isPart = of?.folded === 'of' && /^(?:the|its|their|our|these|those|them|whom)$/.test(the?.folded ?? '');
    const from = isPart ? next + 2 : next;
    const noun = phraseFrom(words, from);
    const first = figure.boundAt && figure.boundAt.at < figure.at ? figure.boundAt.at : figure.at;
    return [{ figure, start: indexFrom(words, first), from, after: from + noun.length, noun }];
  });
  return [
    ...counted.map((one, index) => withNounOf(passage.text, one, counted[index + 1])),
    ...oneIn(words, counted)
  ].sort((a, b) => a.from - b.from);
}

function indexFrom(words: readonly Word[], at: number): number {
  const index = words.findIndex((word) => word.at >= at);
  return index < 0 ? words.length : index;
}

/** “30 to 40 guards”, “two or three guards”: both count guards. */
function withNounOf(text: string, one: Counted, next: Counted | undefined): Counted {
  if (one.noun.length > 0 || next === undefined || !('at' in one.figure) || !('at' in next.figure)) return one;
  const between = text.slice((one.figure as Figure).end, (next.figure as Figure).at);
  return /^\s?(?:[–-]|to|and|or)\s?$/.test(between) ? { ...one, noun: next.noun, after: next.after } : one;
}

function phraseFrom(words: readonly Word[], from: number): Word[] {
  const noun: Word[] = [];
  for (const word of words.slice(from, from + LONGEST_PHRASE)) {
    const previous = words[from + noun.length - 1];
    if (ENDS_PHRASE.test(word.folded)) break;
    // A comma or a full stop ends the phrase too.
    if (noun.length > 0 && previous !== undefined && word.at - previous.end > 1) break;
    noun.push(word);
    if (isHead(word) && !isHead(words[from + noun.length])) break;
  }
  return noun;
}

const isHead = (word: Word | undefined): boolean =>
  word !== undefined && (PEOPLE.test(word.folded) || TROOPS.test(word.folded) || UNITS.test(word.folded));

const ARTICLE = /^(?:a|an|another|one)$/;

/** “Another battalion”, “a police officer”: one, by its article. */
function oneIn(words: readonly Word[], counted: readonly Counted[]): Counted[] {
  return words.flatMap((word, index): Counted[] => {
    if (!ARTICLE.test(word.folded) || counted.some(({ start, from }) => start <= index && index < from)) return [];
    const noun = phraseFrom(words, index + 1);
    const head = noun.at(-1);
    if (head === undefined || !isHead(head) || singularOf(head.folded) !== head.folded) return [];
    if (TROOPS.test(head.folded) && /^(?:force|personnel|troops)$/.test(head.folded)) return [];
    const written = [word, ...noun].map((each) => each.written).join(' ');
    const figure = { written, value: 1, kind: 'number' as const, bound: 'exact' as const, boundAt: null };
    return [{ figure, start: index, from: index + 1, after: index + 1 + noun.length, noun }];
  });
}

function quantityOf(
  context: PassageContext,
  own: SentenceWords,
  one: Counted,
  earlier: readonly ProposedQuantity[]
): ProposedQuantity | null {
  return (
    multiplied(context, own, one) ??
    onAlert(context, own, one) ??
    casualty(context, own, one, earlier) ??
    troops(context, own, one) ??
    measured(context, own, one)
  );
}

/** Whether a figure was made of an article, and does not stand in the text in digits or number words. */
const isArticle = ({ figure }: Counted): boolean =>
  ARTICLE.test(figure.written.split(' ')[0]!.toLowerCase()) && figure.written.includes(' ');

function made(
  own: SentenceWords,
  one: Counted,
  subject: Pick<Quantity, 'measure' | 'unit'> & Partial<Quantity>,
  why: ProposedQuantity['why']
): ProposedQuantity {
  const { figure } = one;
  const { written, value, bound } = figure;
  const quotes = isArticle(one) || figure.kind === 'vague' || figure.kind === 'round' ? { expressedAs: written } : {};
  const quantity = { ...subject, ...withBounds(bound, value, subject.unit), ...quotes } as Quantity;
  const said = figure.boundAt === null ? `no other bound stands beside “${written}”` : 'the words beside the figure';
  return {
    quantity,
    at: own.words[one.start]?.at ?? own.at,
    why: {
      value: value === null ? `“${written}” gives no figure` : `“${written}” in the passage`,
      bound: bound === 'some' ? `“${written}”: more than one, no figure` : said,
      lower: 'follows from the bound',
      upper: 'follows from the bound',
      ...(quantity.exclusiveLower && { exclusiveLower: 'follows from the bound' }),
      ...(quantity.exclusiveUpper && { exclusiveUpper: 'follows from the bound' }),
      ...(quotes.expressedAs && { expressedAs: 'the words that give the figure' }),
      ...why
    }
  };
}

const hasUnit = ({ units }: Known, unit: string): boolean => units.includes(unit);
const hasMeasure = ({ codes }: Known, id: string): boolean => codes.measures.some((measure) => measure.id === id);

/** “Tripled”, “four times”: of which measure, the words around say. “Increased four times” has more than one reading. */
function multiplied({ known }: PassageContext, own: SentenceWords, one: Counted): ProposedQuantity | null {
  const { figure, from } = one;
  if (figure.kind !== 'factor' && figure.kind !== 'times') return null;
  const isAmbiguous = figure.kind === 'times' && own.words.some(({ folded }) => INCREASED.test(folded));
  const unit = isAmbiguous ? 'ambiguous' : 'ratio';
  if (!hasUnit(known, unit)) return null;
  const around = isAmbiguous ? own.words : upToComma(own, from);
  const measure = bestMeasure(known, around, [unit]);
  if (measure === null) return null;
  const why = { measure: measure.why, unit: isAmbiguous ? 'the words have more than one reading' : 'a factor' };
  if (!isAmbiguous) return made(own, one, { measure: measure.id, unit }, why);
  const by = own.words[one.start - 1]?.folded === 'by' ? 'by ' : '';
  const proposed = made(own, { ...one, figure: { ...figure, bound: 'ambiguous' } }, { measure: measure.id, unit }, why);
  const value = figure.value!;
  const readings = [
    { reading: `multiplied by ${value}`, factor: value },
    ...(by ? [{ reading: `multiplied by ${value + 1} (an increase by ${value} times)`, factor: value + 1 }] : []),
    { reading: `on ${value} occasions`, count: value }
  ];
  return {
    ...proposed,
    quantity: { ...proposed.quantity, expressedAs: by + figure.written, readings },
    why: {
      ...proposed.why,
      bound: `“${by}${figure.written}” after a word for an increase can be read in ${readings.length} ways`,
      expressedAs: 'the words that give the figure',
      readings: 'what the words can mean'
    }
  };
}

function upToComma({ words }: SentenceWords, from: number): Word[] {
  const end = words.findIndex((word, index) => index > from && word.at - words[index - 1]!.end > 1);
  return words.slice(from, end < 0 ? words.length : end);
}

/** Formations held ready: a track of their own, counted in formations. */
function onAlert({ known }: PassageContext, own: SentenceWords, one: Counted): ProposedQuantity | null {
  const measure = known.troops?.measures.alert;
  const head = one.noun.find(({ folded }) => UNITS.test(folded));
  if (measure === undefined || head === undefined || !ON_ALERT.test(own.text)) return null;
  const unit = known.units.find((each) => isUnit(each, head.folded));
  if (unit === undefined) return null;
  const words = ON_ALERT.exec(own.text)![0];
  return made(
    own,
    one,
    { measure, unit, status: 'on_alert' },
    {
      measure: `“${words}”`,
      unit: `“${head.written}”`,
      status: `“${words}”: nothing is deployed`
    }
  );
}

/** People hurt or killed, by the nearest word that says so. */
function casualty(
  context: PassageContext,
  own: SentenceWords,
  one: Counted,
  earlier: readonly ProposedQuantity[]
): ProposedQuantity | null {
  const { known } = context;
  const { figure, start, after, noun } = one;
  const head = noun.at(-1);
  if (noun[0] && TIME_UNITS[singularOf(noun[0].folded)]) return null;
  const isPeople =
    head === undefined ||
    noun.some(({ folded }) => PEOPLE.test(folded) || TROOPS.test(folded)) ||
    /^(?:more|others?)$/.test(head.folded) ||
    partyOf(context, own, one) !== null;
  if (!isPeople || figure.kind === 'factor' || figure.kind === 'times' || !hasUnit(known, 'persons')) return null;
  const spot = nearest(own, start, after, (folded) => INJURED.test(folded) || KILLED.test(folded));
  if (spot === null || (isArticle(one) && spot.distance > NEAR)) return null;
  const moved = nearest(own, start, after, (folded) => ADDED.test(folded) || MOVED.test(folded));
  if (moved !== null && moved.distance < spot.distance && !/^(?:more|another|new)$/.test(moved.word.folded))
    return null;
  const measure = INJURED.test(spot.word.folded) ? 'injured' : 'killed';
  if (!hasMeasure(known, measure)) return null;
  const told = earlier.findLast(({ quantity }) => quantity.party !== undefined);
  const isFurther = head === undefined || /^(?:more|others?)$/.test(head.folded) || figure.kind === 'vague';
  const party =
    partyOf(context, own, one) ??
    (isFurther && told ? { id: told.quantity.party!, why: 'the party of the figure before' } : null);
  const isSerious =
    measure === 'injured' &&
    !own.words.slice(after, spot.index).some(({ folded }) => folded === 'some') &&
    [own.words[spot.index - 1], own.words[spot.index - 2]].some((word) => word && SERIOUS.test(word.folded));
  return made(
    own,
    one,
    { measure, unit: 'persons', ...(party && { party: party.id }), ...(isSerious && { severity: 'serious' as const }) },
    {
      measure: `“${spot.word.written}” beside the figure`,
      unit: 'people are counted',
      ...(party && { party: party.why }),
      ...(isSerious && { severity: 'the word before' })
    }
  );
}

/** The nearest word of a kind before or after a figure and what it counts; words behind a clause of its own are farther. */
function nearest(
  { words, text, at }: SentenceWords,
  start: number,
  after: number,
  is: (folded: string) => boolean
): { word: Word; index: number; distance: number } | null {
  const spots = words.flatMap((word, index) => {
    if (!is(word.folded)) return [];
    const between = index >= after ? words.slice(after, index) : index < start ? words.slice(index + 1, start) : [];
    const [from, to] =
      index >= after ? [words[after - 1]?.end ?? 0, word.at] : [word.end, words[start]?.at ?? word.end];
    if (/[;:]/.test(text.slice(from - at, to - at))) return [];
    const clauses = between.filter(({ folded }) =>
      /^(?:who|which|because|when|while|where|after|before|although|if|as)$/.test(folded)
    ).length;
    const joints = between.filter(({ folded }) => folded === 'and').length;
    return [{ word, index, distance: between.length + clauses * NEAR + 2 * joints }];
  });
  const first = spots.sort((a, b) => a.distance - b.distance)[0];
  return first !== undefined && first.distance <= REACH ? first : null;
}

/** `companies` is the unit of “company”. */
const isUnit = (unit: string, word: string): boolean =>
  singularOf(unit) === singularOf(word) || unit === word.replace(/y$/, 'ies');

/** Strength, contributors, reinforcements and equipment of the force, where the data set has one. */
function troops(context: PassageContext, own: SentenceWords, one: Counted): ProposedQuantity | null {
  const { known } = context;
  const { measures } = known.troops ?? {};
  const { figure, start, noun } = one;
  if (measures === undefined || figure.kind === 'factor' || figure.kind === 'times') return null;
  const isForce = noun.some(({ folded }) => TROOPS.test(folded));
  if (isForce && hasUnit(known, 'troops')) {
    const added = noun.find(({ folded }) => ADDED.test(folded)) ?? closeBefore(own, start, ADDED, INCREASED);
    const total =
      closeBefore(own, start, TOTALS) ??
      own.words.slice(one.after, one.after + NEAR).find(({ folded }) => SERVING.test(folded)) ??
      (/^-strong/.test(own.text.slice(endOf(own, one))) ? noun[0] : undefined);
    const moved =
      closeBefore(own, start, MOVED) ??
      own.words.slice(one.after, one.after + NEAR).find(({ folded }) => MOVED.test(folded));
    const label = bestMeasure(known, around(own, one), ['troops', 'persons']);
    if (added === undefined && total !== undefined && moved === undefined) {
      return made(
        own,
        one,
        { measure: measures.total, unit: 'troops' },
        { measure: `“${total.written}”: the strength as a whole`, unit: `“${noun.at(-1)!.written}”` }
      );
    }
    if (added === undefined && label !== null && label.score > 1) {
      return made(
        own,
        one,
        { measure: label.id, unit: label.unit },
        { measure: label.why, unit: 'the unit of this measure' }
      );
    }
    const sign = added ?? moved;
    if (sign !== undefined) {
      const status = statusIn(own.text, sign.at - own.at);
      return made(
        own,
        one,
        { measure: measures.increment, unit: 'troops', ...(status && { status: status.status }) },
        {
          measure: `“${sign.written}” beside the figure`,
          unit: `“${noun.at(-1)!.written}”`,
          ...(status && { status: status.why })
        }
      );
    }
    return null;
  }
  const isContributor =
    own.words[start - 1]?.folded === 'from' && own.words.slice(0, start).some(({ folded }) => TROOPS.test(folded));
  const named = noun.find(({ folded }) => known.units.some((unit) => isUnit(unit, folded)));
  const unit = named && known.units.find((each) => isUnit(each, named.folded));
  if (isContributor && unit !== undefined) {
    const why = { measure: 'where the troops come from', unit: `“${named!.written}”` };
    return made(own, one, { measure: measures.contributors, unit }, why);
  }
  return null;
}

const endOf = (own: SentenceWords, { from }: Counted): number => (own.words[from - 1]?.end ?? own.at) - own.at;
const around = ({ words }: SentenceWords, { start, after }: Counted): Word[] =>
  words.slice(Math.max(0, start - REACH), after + REACH);

function closeBefore({ words }: SentenceWords, start: number, ...kinds: RegExp[]): Word | undefined {
  return words
    .slice(Math.max(0, start - NEAR), start)
    .findLast(({ folded }) => kinds.some((kind) => kind.test(folded)));
}

/** Any other measure, where the words around the figure are those of its name, and its unit is there. */
function measured({ known }: PassageContext, own: SentenceWords, one: Counted): ProposedQuantity | null {
  const { figure, noun } = one;
  if (figure.kind !== 'number' || isArticle(one)) return null;
  const head = noun.find(({ folded }) => TIME_UNITS[singularOf(folded)] !== undefined);
  const end = endOf(own, one);
  const isPercent =
    /^\s?%|^\s?per ?cent\b/i.test(own.text.slice(end)) || /^per ?cent|^percent/.test(noun[0]?.folded ?? '');
  const duration = head && head === noun[0] && TIME_UNITS[singularOf(head.folded)];
  const units = isPercent ? ['percent'] : duration ? [duration] : unitsOf(known, noun);
  const fitting = units.filter((unit) => hasUnit(known, unit));
  if (fitting.length === 0) return null;
  const words = duration ? own.words.slice(Math.max(0, one.start - NEAR), one.from) : around(own, one);
  const measure = bestMeasure(known, words, fitting) ?? (duration ? period(known, own, one, duration) : null);
  if (measure === null) return null;
  const party = measure.unit === 'persons' ? partyOf({ known }, own, one) : null;
  return made(
    own,
    one,
    { measure: measure.id, unit: measure.unit, ...(party && { party: party.id }) },
    { measure: measure.why, unit: `what the figure counts`, ...(party && { party: party.why }) }
  );
}

/** “In less than three years”: within which time. */
function period(
  known: Known,
  own: SentenceWords,
  { start: first }: Counted,
  unit: string
): { id: string; unit: string; why: string } | null {
  const measure = known.codes.measures.find(({ label }) => /^(?:period|duration)$/i.test(label));
  const before = own.text.slice(0, (own.words[first]?.at ?? own.at) - own.at);
  return measure && /\b(?:in|within|over)(?: the (?:last|past))? $/i.test(before)
    ? { id: measure.id, unit, why: 'a time within which' }
    : null;
}

function unitsOf(known: Known, noun: readonly Word[]): string[] {
  const named = noun.flatMap(({ folded }) => known.units.filter((unit) => singularOf(unit) === singularOf(folded)));
  const people = noun.some(
    ({ folded, written }, i) => PEOPLE.test(folded) || TROOPS.test(folded) || (i === 0 && /^\p{Lu}.*s$/u.test(written))
  )
    ? ['persons']
    : [];
  return [...named, ...people, 'count'];
}

/** Reinforcements and equipment that the text speaks of without a figure, and people hurt: “some of whom”. */
function withoutFigure(
  context: PassageContext,
  own: SentenceWords,
  figures: readonly ProposedQuantity[]
): ProposedQuantity[] {
  return [
    ...reinforcement(context, own, figures),
    ...equipment(context, own, figures),
    ...someHurt(context, own, figures)
  ];
}

function unstated(
  own: SentenceWords,
  at: Word,
  subject: Pick<Quantity, 'measure' | 'unit'> & Partial<Quantity>,
  lower: number | null,
  why: ProposedQuantity['why'],
  bound: BoundKind = 'unspecified'
): ProposedQuantity {
  const quantity: Quantity = { ...subject, bound, value: null, lower, upper: null };
  return {
    quantity,
    at: at.at,
    why: {
      bound: 'spoken of, and no figure given',
      value: 'no figure is given',
      lower: 'at least some, where it is done or decided',
      upper: 'no figure is given',
      ...why
    }
  };
}

const DONE: ReadonlySet<TroopStatus> = new Set(['decided', 'authorised', 'sent', 'arriving', 'deployed', 'withdrawn']);

function reinforcement(
  { known }: PassageContext,
  own: SentenceWords,
  figures: readonly ProposedQuantity[]
): ProposedQuantity[] {
  const measures = known.troops?.measures;
  if (measures === undefined || !hasUnit(known, 'troops')) return [];
  const told = figures.some(
    ({ quantity: { measure, bound } }) =>
      measure === measures.increment || measure === measures.alert || bound === 'ambiguous'
  );
  if (told) return [];
  for (const [index, word] of own.words.entries()) {
    const isMore =
      /^(?:additional|more|extra|further|new)$/.test(word.folded) &&
      own.words[index - 1]?.folded !== 'or' &&
      own.words[index + 1]?.folded !== 'than';
    const isIncrease = INCREASED.test(word.folded);
    if (!isMore && !isIncrease) continue;
    const reach = own.words.slice(Math.max(0, isMore ? index : index - 4), index + 1 + (isMore ? 3 : NEAR));
    const noun = reach.find(({ folded }) => TROOPS.test(folded) || /^(?:troop|contingent|presence)$/.test(folded));
    const status = noun && statusIn(own.text, word.at - own.at);
    if (!status) continue;
    const lower = DONE.has(status.status) ? 1 : null;
    return [
      unstated(own, word, { measure: measures.increment, unit: 'troops', status: status.status }, lower, {
        measure: `“${word.written}” and “${noun.written}”`,
        unit: `“${noun.written}”`,
        status: status.why
      })
    ];
  }
  return [];
}

function equipment(
  { known }: PassageContext,
  own: SentenceWords,
  figures: readonly ProposedQuantity[]
): ProposedQuantity[] {
  const ids = known.troops?.measures.equipment ?? [];
  const added = own.words.find(({ folded }) => ADDED.test(folded) || MOVED.test(folded));
  if (added === undefined) return [];
  const named = known.units.filter((unit) => own.words.some(({ folded }) => isUnit(unit, folded)));
  return ids.flatMap((id): ProposedQuantity[] => {
    if (figures.some(({ quantity }) => quantity.measure === id)) return [];
    const measure = bestMeasure(known, own.words, named, [id]);
    if (measure === null || measure.missing > 0) return [];
    const status = statusIn(own.text, added.at - own.at);
    return [
      unstated(own, added, { measure: id, unit: measure.unit, ...(status && { status: status.status }) }, 1, {
        measure: measure.why,
        unit: 'the unit of this measure',
        ...(status && { status: status.why })
      })
    ];
  });
}

/** “Some of whom had serious injuries”: more than one of those before. */
function someHurt(
  _context: PassageContext,
  own: SentenceWords,
  figures: readonly ProposedQuantity[]
): ProposedQuantity[] {
  const [words] =
    /\bsome(?: of (?:whom|them))?\b[^.;,]{0,40}?\b(?:serious|severe|critical|grave)(?:ly)?\b/i.exec(own.text) ?? [];
  const told = figures.findLast(({ quantity }) => quantity.measure === 'injured');
  const at = own.words.find(({ folded }) => folded === 'some');
  if (words === undefined || told === undefined || at === undefined || told.quantity.severity) return [];
  const { party } = told.quantity;
  return [
    unstated(
      own,
      at,
      { measure: 'injured', unit: 'persons', severity: 'serious', ...(party && { party }) },
      2,
      {
        measure: `“${words}”`,
        unit: 'people are counted',
        severity: `“${words}”`,
        lower: '“some”: more than one',
        ...(party && { party: 'the party of the figure before' })
      },
      'some'
    )
  ];
}
