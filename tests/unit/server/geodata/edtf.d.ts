// The package ships no types; only what the oracle uses is declared.
declare module 'edtf' {
  /** Throws on what is not EDTF. `min` and `max` are milliseconds, infinite for open ends. */
  export default function edtf(text: string): { min: number; max: number };
}
