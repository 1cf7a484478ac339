import type { Agent, Attribution } from '../../../lib/model/dataset.ts';
import type { DraftArticle } from '../draft.ts';
import type { Known } from './known.ts';
import { marked, sentencesIn, type Marked, type PassageContext, type Sentence } from './passage-context.ts';

export type Because<T> = { value: T; why: string };
export type ProposedLink = { link: Attribution; why: string };

export const SPEECH =
  /^(?:said|says|saying|told|tells|announc(?:ed|es|ing)|stat(?:ed|es)|added|adds|noted|notes|stress(?:ed|es)|emphasi[sz](?:ed|es)|reiterat(?:ed|es)|assert(?:ed|s)|claim(?:ed|s)|comment(?:ed|s)|wrote|writes|tweeted|posted|declared|warn(?:ed|s)|explain(?:ed|s)|conclud(?:ed|es)|confirm(?:ed|s)|recall(?:ed|s)|express(?:ed|es)|urg(?:ed|es)|condemn(?:ed|s)|argu(?:ed|es)|insist(?:ed|s)|admitted|denied|denies|demand(?:ed|s)|promis(?:ed|es)|pledg(?:ed|es)|accus(?:ed|es)|repli(?:ed|es)|answer(?:ed|s)|remarked|underlin(?:ed|es)|pointed|points|called|calls|reported|reports)$/;
/** Who is meant was named before. */
const PRONOUN = /^(?:he|she|him|her)$/;
const SPEAKERS: ReadonlySet<string> = new Set(['person', 'organisation', 'institution', 'force', 'group', 'state']);
const CARRIERS: ReadonlySet<string> = new Set(['agency', 'outlet']);
/** How many words may stand between one who speaks and the verb: a title, “also”, “the officer”. */
const REACH = 5;

/** A person that is told by an office or a calling, without a name: “the politician asserted”, “said the first man of …”. */
const DESCRIBED =
  /^(?:head|chief|leader|man|woman|politician|official|officer|general|minister|secretary|mayor|spokes\p{L}+)$/u;
/** A text that speaks for who issued it. */
const DOCUMENT = /^(?:it|document|statement|release|communique|message|report)$/;

/** `unknown`: somebody says it, and the text or the data set does not tell who: “officials said”. `null`: nobody does. */
export type Speaker = Because<Agent> | 'unknown' | null;

