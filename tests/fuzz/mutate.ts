import { bracketed, nodesOf, replaced, type Json, type Node } from './json-tree.ts';

/** A data folder in memory: the text of each file. A file that is no text says what stands in its place. */
export type Folder = ReadonlyMap<string, string | Odd>;
export type Odd = 'folder' | 'link to nothing';

/** One change to a folder, in words, so that a failure can be told and made again. */
export type Mutation = { file: string; path: string; what: string };

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** What stands in for any text. `base`: the text that was there. */
const TEXTS: readonly ((base: string) => string)[] = [
  () => '',
  () => '   ',
  () => '\n=1+1',
  (base) => `${base}\u202E`,
  (base) => `\u2067${base}`,
  (base) => `${base.slice(0, 2)}\u200B${base.slice(2)}`,
  (base) => `${base}\u2028`,
  (base) => `${base}\uD800`,
  (base) => `\uDC00${base}`,
  (base) => `${base}\u0000`,
  (base) => `${base}</script><b>`,
  (base) => `=${base}`,
  (base) => `${base};=1+1`,
  (base) => `＝${base}`,
  (base) => `${base} “${base}” & ${base}`,
  (base) => base.repeat(40),
  (base) => base.slice(0, Math.ceil(base.length / 2)),
  (base) => base.toUpperCase(),
  (base) => base.replaceAll('-', ' '),
  (base) => `${base}"} , note = {`,
  () => 'x'.repeat(100_000),
  () => 'constructor',
  () => '__proto__',
  () => 'toString',
  () => '0',
  () => '-1',
  () => '2023-02-30',
  () => '0001-01-01',
  () => '9999-12-31',
  () => '2023-05-31/2023-05-01',
  () => '../..',
  () => '2023?',
  () => 'سلام',
  () => '🏳️‍🌈',
  () => 'https://user:word@evil.example/',
  () => 'javascript:alert(1)',
  (base) => `${base} (https://[x/, https://a:b:c/)`,
  () => 'https://example.org/\u202Egpj.exe'
];
const NUMBERS = [0, -1, -0.5, 0.1, 1, 2, 181, -181, 91, 5e5, 1e15, 1e21, 1e308, -1e308, 2 ** 53 + 2];
const STRANGERS: readonly Json[] = [null, true, false, 0, '', 'x', [], {}, [null], { id: 'x' }, [[]]];

/** What can be done to a field, by what stands there. Each gives the new value, or `undefined` to take it away. */
type Way = (node: Node, random: () => number, alike: readonly Node[]) => Json | undefined;

const ANY: Record<string, Way> = {
  'taken away': () => undefined,
  'of another type': (_node, random) => pick(random, STRANGERS),
  'deeply nested': () => JSON.parse(deep(60)) as Json,
  'that of its like': (_node, random, alike) => pick(random, alike).value
};
const OF_TEXT: Record<string, Way> = {
  'another text': ({ value }, random) => pick(random, TEXTS)(value as string)
};
const OF_NUMBER: Record<string, Way> = {
  'another number': (_node, random) => pick(random, NUMBERS),
  'a little more': ({ value }) => (value as number) + 1
};
const OF_LIST: Record<string, Way> = {
  'a member twice': ({ value }, random) => {
    const list = value as Json[];
    return list.length ? [...list, pick(random, list)] : list;
  },
  'a member twice, with another id': ({ value }, random) => {
    const list = value as Json[];
    const one = list.length ? pick(random, list) : null;
    return typeof one === 'object' && one !== null && 'id' in one
      ? [...list, { ...one, id: `${String(one.id)}2` }]
      : list;
  },
  'a member twice, of another part': ({ value }, random) => {
    const list = value as Json[];
    const one = list.length ? pick(random, list) : null;
    return typeof one === 'object' && one !== null ? [...list, { ...one, component: 'the other part' }] : list;
  },
  'a member of its like': ({ value }, random, alike) => {
    const others = alike.flatMap(({ value: other }) => other as Json[]);
    return others.length ? [...(value as Json[]), pick(random, others)] : (value as Json[]);
  },
  emptied: () => [],
  'without a member': ({ value }, random) => {
    const at = Math.floor(random() * (value as Json[]).length);
    return (value as Json[]).filter((_, other) => other !== at);
  },
  backwards: ({ value }) => [...(value as Json[])].reverse(),
  'with nothing in it': ({ value }) => [...(value as Json[]), null]
};
const OF_OBJECT: Record<string, Way> = {
  emptied: () => ({}),
  'with an unknown field': ({ value }) => ({ ...(value as object), surprise: 1 }),
  'with a field named constructor': ({ value }, random) => {
    const [key, held] = pick(random, Object.entries(value as object)) ?? ['', null];
    const { [key]: _left, ...rest } = value as Record<string, Json>;
    return { ...rest, constructor: held as Json };
  }
};

