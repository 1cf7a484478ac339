// The package ships no types; only what is used is declared.
declare module 'edtf' {
  /** Milliseconds since 1970, UTC: `min` is the start of the first day, `max` the end of the last. */
  export interface ExtDate {
    min: number;
    max: number;
    /** The date written anew. */
    edtf: string;
    /** Bits that say which parts of the date are qualified so. */
    approximate: { value: number };
    uncertain: { value: number };
    /** The date `count` units of its own precision later (earlier where negative): days, months or years. */
    next(count: number): ExtDate;
  }
  export type Parsed = { type: string; level: number };
  /** Throws on what is not EDTF of this level and these types. */
  export function parse(text: string, constraints: { level: 0 | 1 | 2; types: string[] }): Parsed;
  export default function edtf(parsed: Parsed): ExtDate;
}