/** Who says a passage: the agent of a verb of speech, or of the pronoun before one. */
export function speakerOf({ passage, before, text, known }: PassageContext): Speaker {
  const byId = new Map(known.agents.map((agent) => [agent.id, agent]));
  const after = text.slice(before.length + passage.text.length);
  const named = (voice: Voice | null): Speaker => {
    if (voice === null || 'value' in voice) return voice;
    if (voice.of === 'unknown') return 'unknown';
    const last = lastSpeaker(before, known, byId, voice.of);
    const agent = last ?? (voice.of === 'person' ? firstSpeaker(after, known, byId) : null);
    if (agent === null || agent === 'unknown') return 'unknown';
    return { value: agent, why: `“${voice.words}”; the text names ${agent.name} nearest to it` };
  };
  const own = named(voiceIn(passage, byId));
  if (own !== null) return own;
  // A quotation after a colon is of who was named there.
  if (/:\s*$/.test(before)) {
    const said = named(voiceIn(marked(lastSentence(before), known), byId));
    if (said === 'unknown') return said;
    if (said !== null) return { value: said.value, why: `the sentence before, which ends in a colon: ${said.why}` };
  }
  // “… – said X” may stand behind the passage.
  const [next = ''] = /^[”"]?\s*[–-][^\n]*/.exec(after) ?? [];
  return next === '' ? null : named(voiceIn(marked(next, known), byId));
}

function lastSentence(text: string): string {
  const trimmed = text.trimEnd();
  const last = sentencesIn(trimmed).at(-1);
  return last === undefined ? '' : trimmed.slice(last.at, last.end);
}

/** Verbs that nobody uses but to say whose words they are. */
const SAYING = /^(?:said|says|told|tells|announced|stated|warned|confirmed|claimed)$/;

/** An agent that speaks; or one that was named elsewhere, as words such as “he” and “the document” say; or nobody known. */
type Voice = Because<Agent> | { of: 'person' | 'body' | 'unknown'; words: string };

/** Whose words a stretch of text is: an attribution that closes a quotation counts before a verb inside it. */
function voiceIn(text: Marked, byId: ReadonlyMap<string, Agent>): Voice | null {
  const verbs = text.words.flatMap(({ folded }, index) =>
    SPEECH.test(folded) || folded === 'according' ? [index] : []
  );
  const closing = verbs.filter((index) => isClosing(text, index));
  for (const index of [...closing, ...verbs]) {
    const voice = voiceAt(text, index, byId);
    if (voice !== null) return voice;
  }
  return issuedIn(text, byId) ?? unknownIn(text, verbs, byId);
}

/** “Officials said”: words of somebody, unless an agency “said”, which only carries them. */
function unknownIn(
  { words, agents }: Marked,
  verbs: readonly number[],
  byId: ReadonlyMap<string, Agent>
): Voice | null {
  const carrier = (verb: number): boolean =>
    agents.some(({ id, to }) => CARRIERS.has(byId.get(id)?.kind ?? '') && to <= verb && to >= verb - 2);
  const verb = verbs.find((index) => SAYING.test(words[index]!.folded) && !carrier(index));
  return verb === undefined ? null : { of: 'unknown', words: words[verb]!.written };
}

const QUOTE_ENDS = /(?:[”"]|\s[–-])[\s,]*(?:\p{L}+\s+){0,3}$/u;

function isClosing({ words, text }: Marked, verb: number): boolean {
  return QUOTE_ENDS.test(text.slice(0, words[verb]!.at));
}

function voiceAt({ words, agents, text }: Marked, verb: number, byId: ReadonlyMap<string, Agent>): Voice | null {
  const { folded, written, at, end } = words[verb]!;
  const kindOf = (id: string): string => byId.get(id)?.kind ?? '';
  if (folded === 'according') {
    const of = words[verb + 2];
    if (of && PRONOUN.test(of.folded)) return { of: 'person', words: `according to ${of.written}` };
    const source = agents.find(({ from, id }) => from >= verb + 2 && from <= verb + 3 && SPEAKERS.has(kindOf(id)));
    return source ? { value: byId.get(source.id)!, why: `“according to ${byId.get(source.id)!.name}”` } : null;
  }
  const near = words.slice(Math.max(0, verb - 3), verb).filter((word) => isClose(text, word.end, at));
  const pronoun = near.findLast((word) => PRONOUN.test(word.folded));
  if (pronoun && near.at(-1)! && near.indexOf(pronoun) >= near.length - 2)
    return { of: 'person', words: `${pronoun.written} ${written}` };
  const isAgents = ({ id }: { id: string }): boolean =>
    // A state declares; who says something of it is another.
    kindOf(id) === 'person' || (SPEAKERS.has(kindOf(id)) && !/^declared$/.test(folded));
  const before = agents.findLast(
    (agent) =>
      agent.to <= verb && agent.to >= verb - 2 && isAgents(agent) && isClose(text, words[agent.to - 1]!.end, at)
  );
  const described = words.findLastIndex(
    (word, index) => index < verb && index >= verb - REACH && DESCRIBED.test(word.folded) && isClose(text, word.end, at)
  );
  if (described >= 0 && (before === undefined || kindOf(before.id) !== 'person')) {
    // “A spokesman” is somebody new, “the politician” was named before.
    const isNew = words
      .slice(Math.max(0, described - 3), described)
      .some(({ folded }) => /^(?:an?|another|one)$/.test(folded));
    return { of: isNew ? 'unknown' : 'person', words: words[described]!.written };
  }
  if (before) return { value: byId.get(before.id)!, why: `“${written}” beside ${byId.get(before.id)!.name}` };
  if (/[”",]\s*[–-]?\s*$|[–-]\s*$/.test(text.slice(0, at))) {
    const after = agents.find(
      ({ from, id }) =>
        from > verb && from <= verb + REACH && kindOf(id) === 'person' && isClose(text, end, words[from]!.at)
    );
    if (after) return { value: byId.get(after.id)!, why: `“${written}” before ${byId.get(after.id)!.name}` };
    const office = words.slice(verb + 1, verb + REACH).find((word) => DESCRIBED.test(word.folded));
    if (office) return { of: 'person', words: office.written };
    if (words.slice(verb + 1, verb + REACH).some((word) => DOCUMENT.test(word.folded)))
      return { of: 'body', words: `${written} in it` };
  }
  const document = near.find((word) => DOCUMENT.test(word.folded));
  return document ? { of: 'body', words: `${document.written} ${written}` } : null;
}

/** “The statement was made by X.” */
function issuedIn({ words, agents }: Marked, byId: ReadonlyMap<string, Agent>): Voice | null {
  for (const { id, from } of agents) {
    const agent = byId.get(id)!;
    const before = words
      .slice(Math.max(0, from - 6), from)
      .map(({ folded }) => folded)
      .join(' ');
    if (
      SPEAKERS.has(agent.kind) &&
      /\b(?:message|statement|announcement|release|report) (?:was|were) (?:made|issued|published|given|released) by(?: the)?$/.test(
        before
      )
    ) {
      return { value: agent, why: `issued by ${agent.name}` };
    }
  }
  return null;
}

/** No sentence ends between, and no quotation. */
const isClose = (text: string, from: number, to: number): boolean =>
  !/[.;:!?”"]\s|\n|\s[–-]\s/.test(text.slice(from, to));

/** Who spoke last: a person, for a “he”; a body, for a document. */
function lastSpeaker(
  before: string,
  known: Known,
  byId: ReadonlyMap<string, Agent>,
  of: 'person' | 'body'
): Agent | 'unknown' | null {
  return speakerIn(sentencesIn(before).reverse(), before, known, byId, of);
}

function firstSpeaker(after: string, known: Known, byId: ReadonlyMap<string, Agent>): Agent | 'unknown' | null {
  return speakerIn(sentencesIn(after), after, known, byId, 'person');
}

function speakerIn(
  sentences: readonly Sentence[],
  text: string,
  known: Known,
  byId: ReadonlyMap<string, Agent>,
  of: 'person' | 'body'
): Agent | 'unknown' | null {
  for (const { at, end } of sentences) {
    const voice = voiceIn(marked(text.slice(at, end), known), byId);
    if (voice === null) continue;
    if ('value' in voice) {
      if ((voice.value.kind === 'person') === (of === 'person')) return voice.value;
    } else if (voice.of === 'unknown' && of === 'person') return 'unknown';
  }
  return null;
}

/** Who carries the words to the reader, and last the publisher. What an earlier claim of the draft says is said again. */
export function chainOf(
  context: PassageContext,
  speaker: Because<Agent> | null,
  article: DraftArticle
): ProposedLink[] {
  const { known, passage } = context;
  const first: ProposedLink[] = speaker
    ? [{ link: { agent: speaker.value.id, role: 'speaker' }, why: speaker.why }]
    : [];
  const earlier = known.claims.find(
    ({ article: of, attribution = [] }) =>
      of === known.article && attribution.length > 0 && (attribution[0]!.role === 'speaker') === (speaker !== null)
  );
  if (earlier) {
    const tail = earlier.attribution!.filter(({ role }) => role !== 'speaker');
    return [...first, ...tail.map((link) => ({ link, why: `as in claim ${earlier.id} of this article` }))];
  }
  const carriers = carriersIn(passage, known).filter(({ link }) => link.agent !== article.publisherAgent);
  const { publisherAgent } = article;
  if (publisherAgent === undefined) return [...first, ...carriers];
  const role = carriers.length > 0 ? 'republisher' : speaker ? 'reporter' : 'outlet_voice';
  return [...first, ...carriers, { link: { agent: publisherAgent, role }, why: 'the publisher of the article' }];
}

function carriersIn({ words, agents, text }: Marked, known: Known): ProposedLink[] {
  const byId = new Map(known.agents.map((agent) => [agent.id, agent]));
  return agents.flatMap(({ id, from, to }): ProposedLink[] => {
    const agent = byId.get(id);
    if (!agent || !CARRIERS.has(agent.kind)) return [];
    const [before, after] = [text.slice(0, words[from]!.at), text.slice(words[to - 1]!.end)];
    const interview = /\binterview (?:for|with|to|by) (?:the )?(?:\p{L}+ )?$/iu.exec(before)?.[0];
    if (interview) return [{ link: { agent: id, role: 'interviewer' }, why: `“${interview.trim()} ${agent.name}”` }];
    const reports = /^\s+(?:reports?|reported|published|writes|wrote|quotes|quoted|learned|has learned)\b/.exec(
      after
    )?.[0];
    return reports ? [{ link: { agent: id, role: 'reporter' }, why: `“${agent.name}${reports}”` }] : [];
  });
}

/**
 * The origin that a chain leads to: the one whose claims so far all come by way of an agent of the chain, or whose voice
 * speaks. Where two fit, none is proposed.
 */
export function originOf(known: Known, chain: readonly Attribution[]): Because<string> | null {
  const [first] = chain;
  if (first === undefined) return null;
  const agents = new Set(chain.map(({ agent }) => agent));
  const fitting = known.origins.filter(({ id }) => {
    const chains = known.claims.flatMap(({ origin, attribution }) =>
      origin === id && attribution?.length ? [attribution] : []
    );
    if (chains.length === 0 || !chains.some((each) => each[0]!.agent === first.agent)) return false;
    const common = chains
      .map((each) => new Set(each.map(({ agent }) => agent)))
      .reduce((a, b) => new Set([...a].filter((each) => b.has(each))));
    return common.size === 0 || [...agents].some((agent) => common.has(agent));
  });
  // One that is reached by an agent of the chain alone is nearer than one that anything can reach.
  const near = fitting.filter(({ id }) => {
    const own = known.claims.find(({ origin, article }) => origin === id && article === known.article);
    return own !== undefined;
  });
  const [only] = fitting.length === 1 ? fitting : near.length === 1 ? near : [];
  return only ? { value: only.id, why: `claims that begin with ${first.agent} have the origin “${only.name}”` } : null;
}
