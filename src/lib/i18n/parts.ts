/**
 * Messages that the first view does not need, by key; all others are fetched with the page. A test checks each part
 * against the modules that use it (tests/unit/i18n/parts.test.ts).
 */
export const PARTS = {
  details: /^(detail\.(?!back$)|claim\.(?!where(\.row)?$|possiblyPublished$)|article\.|relation\.)/,
  exports: /^(exports\.(?!about)|cite\.)/,
  share: /^share\.(?!open$)/,
  story: /^chapter\./,
  embed: /^embed\./,
  legend: /^map\.key\./,
  chart: /^chart\./,
  /** Of long spans of time. */
  axis: /^axis\./,
  /** Of data that are in parts. */
  years: /^years\./,
  /** Of what comes to the map when the browser is idle. */
  away: /^map\.(away\.|troops\.group$)/,
  /** Of maps with tiles. */
  tiles: /^map\.tiles\./,
  search: /^search\.(?!open$)/,
  /** Only in prerendered HTML that is never hydrated: no browser code uses them. */
  prerendered: /^(page\.(late|disk|kept|frozen)|about\.|exports\.about|record\.(?!title$)|card\.)/
} as const satisfies Record<string, RegExp>;

export type Part = keyof typeof PARTS;

/** The part that a message belongs to; `null`: it is needed by the first view. */
export function partOf(key: string): Part | null {
  return (Object.keys(PARTS) as Part[]).find((part) => PARTS[part].test(key)) ?? null;
}

/** The parts that a page needs as soon as it runs; its head preloads them. */
export const INITIAL_MESSAGES = {
  map: [],
  about: [],
  embed: ['embed']
} as const satisfies Record<string, readonly Part[]>;

export type PageName = keyof typeof INITIAL_MESSAGES;
