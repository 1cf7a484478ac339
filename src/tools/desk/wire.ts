import type { DatasetInfo, LngLat } from '../../lib/model/dataset.ts';
import type { Draft } from './draft.ts';
import type { DraftProblem } from './files/check-draft.ts';
import type { FileDiff } from './files/diff.ts';
import type { Known } from './proposals/known.ts';

// What the desk’s page and its server say to each other. Types alone.

export type DraftLine = { id: string; title: string; claims: number };

/** An article that is published. `lacks`: why it cannot be opened here, and what to do; `null` where it can. */
export type PublishedLine = { id: string; title: string; claims: number; lacks: string | null };

/** What of the region the forms ask by: the same in all drafts. */
export type Region = {
  bounds: DatasetInfo['bounds'];
  nameForms: DatasetInfo['nameForms'];
  /** Licences of places so far. */
  licences: string[];
  /** Where the shapes of areas are from so far. */
  areaSources: string[];
  points: { name: string; lngLat: LngLat }[];
};

/** What is there when the desk is opened. */
export type Overview = {
  /** The data folder, and the folder of texts and drafts, as printed. */
  data: string;
  texts: string;
  drafts: DraftLine[];
  articles: PublishedLine[];
  /** Files among the drafts that are none: why, and where they are now. */
  bad: { file: string; why: string }[];
  /** Outlets that articles were published by so far. */
  outlets: string[];
  region: Region;
};

/** A text as it was taken in. `notes`: what was done to it, in words. */
export type TakenText = { text: string; notes: string[] };

/** A version names what is on disk: a change says which one it was made from. */
export type OpenDraft = {
  draft: Draft;
  version: string;
  text: string;
  known: Known;
  /** What became of the passages, where the text was another than before. */
  notes: string[];
};

/**
 * What publishing writes. `settled`: what the claims change in things that are published already, in words; `shared`: which
 * of the changed events other articles rest on.
 */
export type Changes = { files: FileDiff[]; settled: string[]; shared: string[] };

export type Saved = { version: string; known: Known };

export type Checked = { version: string; problems: DraftProblem[] };

/**
 * A text that another language lacks, or has. `path`: as in the files of texts, with keys of the draft in it; `before`: its
 * translation so far, of other words.
 */
export type ToTranslate = { path: string; en: string; text: string; before?: string };
/** `left`: how many were left out, as their English is not today’s. */
export type TakenBack = { language: string; texts: ToTranslate[]; left: number };
export type TranslationTable = { language: string; texts: ToTranslate[] }[];
