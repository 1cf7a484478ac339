import type { Agent, Codes, Localised, Origin, Relation } from '../../../lib/model/dataset.ts';
import type {
  AuthoredClaim,
  AuthoredEvent,
  AuthoredTroops,
  ExcludedLines
} from '../../../lib/server/geodata/authored.ts';

/** A site or an area, as far as a text can name it and a claim can stand on it. */
export type KnownPlace = { id: string; names: Localised; kind: string; offMap: boolean; isArea: boolean };

/** A published claim, or one of the draft by its key, of which fields may be missing. */
export type KnownClaim = Partial<Omit<AuthoredClaim, 'id' | 'locator'>> & { id: string; article: string };

export type KnownEvent = AuthoredEvent;

/** A published relation has its id, one of the draft none. */
export type KnownRelation = Omit<Relation, 'id'> & { id?: string };

/** A fact found outside the articles, which a place of an event may rest on. */
export type KnownFact = { id: string; about: string };

/** A text of the published data that says something of all articles: “in one article only”. */
export type KnownSentence = {
  /** The path of the text (`texts.ts`): `events/quay-clash/note`. */
  key: string;
  text: string;
  /** The events it speaks of; `null` for the data set as a whole. */
  events: string[] | null;
};

/**
 * What the data folder and the draft hold together, as far as proposals need it: plain data, which can travel as JSON.
 * Draft claims stand under their keys, draft events under their ids.
 */
export type Known = {
  /** The article that is being taken in. */
  article: string;
  /** The day or days from which “Monday” is counted, as EDTF; `null` before the editor has said. */
  reported: string | null;
  /** Lines of the text that are no part of the article. */
  excluded: ExcludedLines[];
  agents: Agent[];
  origins: Origin[];
  places: KnownPlace[];
  codes: Codes;
  units: string[];
  troops: AuthoredTroops | null;
  events: KnownEvent[];
  claims: KnownClaim[];
  relations: KnownRelation[];
  facts: KnownFact[];
  sentences: KnownSentence[];
};
