import type { BoundKind } from '../../../lib/model/dataset.ts';

/** A stretch of the text, in code points from its start, end excluded, and the words that stand there. */
export type Range = { start: number; end: number; words: string };

/** `value` is `null` where no figure is given: “dozens”. `factor`: by how much something was multiplied. */
export type NumberHint = Range & { kind: 'number'; value: number | null; factor: boolean };
/** Words that say how a figure is meant. */
export type BoundHint = Range & { kind: 'bound'; bound: BoundKind };
/** `edtf` is `null` where the day cannot be told, as the day of the report is not known. */
export type DateHint = Range & { kind: 'date'; edtf: string | null; basis: string };
export type PlaceHint = Range & { kind: 'place'; place: string };
export type AgentHint = Range & { kind: 'agent'; agent: string };

/** Something in a text that a claim could state. */
export type Hint = NumberHint | BoundHint | DateHint | PlaceHint | AgentHint;
