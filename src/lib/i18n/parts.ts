/**
 * The messages that the first view does without, by their keys; all others come with the page. What is in which part is
 * checked against what uses it by tests/unit/i18n/parts.test.ts.
 */
export const PARTS = {
  details: /^(detail\.(?!back$)|claim\.(?!where$|possiblyPublished$)|article\.|relation\.)/,
  exports: /^(exports\.(?!about)|cite\.)/,
  share: /^share\.(?!open$)/,
  embed: /^embed\./,
  legend: /^map\.key\./,
  search: /^search\.(?!open$)/,
  /** In what is drawn at build and stays as it is: no program names them. */
  drawn: /^(about\.|exports\.about|record\.(?!title$)|card\.)/
} as const satisfies Record<string, RegExp>;

export type Part = keyof typeof PARTS;

/** The part that a message belongs to; `null`: the first view needs it. */
export function partOf(key: string): Part | null {
  return (Object.keys(PARTS) as Part[]).find((part) => PARTS[part].test(key)) ?? null;
}

/** The parts that a page needs as soon as it runs; its head names them to the browser. A page that is only read: none. */
export const INITIAL_MESSAGES = {
  map: [],
  about: [],
  embed: ['embed']
} as const satisfies Record<string, readonly Part[]>;

export type PageName = keyof typeof INITIAL_MESSAGES;
