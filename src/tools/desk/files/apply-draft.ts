import type { AuthoredEventClaim } from '../../../lib/server/geodata/authored.ts';
import type { Draft, DraftClaim, DraftJoin } from '../draft.ts';
import { CannotApply } from './cannot-apply.ts';
import { withChanges } from './change-published.ts';
import { articleFile, claimIds, claimsOf, inTextOrder, relationIds } from './ids.ts';
import { houseJson } from './house-json.ts';
import { insertItems, isObject, isSame, remove, setFields, update, valueAt, type Keys } from './json-edit.ts';
import { inOrder } from './key-order.ts';
import { lineAt } from './passages.ts';
import { settledBy } from './settle-published.ts';
import { sha256 } from './sha256.ts';
import { englishTexts } from './text-keys.ts';

/**
 * What the files of a data folder become by a draft: the new content of those that change, by their names inside the folder.
 * Every byte that the draft does not touch stays. Ids of claims and relations are made here. `text`: the article’s, for the
 * lines of the passages. An unfinished draft makes files with fields missing, which the check then names. Throws
 * `CannotApply` where nothing sound can be made of it.
 */
export function applyDraft(files: ReadonlyMap<string, string>, draft: Draft, text: string): Map<string, string> {
  const changed = new Map<string, string>();
  const all = { get: (name: string) => changed.get(name) ?? files.get(name) };
  const edit = (name: string, change: (content: string) => string) => {
    const before = all.get(name);
    if (before === undefined) throw new CannotApply(`there is no ${name}`);
    const after = change(before);
    if (after !== before) changed.set(name, after);
  };

  const ids = claimIds(files, draft);
  const idOf = (key: string) => ids.get(key) ?? key;
  const name = articleFile(draft.id);
  const isNew = !files.has(name);
  if (isNew !== (draft.opened === undefined)) throw new CannotApply(cannotOpen(draft, isNew));
  const article = articleOf(files, draft, text, idOf);
  if (isNew) changed.set(name, `${houseJson(article)}\n`);
  else {
    const before = files.get(name)!;
    if (sha256(before) !== draft.opened!.sha256)
      throw new CannotApply(`${name} has changed since it was opened; open it again`);
    edit(name, (content) => update(content, [], article));
  }

  const published = withChanges(files, draft, ids);
  for (const name of ['events.json', 'relations.json']) edit(name, () => published.get(name)!);
  addTo(
    edit,
    'agents.json',
    'agents',
    draft.agents.map((agent) => inOrder('agent', agent)),
    sameKind
  );
  addTo(
    edit,
    'origins.json',
    'origins',
    draft.origins.map((origin) => inOrder('origin', origin))
  );
  addTo(edit, 'sites.geojson', 'features', draft.sites.map(asFeature));
  addTo(edit, 'areas.geojson', 'features', draft.areas.map(asFeature));
  for (const [list, codes] of Object.entries(draft.codes))
    addTo(
      edit,
      'codes.json',
      list,
      codes.map((code) => inOrder('code', code))
    );
  addTo(
    edit,
    'events.json',
    'events',
    draft.events.map((event) => eventOf(event, draft, idOf))
  );
  joinToPublished(edit, draft, idOf);
  for (const { file, at, value } of settledBy(published, draft))
    edit(file, (content) => (value === undefined ? remove(content, at) : update(content, at, value)));
  addTo(edit, 'relations.json', 'relations', relationsOf(files, draft, idOf));

  translate(edit, files, new Map([...files, ...changed]), draft, idOf);
  if (changed.size > 0) edit('dataset.json', (content) => raised(content, isNew));
  return changed;
}

type EditFile = (name: string, change: (content: string) => string) => void;

function cannotOpen({ id }: Draft, isNew: boolean): string {
  return isNew
    ? `the article ${JSON.stringify(id)} was opened to be changed, and is no more there`
    : `there is an article ${JSON.stringify(id)} already: open it to change it, or give the draft another id`;
}

