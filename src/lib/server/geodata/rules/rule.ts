import type { Entry, Geodata, IdKind } from '../authored.ts';
import { didYouMean } from '../problems.ts';

/** What a rule found wrong, at a field below an entry. */
export type Finding = {
  at: Pick<Entry<unknown>, 'file' | 'path'>;
  /** Below the entry: `date.edtf`; empty for the entry as a whole. */
  below: string;
  found: string;
  advice: string;
  warning?: true;
};

export type Rule = {
  code: string;
  /** What must hold, in one line. */
  title: string;
  /** Says something about what is missing: only run when nothing was set aside or unreadable. */
  whole?: true;
  check: (data: Geodata) => Iterable<Finding>;
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
  yield { at, below, found: `no ${noun} ${JSON.stringify(id)}`, advice: didYouMean(id, ids) };
}
