import type { Agent, Code, Codes, KindCode, Origin, Relation } from '../../lib/model/dataset.ts';
import type {
  AreaFeature,
  AuthoredArticle,
  AuthoredClaim,
  AuthoredEvent,
  AuthoredEventClaim,
  ExcludedLines,
  SiteFeature
} from '../../lib/server/geodata/authored.ts';

/**
 * Where a passage is in an article’s text: a position and the words themselves (the selectors of the W3C Web Annotation
 * model), so that a text that has changed finds its passage again. The words stay outside the project; published is the
 * position alone.
 */
export type Passage = {
  /** Code points from the start of the text, end excluded. */
  charStart: number;
  charEnd: number;
  /** The words, and up to 32 characters before and after them. */
  exact: string;
  prefix: string;
  suffix: string;
};

/** A field of a claim by its path in the claim: `date.edtf`, `quantities[0].bound`. */
export type FieldPath = string;

/**
 * A claim that is being written. What it has of a claim’s fields is what stands in the form; a field counts as stated
 * once it is in `confirmed`, and is a proposal until then. Its id is made when it is published.
 */
export type DraftClaim = {
  /** Names the claim in the draft: `c1`. Joins and relations of the draft use it instead of an id. */
  key: string;
  passage: Passage;
  fields: Partial<Omit<AuthoredClaim, 'id' | 'locator'>>;
  confirmed: FieldPath[];
};

/** A claim of the draft, by its key, or a published one, by its id, joined to an event of the draft or a published one. */
export type DraftJoin = { event: string; claim: string } & Omit<AuthoredEventClaim, 'id'>;

/** An event that the draft adds. Its claims are the joins to it. */
export type DraftEvent = Omit<AuthoredEvent, 'claims'>;

/** Claims are named by the draft’s keys or by published ids. */
export type DraftRelation = Omit<Relation, 'id'>;

/** An event that is published, as it was when it was opened here, and as it is to be. Its claims are changed by joins. */
export type EventChange = { was: DraftEvent; now: DraftEvent };

/** A relation that is published, as it was when it was opened here, and as it is to be; `null`: it goes. */
export type RelationChange = { was: Relation; now: DraftRelation | null };

export type DraftArticle = Partial<Omit<AuthoredArticle, 'text' | 'claims'>>;

/**
 * One article that is being taken in, with all that it brings. A draft is kept outside the data folder, as one JSON file
 * beside the text, and changes nothing there until it is published.
 */
export type Draft = {
  format: 1;
  /** The article’s id, and the name of the draft’s file. */
  id: string;
  /**
   * Where a published article was opened to be changed: the hash of its file and the joins of its claims then. Its claims
   * have their ids as keys.
   */
  opened?: { sha256: string; joins: DraftJoin[] };
  article: DraftArticle;
  text: { file: string; sha256: string; bytes: number; excluded: ExcludedLines[] };
  claims: DraftClaim[];
  joins: DraftJoin[];
  events: DraftEvent[];
  relations: DraftRelation[];
  changedEvents: EventChange[];
  changedRelations: RelationChange[];
  agents: Agent[];
  origins: Origin[];
  sites: SiteFeature[];
  areas: AreaFeature[];
  codes: Partial<Record<Exclude<keyof Codes, 'kinds'>, Code[]>> & { kinds?: KindCode[] };
  /**
   * Texts in other languages: by language, then by the path of what they translate (`texts.ts`), with draft keys in it;
   * relations that it adds by their place in the draft: `relations/0/why`.
   */
  translations: Record<string, Record<string, { en: string; text: string }>>;
};

/** A draft without a thing in it but its article and its text. */
export function emptyDraft(id: string, article: DraftArticle, text: Draft['text']): Draft {
  return {
    format: 1,
    id,
    article,
    text,
    claims: [],
    joins: [],
    events: [],
    relations: [],
    changedEvents: [],
    changedRelations: [],
    agents: [],
    origins: [],
    sites: [],
    areas: [],
    codes: {},
    translations: {}
  };
}

/**
 * The rules on texts that nobody has translated, or not since their English changed. They stop no publication: the texts
 * are shown in English, and counted.
 */
const LEFT_FOR_LATER = new Set(['V52', 'V54']);
export const isLeftForLater = ({ rule }: { rule: string }): boolean => LEFT_FOR_LATER.has(rule);