function articleOf(files: ReadonlyMap<string, string>, draft: Draft, text: string, idOf: (key: string) => string) {
  const own = files.get(articleFile(draft.id));
  const { file, sha256, bytes, excluded } = draft.text;
  const claims = (own === undefined ? inTextOrder(draft.claims) : asPublished(own, draft.claims)).map((claim) =>
    claimOf(claim, text, idOf(claim.key))
  );
  const $schema = schemaOf(files, own);
  return inOrder('article', {
    ...draft.article,
    $schema,
    id: draft.id,
    text: { file, sha256, bytes, excluded },
    claims
  });
}

/** Where the schema is, as the other articles of the folder have it. */
function schemaOf(files: ReadonlyMap<string, string>, own: string | undefined): unknown {
  const other = [...files].find(([name]) => name.startsWith('articles/'))?.[1];
  if (own !== undefined || other !== undefined) return valueAt((own ?? other)!, ['$schema']);
  return '../schema/article.schema.json';
}

/** Published claims where they stand, new ones where they come in the text. */
function asPublished(article: string, claims: readonly DraftClaim[]): DraftClaim[] {
  const order = claimsOf(article).map(({ id }) => id);
  const result = claims
    .filter(({ key }) => order.includes(key))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  for (const claim of inTextOrder(claims).filter(({ key }) => !order.includes(key))) {
    const next = result.findIndex(({ passage }) => passage.charStart > claim.passage.charStart);
    result.splice(next === -1 ? result.length : next, 0, claim);
  }
  return result;
}

function claimOf({ passage, fields }: DraftClaim, text: string, id: string): Record<string, unknown> {
  const { charStart, charEnd } = passage;
  return inOrder('claim', { ...fields, id, locator: { line: lineAt(text, charStart), charStart, charEnd } });
}

/** Adds entries to the list of a file; one that is there just so already is left. `beside`: before which to put it. */
function addTo(
  edit: EditFile,
  file: string,
  list: string,
  entries: readonly Record<string, unknown>[],
  place?: (there: readonly unknown[], entry: Record<string, unknown>) => number
): void {
  if (entries.length === 0) return;
  edit(file, (content) =>
    entries.reduce((so, entry) => {
      const there = valueAt(so, [list]);
      if (!Array.isArray(there)) throw new CannotApply(`${file} has no list ${JSON.stringify(list)}`);
      if (there.some((other) => isSame(other, entry))) return so;
      return insertItems(so, [list], [entry], place?.(there, entry));
    }, content)
  );
}

/** After the last of its kind, as agents stand. */
function sameKind(there: readonly unknown[], { kind }: Record<string, unknown>): number {
  const last = there.findLastIndex((other) => isObject(other) && other.kind === kind);
  return last === -1 ? there.length : last + 1;
}

/** A feature names itself for programs that read GeoJSON, too. */
function asFeature(feature: Draft['sites'][number] | Draft['areas'][number]): Record<string, unknown> {
  return inOrder('feature', { ...feature, id: feature.properties.id });
}

function eventOf(event: Draft['events'][number], { joins }: Draft, idOf: (key: string) => string) {
  const own = joins.filter((join) => join.event === event.id);
  const labels = event.labels?.map((label) => ({ ...label, claim: idOf(label.claim) }));
  const claims = own.reduce<AuthoredEventClaim[]>((so, join) => {
    so.splice(placeOf(so, join), 0, eventClaim(join, idOf));
    return so;
  }, []);
  return inOrder('event', { ...event, kind: event.kind || undefined, labels, claims });
}

/** What is left out is so by default. */
function eventClaim({ claim, role = 'about', basis = 'article', why }: DraftJoin, idOf: (key: string) => string) {
  const id = idOf(claim);
  if (basis === 'article') return { id, ...(role !== 'about' && { role }), ...(why && { why }) };
  return { id, role, basis, ...(why && { why }) };
}

const ROLES = ['about', 'said', 'context'];

/** Claims that state an event stand before those that were said there and those on its circumstances. */
function placeOf(claims: readonly AuthoredEventClaim[], { role = 'about' }: DraftJoin): number {
  const next = claims.findIndex((claim) => ROLES.indexOf(claim.role ?? 'about') > ROLES.indexOf(role));
  return next === -1 ? claims.length : next;
}

