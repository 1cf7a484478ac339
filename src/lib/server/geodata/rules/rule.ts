import type { AuthoredClaim, AuthoredEventClaim, Entry, Geodata, IdKind } from '../authored.ts';
import { didYouMean, nearest } from '../problems.ts';

/** What a rule found wrong, at a field below an entry. */
export type Finding = {
  at: Pick<Entry<unknown>, 'file' | 'path'>;
  /** Below the entry: `date.edtf`; empty for the entry as a whole. */
  below: string;
  found: string;
  advice: string;
  warning?: true;
  /** An id that no file defines, and the file where it would stand: told once, however often it is named. */
  missing?: { id: string; home: string };
};

export type Rule = {
  code: string;
  /** What must hold, in one line. */
  title: string;
  /** Says something about what is missing: only run when nothing was set aside or unreadable. */
  whole?: true;
  check: (data: Geodata) => Iterable<Finding>;
};

/** The claims that are sound, by id. */
export function claimsById(data: Geodata): Map<string, AuthoredClaim> {
  return new Map(data.claims.map(({ item }) => [item.id, item]));
}

/** Whether a claim of an event states it. */
export const isAbout = ({ role = 'about' }: AuthoredEventClaim): boolean => role === 'about';

// Node 20 has no Map.groupBy.
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const CODES = 'codes.json';

/** Where a thing is defined, so that a new one can be added there. A claim or relation that is missing is a slip. */
const HOMES: Partial<Record<IdKind, string>> = {
  agent: 'agents.json',
  origin: 'origins.json',
  place: 'sites.geojson or areas.geojson',
  external: 'external.json',
  unit: CODES,
  kinds: CODES,
  topics: CODES,
  relations: CODES,
  measures: CODES,
  parties: CODES
};

/** A reference to an id that no file defines; nothing where it is defined, or where a file could not be read. */
export function* unknownRef(
  data: Geodata,
  kind: IdKind,
  id: string,
  at: Finding['at'],
  below: string,
  noun: string
): Iterable<Finding> {
  const { ids, complete } = data.known[kind];
  if (!complete || ids.has(id)) return;
  const home = HOMES[kind];
  yield {
    at,
    below,
    found: `no ${noun} ${JSON.stringify(id)}`,
    advice:
      home && nearest(id, ids) === null
        ? `${didYouMean(id, ids)}; if it is new, add it to ${home}`
        : didYouMean(id, ids),
    ...(home && { missing: { id, home } })
  };
}
