import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '../data-folder/write-json.ts';

/** What has become of the events since the import before: their ids. `edited`: gone, though changed by hand. */
export type Changes = { added: string[]; changed: string[]; gone: string[]; edited: string[]; kept: number };

type Item = Record<string, unknown>;
type File = Record<string, unknown>;

/** The files that an import writes: which list each has, and where the id of a member stands. */
const LISTS: [file: string, list: string][] = [
  ['events.json', 'events'],
  ['agents.json', 'agents'],
  ['origins.json', 'origins'],
  ['sites.geojson', 'features'],
  ['areas.geojson', 'features']
];
const idOf = (item: Item): string => ((item.properties as Item | undefined)?.id ?? item.id) as string;

const text = (value: unknown) => JSON.stringify(value);
const read = (path: string): File | null =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as File) : null;

/**
 * Brings a new import (`next`) into a folder that holds an older one, with what people have changed since. `base` is the
 * older import as it was: what differs from it is hand-made and stays. Files that no import writes are not touched.
 */
export function mergeFolder(dir: string, base: string, next: string): Changes {
  const changes: Changes = { added: [], changed: [], gone: [], edited: [], kept: 0 };
  const claims = claimTexts(base, next);
  for (const [file, list] of LISTS) {
    const [was, mine, now] = [base, dir, next].map((folder) => read(join(folder, file)));
    const merged = mergeLists(
      itemsOf(was, list),
      itemsOf(mine, list),
      itemsOf(now, list),
      file === 'events.json' ? { changes, claims } : null,
      changes
    );
    writeList(join(dir, file), { ...mine, ...now }, list, merged);
  }
  mergeArticles(dir, base, next, changes);
  for (const file of ['dataset.json', 'codes.json']) {
    const [was, mine, now] = [base, dir, next].map((folder) => read(join(folder, file)) ?? {});
    const merged = Object.fromEntries(
      Object.keys({ ...mine, ...now }).map((key) => [key, mergeField(was![key], mine![key], now![key], changes)])
    );
    writeJson(join(dir, file), merged);
  }
  return changes;
}

function itemsOf(file: File | null | undefined, list: string): Map<string, Item> {
  const items = (file?.[list] ?? []) as Item[];
  return new Map(items.map((item) => [idOf(item), item]));
}

/** A field as the new import has it, but for what was changed by hand; of a list of codes, each code by itself. */
function mergeField(was: unknown, mine: unknown, now: unknown, changes: Changes): unknown {
  const isCodes = (value: unknown): value is Item[] =>
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof (one as Item | null)?.id === 'string');
  if (isCodes(mine) && isCodes(now)) {
    const by = (value: unknown) => new Map(((isCodes(value) ? value : []) as Item[]).map((item) => [idOf(item), item]));
    return mergeLists(by(was), by(mine), by(now), null, changes);
  }
  if (text(was) === text(mine)) return now;
  changes.kept++;
  return mine;
}

type Told = { changes: Changes; claims: { was: Map<string, string>; now: Map<string, string> } };

function mergeLists(
  was: Map<string, Item>,
  mine: Map<string, Item>,
  now: Map<string, Item>,
  told: Told | null,
  changes: Changes
): Item[] {
  const merged: Item[] = [];
  for (const [id, item] of now) {
    const [before, own] = [was.get(id), mine.get(id)];
    if (!before) told?.changes.added.push(id);
    else if (text(before) !== text(item) || told?.claims.was.get(id) !== told?.claims.now.get(id))
      told?.changes.changed.push(id);
    // Taken out by hand.
    if (before && !own) changes.kept++;
    else merged.push(own ? mergeItem(before ?? {}, own, item, changes) : item);
  }
  for (const [id, own] of mine) {
    if (now.has(id)) continue;
    const before = was.get(id);
    if (!before) {
      changes.kept++;
      merged.push(own);
    } else {
      told?.changes.gone.push(id);
      if (text(before) !== text(own)) told?.changes.edited.push(id);
    }
  }
  return merged;
}

function mergeItem(was: Item, mine: Item, now: Item, changes: Changes): Item {
  const merged: Item = {};
  for (const key of Object.keys({ ...now, ...mine })) {
    const isNested = key === 'properties';
    const value = isNested
      ? mergeItem(was[key] as Item, mine[key] as Item, now[key] as Item, changes)
      : text(was[key]) === text(mine[key])
        ? now[key]
        : mine[key];
    if (!isNested && text(was[key]) !== text(mine[key])) changes.kept++;
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

/** Each thing on a line of its own. */
function writeList(path: string, file: File, list: string, items: readonly unknown[]): void {
  const others = Object.entries(file).filter(([key]) => key !== list);
  const head = others.map(([key, value]) => `${text(key)}:${text(value)},`).join('');
  writeFileSync(path, `{${head}${text(list)}:[\n${items.map(text).join(',\n')}\n]}\n`);
}

const articlesIn = (folder: string): string[] =>
  existsSync(join(folder, 'articles'))
    ? readdirSync(join(folder, 'articles')).filter((file) => file.endsWith('.json'))
    : [];

function mergeArticles(dir: string, base: string, next: string, changes: Changes): void {
  const [was, now] = [base, next].map((folder) => new Set(articlesIn(folder)));
  for (const file of now!) {
    const [before, mine, item] = [base, dir, next].map((folder) => read(join(folder, 'articles', file)));
    const { claims: _claims, ...head } = mine
      ? mergeItem({ ...before, claims: null }, { ...mine, claims: null }, { ...item, claims: null }, changes)
      : item!;
    const claims = mergeLists(
      itemsOf(before, 'claims'),
      itemsOf(mine, 'claims'),
      itemsOf(item, 'claims'),
      null,
      changes
    );
    writeList(join(dir, 'articles', file), head, 'claims', claims);
  }
  // An article of the older import that no row names any more, unless people have added claims to it.
  for (const file of was!) {
    if (now!.has(file) || !existsSync(join(dir, 'articles', file))) continue;
    const [before, mine] = [base, dir].map((folder) => read(join(folder, 'articles', file)));
    const own = [...itemsOf(mine, 'claims')].filter(([id]) => !itemsOf(before, 'claims').has(id));
    if (own.length === 0) rmSync(join(dir, 'articles', file));
    else
      writeList(
        join(dir, 'articles', file),
        mine!,
        'claims',
        own.map(([, item]) => item)
      );
  }
}

/** The claim of each event, to tell that a row has changed where its event has not. */
function claimTexts(base: string, next: string): { was: Map<string, string>; now: Map<string, string> } {
  const of = (folder: string) =>
    new Map(
      articlesIn(folder).flatMap((file) =>
        ((read(join(folder, 'articles', file))?.claims ?? []) as Item[]).map(
          ({ id, locator: _row, ...rest }): [string, string] => [(id as string).replace(/-\d+$/, ''), text(rest)]
        )
      )
    );
  return { was: of(base), now: of(next) };
}

/** Keeps an import as it is, for the next one to compare with. */
export function keepBase(dir: string, base: string, next: string | null): void {
  rmSync(base, { recursive: true, force: true });
  if (next) renameSync(next, base);
  else {
    mkdirSync(base, { recursive: true });
    for (const file of [...LISTS.map(([name]) => name), 'dataset.json', 'codes.json', 'articles'])
      cpSync(join(dir, file), join(base, file), { recursive: true });
  }
}