/** What can happen to a whole file. */
const OF_FILE: Record<string, (text: string) => string | Odd | null> = {
  'taken away': () => null,
  'a folder': () => 'folder',
  'a link to nothing': () => 'link to nothing',
  empty: () => '',
  'an empty list': () => '[]',
  'an empty object': () => '{}',
  null: () => 'null',
  'nothing but brackets': () => deep(20_000),
  'cut off': (text) => text.slice(0, Math.floor(text.length / 2)),
  'with a mark before it': (text) => `\uFEFF${text}`,
  'with a key twice': (text) => text.replace('{', '{"$schema": "", "$schema": "",')
};

/**
 * Every kind of field of every file, each once in a shuffled order, then again: so no field is left out by chance. Fields
 * are of a kind where they differ by their place in a list alone. `null` stands for the file as a whole. `of`: which files.
 */
export function* fieldKinds(
  folder: Folder,
  random: () => number,
  of: (file: string) => boolean = () => true
): Generator<[file: string, alike: Node[] | null]> {
  const kinds: [string, Node[] | null][] = [];
  // Articles are alike: of them the first one.
  const seen = new Set<string>();
  for (const [file, text] of folder) {
    if (typeof text !== 'string' || !of(file)) continue;
    kinds.push([file, null]);
    const like = file.replace(/^articles\/.*/, 'articles');
    if (seen.has(like)) continue;
    seen.add(like);
    const byPattern = new Map<string, Node[]>();
    for (const node of nodesOf(JSON.parse(text) as Json))
      byPattern.set(node.pattern, [...(byPattern.get(node.pattern) ?? []), node]);
    for (const alike of byPattern.values()) kinds.push([file, alike]);
  }
  for (;;) {
    for (let at = kinds.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [kinds[at], kinds[other]] = [kinds[other]!, kinds[at]!];
    }
    yield* kinds;
  }
}

/** The folder with one field of this kind, or the file, made otherwise. */
export function mutated(
  folder: Folder,
  [file, alike]: [string, Node[] | null],
  random: () => number
): { folder: Folder; mutation: Mutation } {
  const text = folder.get(file);
  if (typeof text !== 'string') return { folder, mutation: { file, path: '', what: 'left alone' } };
  const changed = new Map(folder);
  if (alike === null) {
    const [what, make] = pick(random, Object.entries(OF_FILE));
    const made = make(text);
    if (made === null) changed.delete(file);
    else changed.set(file, made);
    return { folder: changed, mutation: { file, path: '', what } };
  }
  const node = pick(random, alike);
  const { value } = node;
  const own =
    typeof value === 'string'
      ? OF_TEXT
      : typeof value === 'number'
        ? OF_NUMBER
        : Array.isArray(value)
          ? OF_LIST
          : typeof value === 'object' && value !== null
            ? OF_OBJECT
            : {};
  // What is made for the type is likelier to pass the check, and so to be drawn.
  const ways = Object.entries(random() < 0.65 && Object.keys(own).length ? own : ANY);
  const [what, way] = pick(random, ways);
  const made = way(node, random, alike);
  const tree = replaced(JSON.parse(text) as Json, node.keys, made);
  changed.set(file, JSON.stringify(tree, null, 1));
  return { folder: changed, mutation: { file, path: bracketed(node.keys), what: `${what}: ${shown(made)}` } };
}

const shown = (value: Json | undefined) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};