/** Joins to events that are there already; of an article that was opened, those that were taken away go. */
function joinToPublished(edit: EditFile, draft: Draft, idOf: (key: string) => string): void {
  const own = new Set(draft.events.map(({ id }) => id));
  const joins = draft.joins.filter(({ event }) => !own.has(event));
  const gone = (draft.opened?.joins ?? []).filter(
    (old) => !draft.joins.some(({ event, claim }) => event === old.event && claim === old.claim)
  );
  if (joins.length + gone.length === 0) return;
  edit('events.json', (content) => {
    const at = (so: string, event: string): Keys => {
      const events = valueAt(so, ['events']);
      const index = Array.isArray(events) ? events.findIndex((each) => isObject(each) && each.id === event) : -1;
      if (index === -1) throw new CannotApply(`there is no event ${JSON.stringify(event)} to join a claim to`);
      return ['events', index, 'claims'];
    };
    const claimsAt = (so: string, list: Keys) => (valueAt(so, list) ?? []) as AuthoredEventClaim[];
    let result = content;
    for (const { event, claim } of gone) {
      const list = at(result, event);
      const index = claimsAt(result, list).findIndex(({ id }) => id === claim);
      if (index !== -1) result = remove(result, [...list, index]);
    }
    for (const join of joins) {
      const before = draft.opened?.joins.find(({ event, claim }) => event === join.event && claim === join.claim);
      if (before && isSame(before, join)) continue;
      const list = at(result, join.event);
      const claims = claimsAt(result, list);
      const entry = eventClaim(join, idOf);
      const index = claims.findIndex(({ id }) => id === entry.id);
      result =
        index === -1
          ? insertItems(result, list, [entry], placeOf(claims, join))
          : update(result, [...list, index], entry);
    }
    return result;
  });
}

function relationsOf(files: ReadonlyMap<string, string>, draft: Draft, idOf: (key: string) => string) {
  const ids = relationIds(files, draft);
  return draft.relations.map((relation, index) =>
    inOrder('relation', {
      ...relation,
      // What is not chosen yet is missing, not wrong.
      type: relation.type || undefined,
      id: ids[index],
      claims: relation.claims?.map(idOf),
      with: relation.with?.map(idOf)
    })
  );
}

/** Writes the translations in their order, and takes out those of texts that the draft has taken away. */
function translate(
  edit: EditFile,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  draft: Draft,
  idOf: (key: string) => string
): void {
  const now = [...englishTexts(after).keys()];
  const isNow = new Set(now);
  const gone = [...englishTexts(before).keys()].filter((key) => !isNow.has(key));
  const published = publishedPath(before, draft, idOf);
  for (const file of [...before.keys()].filter((name) => name.startsWith('text/'))) {
    const language = file.replace(/^text\/|\.json$/g, '');
    const own = Object.entries(draft.translations[language] ?? {}).filter(([, { text }]) => text.trim() !== '');
    // Translated before its claim was taken out: nothing would read it.
    const texts = own
      .map(([path, { en, text }]) => [published(path), { en, text }] as const)
      .filter(([key]) => isNow.has(key));
    if (texts.length + gone.length === 0) continue;
    edit(file, (content) =>
      setFields(
        gone.reduce((so, key) => remove(so, [key]), content),
        [],
        Object.fromEntries(texts),
        now
      )
    );
  }
}

/** A path of the draft’s translations as the files have it: claims by their ids, relations too. */
function publishedPath(files: ReadonlyMap<string, string>, draft: Draft, idOf: (key: string) => string) {
  const relations = relationIds(files, draft);
  return (path: string): string => {
    const [list, name, inside, member, ...rest] = path.split('/') as [string, string, ...string[]];
    const published = (parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join('/');
    if (list === 'claims') return published([list, idOf(name), inside, member, ...rest]);
    if (list === 'relations') return published([list, relations[Number(name)] ?? name, inside, member]);
    if (list === 'events' && inside === 'claims') return published([list, name, inside, idOf(member!), ...rest]);
    return path;
  };
}

/** The version of changed data: a new article is more than a correction. */
function raised(content: string, isNew: boolean): string {
  const version = valueAt(content, ['version']);
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(`${version}`) ?? [];
  // Another form is for the check to name.
  if (major === undefined) return content;
  const next = isNew ? `${major}.${Number(minor) + 1}.0` : `${major}.${minor}.${Number(patch) + 1}`;
  return update(content, ['version'], next);
}
