/** One thing wrong with one field of one file. Warnings are printed and do not stop a build. */
export type Problem = {
  /** Rule code of the table in `rules/table.ts`. */
  rule: string;
  /** As printed: `geodata/articles/x.json`. */
  file: string;
  /** `claims[5].date.edtf`; empty for the file as a whole. */
  path: string;
  /** Line of the field, 1-based; absent where the field or the file is. */
  line?: number;
  found: string;
  /** What to do about it. Text in brackets is an explanation rather than an instruction. */
  advice: string;
  severity: 'error' | 'warning';
};

/** `['claims', 5, 'date']` as `claims[5].date`. Keys that are no plain names are quoted: `names["sr-Latn"]`. */
export function pathText(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    if (!/^[$\w]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/** `base` and the path below it, either of which may be empty. */
export function joinPath(base: string, below: string): string {
  if (base === '' || below === '') return base + below;
  return below.startsWith('[') ? base + below : `${base}.${below}`;
}

/** A value as JSON, of which a reader needs no more than 60 characters to find it. */
export function shortQuote(value: unknown): string {
  return cut(JSON.stringify(value) ?? 'nothing', LONGEST_VALUE);
}

const LONGEST_VALUE = 60;
const LONGEST_PATH = 160;
/** An advice may hold a text that is to be translated. */
const LONGEST_TEXT = 400;
/** More than a new language has texts to be translated. */
const MOST_LINES = 1000;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 3)}…` : text);

/** Whatever the data holds, a report can be read: what is echoed of it, in straight quotes, is cut. */
const withShortValues = (text: string) => text.replace(/"(?:[^"\\]|\\.)*"/g, (value) => cut(value, LONGEST_VALUE));

/** All problems, file by file, in the order of the files. Empty text for none. */
export function formatReport(problems: readonly Problem[]): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  return [...byFile].map(([file, list]) => formatFile(file, list)).join('\n\n');
}

function formatFile(file: string, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [errors > 0 && count(errors, 'problem'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
  const inOrder = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const groups = alike(inOrder);
  const lines = groups.slice(0, MOST_LINES).map((group) => formatProblem(group[0]!, group.slice(1)));
  const more = groups.length > MOST_LINES ? [`  and ${groups.length - MOST_LINES} more`] : [];
  return [`${cut(file, LONGEST_PATH)} has ${counts.join(' and ')}:`, ...lines, ...more].join('\n');
}

/** From so many on, problems that say the same are told as one. */
const ALIKE = 3;
const MOST_PLACES = 12;

/** Problems that say the same, where there are many; each other for itself. In the order of the first of each. */
function alike(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const said = [problem.rule, problem.severity, problem.found, problem.advice].join('\n');
    const group = groups.get(said);
    if (group) group.push(problem);
    else groups.set(said, [problem]);
  }
  return [...groups.values()].flatMap((group) => (group.length < ALIKE ? group.map((one) => [one]) : [group]));
}

/** Where else the same is found: by line, or by path where one has none. */
function alsoAt(others: readonly Problem[]): string {
  if (others.length === 0) return '';
  const places = others.every(({ line }) => line !== undefined)
    ? others.map(({ line }) => `line ${line}`)
    : others.map(({ path }) => cut(path, LONGEST_PATH));
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
  return ` (${count(places.length + 1, 'place')}: also ${places.slice(0, MOST_PLACES).join(', ')}${more})`;
}

/** What nobody sees, and what would turn the rest of the report, by its number. */
const seen = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (one) => `<${codePoint(one)}>`);

/** A character by its number: `U+202E`. */
export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

function formatProblem({ path, line, found, advice, rule, severity }: Problem, others: readonly Problem[]): string {
  const place = [cut(path, LONGEST_PATH), line === undefined ? '' : `(line ${line})`].filter(Boolean).join(' ');
  const text = [cut(withShortValues(found), LONGEST_TEXT), cut(advice, LONGEST_TEXT)].join(
    advice.startsWith('(') ? ' ' : '; '
  );
  return seen(
    `  ${place ? `${place}: ` : ''}${severity === 'warning' ? 'warning: ' : ''}${text}${alsoAt(others)} [${rule}]`
  );
}

/** `1 problem`, `2 problems`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

const LONGEST_WORD = 200;

/** The candidate that was probably meant: few edits away, or begun alike; `null` for none. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  // No slip of the hand, and the distance takes the product of both lengths.
  if (word.length > LONGEST_WORD) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const near = editDistance(word, candidate);
    // A word begun alike is a likelier slip than one that merely has as many letters.
    const distance = beginsAlike(word, candidate) ? near / 4 : near;
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  // Two of three letters exchanged make another word.
  return bestDistance <= Math.min(Math.max(2, word.length / 2), Math.max(1, word.length - 2)) ? best : null;
}

/** Advice for an unknown word: the nearest known one, or the known ones where they are few. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const candidates = [...known];
  const best = nearest(word, candidates);
  if (best !== null) return `did you mean ${JSON.stringify(best)}?`;
  if (candidates.length === 0) return 'none is defined';
  return candidates.length <= 15
    ? `known: ${candidates.join(', ')}`
    : `none of the ${candidates.length} known is near it`;
}

/** One is the beginning of the other, or both are slugs with the same first word. */
function beginsAlike(a: string, b: string): boolean {
  if (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a))) return true;
  return a.includes('-') && a.split('-')[0] === b.split('-')[0];
}

/** Levenshtein distance. Time: O(a × b). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
