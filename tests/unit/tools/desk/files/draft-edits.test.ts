import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { Relation } from '../../../../../src/lib/model/dataset.ts';
import type { AuthoredEvent } from '../../../../../src/lib/server/geodata/authored.ts';
import { onDisk, withFiles } from '../../../../../src/lib/server/geodata/source.ts';
import { hasErrors, validateGeodata } from '../../../../../src/lib/server/geodata/validate.ts';
import type { Draft } from '../../../../../src/tools/desk/draft.ts';
import { applyDraft } from '../../../../../src/tools/desk/files/apply-draft.ts';
import { withChanges } from '../../../../../src/tools/desk/files/change-published.ts';
import { checkDraft } from '../../../../../src/tools/desk/files/check-draft.ts';
import { diffOf } from '../../../../../src/tools/desk/files/diff.ts';
import { draftOf } from '../../../../../src/tools/desk/files/draft-of.ts';
import { claimIds } from '../../../../../src/tools/desk/files/ids.ts';
import { remove } from '../../../../../src/tools/desk/files/json-edit.ts';
import { readFiles } from '../../../../../src/tools/desk/files/read-files.ts';
import { seeded } from '../../../../synthetic/random.ts';
import { editedRegion } from '../../../server/geodata/fixture.ts';
import { GAZETTE, gazetteDraft } from '../draft-fixture.ts';
import { edit, randomEdits } from '../random-edits.ts';

/*
 * Whatever an editor does to a draft, in whatever order: the files are JSON, they are sound or their problems are named,
 * and nothing that the draft does not speak of has changed, neither as values nor as bytes.
 */

const RUNS = Number(process.env.FUZZ ?? 200) / 8;
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 1) * 1000;
const seeds = Array.from({ length: RUNS }, (_, i) => FIRST_SEED + i);

const {
  dir,
  texts,
  remove: removeRegion
} = editedRegion([
  { file: 'dataset.json', path: ['languages'], set: ['en', 'sr-Latn', 'sr-Cyrl'] },
  { file: 'text/sr-Latn.json', translate: true }
]);
afterAll(removeRegion);
const files = readFiles(dir);

type Entry = { id: string } & Record<string, unknown>;
type Tree = Record<string, unknown>;
const json = (from: ReadonlyMap<string, string>, name: string) => JSON.parse(from.get(name)!) as Tree;
const list = (tree: Tree, key: string) => tree[key] as Entry[];
const publishedEvents = list(json(files, 'events.json'), 'events') as unknown as AuthoredEvent[];
const known = (text: string) => ({
  text,
  published: {
    events: publishedEvents.map(({ claims: _claims, ...event }) => event),
    relations: list(json(files, 'relations.json'), 'relations') as unknown as Relation[]
  },
  events: publishedEvents.map(({ id }) => id),
  claims: [...files.keys()]
    .filter((name) => name.startsWith('articles/'))
    .flatMap((name) => list(json(files, name), 'claims').map(({ id }) => id))
});

const LISTS: Record<string, string> = {
  'agents.json': 'agents',
  'origins.json': 'origins',
  'relations.json': 'relations',
  'sites.geojson': 'features',
  'areas.geojson': 'features'
};

/** What published things are once the draft’s changes are made by hand: the fields of an event, a relation or nothing. */
function byHand(name: string, entries: Entry[], draft: Draft): Entry[] {
  const ids = claimIds(files, draft);
  const idOf = (key: string) => ids.get(key) ?? key;
  const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Entry;
  return entries.flatMap((entry) => {
    const event = draft.changedEvents.find(({ was }) => name === 'events.json' && was.id === entry.id)?.now;
    if (event) {
      const labels = event.labels.map((label) => ({ ...label, claim: idOf(label.claim) }));
      return plain({ ...event, labels, claims: entry.claims });
    }
    const change = draft.changedRelations.find(({ was }) => name === 'relations.json' && was.id === entry.id);
    if (change === undefined) return entry;
    const { now, was } = change;
    return now === null ? [] : plain({ ...now, id: was.id, claims: now.claims.map(idOf), with: now.with.map(idOf) });
  });
}

/** The values that were there before are there, and what is new is what the draft brings. */
function expectOnlyThisIsNew(changes: ReadonlyMap<string, string>, draft: Draft): void {
  const ids = claimIds(files, draft);
  const joined = draft.joins.map(({ event, claim }) => `${event} ${ids.get(claim) ?? claim}`);
  for (const [name, text] of changes) {
    const [now, before] = [JSON.parse(text) as Tree, files.has(name) ? json(files, name) : null];
    if (before === null) {
      expect(name).toBe(`articles/${draft.id}.json`);
      expect(list(now, 'claims')).toHaveLength(draft.claims.length);
    } else if (name === 'dataset.json') {
      expect({ ...now, version: before.version }).toEqual(before);
      expect(now.version).not.toBe(before.version);
    } else if (name === 'codes.json') {
      const { topics, ...others } = before;
      const { topics: topicsNow, ...othersNow } = now;
      expect(othersNow).toEqual(others);
      expect((topicsNow as Entry[]).slice(0, (topics as Entry[]).length)).toEqual(topics);
    } else if (name === 'events.json') {
      const old = list(now, 'events').slice(0, list(before, 'events').length);
      const withoutNew = old.map((event) => ({
        ...event,
        claims: (event.claims as Entry[]).filter(({ id }) => {
          const was = list(before, 'events').find((each) => each.id === event.id)!.claims as Entry[];
          return was.some((claim) => claim.id === id) || !joined.includes(`${event.id} ${id}`);
        })
      }));
      // A claim that was joined before may be joined otherwise now.
      const isRejoined = (event: Entry, { id }: Entry) => joined.includes(`${event.id} ${id}`);
      const asBefore = (events: Entry[]) =>
        events.map((event) => ({
          ...event,
          claims: (event.claims as Entry[]).map((claim) => (isRejoined(event, claim) ? claim.id : claim))
        }));
      expect(asBefore(withoutNew)).toEqual(asBefore(byHand(name, list(before, 'events'), draft)));
      expect(list(now, 'events').length - old.length).toBe(draft.events.length);
    } else if (name.startsWith('text/')) {
      const written = Object.keys(draft.translations['sr-Latn'] ?? {});
      const added = Object.keys(now).filter((key) => !(key in before));
      // Translations of what is taken out go with it.
      const left = Object.entries(before).filter(([key]) => !isTakenOut(key, draft));
      expect(Object.fromEntries(Object.entries(now).filter(([key]) => key in before))).toEqual(
        Object.fromEntries(left)
      );
      expect(added.length).toBeLessThanOrEqual(written.length);
    } else {
      const [own, all] = [byHand(name, list(before, LISTS[name]!), draft), list(now, LISTS[name]!)];
      expect(all.filter((entry) => own.some((old) => isDeepStrictEqual(old, entry)))).toEqual(own);
    }
  }
}

/** Whether a text is of a relation, a note or the reason of a join that the draft takes out of what is published. */
function isTakenOut(path: string, { changedEvents, changedRelations, joins }: Draft): boolean {
  const [list, id, field, index] = path.split('/');
  if (field === 'claims') return joins.some(({ event, claim, why }) => event === id && claim === index && !why);
  if (list === 'relations') return changedRelations.some(({ was, now }) => was.id === id && now === null);
  const now = list === 'events' ? changedEvents.find(({ was }) => was.id === id)?.now : undefined;
  if (now === undefined) return false;
  if (field === 'note') return now.note === undefined;
  return field === 'places' && now.places[Number(index)]?.note === undefined;
}

/** A line goes only to come back with a comma, or as the list of claims of an event that a claim joins. */
function expectOldLinesStay(changes: ReadonlyMap<string, string>, draft: Draft, mayChange: RegExp): void {
  const events = list(json(files, 'events.json'), 'events');
  const isPublished = ({ event, claim }: Draft['joins'][number]) =>
    events.some(({ id, claims }) => id === event && (claims as Entry[]).some((each) => each.id === claim));
  // A draft may give a published join another role.
  const isOther = draft.joins.some(isPublished) ? 'events.json' : null;
  const old = [...changes].filter(([name]) => files.has(name) && name !== isOther);
  // What is changed in published things is looked at by itself, and translations of what is taken out go.
  const changed = withChanges(files, draft, claimIds(files, draft));
  for (const [name, text] of old.filter(([name]) => name.startsWith('text/'))) {
    const left = Object.keys(JSON.parse(text) as Tree);
    const gone = Object.keys(json(files, name)).filter((key) => !left.includes(key));
    changed.set(
      name,
      gone.reduce((so, key) => remove(so, [key]), files.get(name)!)
    );
  }
  for (const { file, diff } of diffOf(changed, new Map(old))) {
    const lines = diff.split('\n');
    const added = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
    for (const line of lines.filter((each) => each.startsWith('-')).map((each) => each.slice(1)))
      if (!mayChange.test(line)) expect(added, `${file}: ${line}`).toContain(`${line},`);
  }
}

/** The rules name a file and a field for each error, and nothing is thrown. */
function expectNamed(changes: ReadonlyMap<string, string>): void {
  const { problems } = validateGeodata(withFiles(onDisk(dir), changes));
  for (const { file, found, path, rule } of problems.filter(({ severity }) => severity === 'error')) {
    expect(found).not.toBe('');
    expect(file).toMatch(/^region\//);
    expect(path === '' && rule.startsWith('V'), `${rule} ${found}`).toBe(false);
  }
}

test.each(seeds)('a new article, edited at random (seed %i)', (seed) => {
  const random = seeded(seed);
  const draft = gazetteDraft();
  const done = edit(draft, randomEdits(known(GAZETTE)), 1 + Math.floor(random() * 12), random);
  const changes = applyDraft(files, draft, GAZETTE);
  expect([...changes.keys()], done.join(', ')).toContain(`articles/${draft.id}.json`);
  expectOnlyThisIsNew(changes, draft);
  expectOldLinesStay(
    changes,
    draft,
    /^ {6}"claims": \[.*\],$|^ {2}"relations": \[\]$|^ {2}"version": |^ {8}\{ "id": "[a-z]+-\d+".*\},?$/
  );
  expectNamed(changes);
  const after = new Map([...files, ...changes]);
  // What is published is opened again as what it was.
  const again = draftOf(after, draft.id, GAZETTE);
  const ids = claimIds(files, draft);
  const facts = ({ claims }: Draft, name: (key: string) => string) =>
    new Map(claims.map(({ key, passage, fields }) => [name(key), { passage, fields }]));
  expect(facts(again, (key) => key)).toEqual(facts(draft, (key) => ids.get(key)!));
  expect(applyDraft(after, again, GAZETTE)).toEqual(new Map());
});

test.each(seeds)('a published article, opened and edited at random (seed %i)', (seed) => {
  const random = seeded(seed);
  const text = readFileSync(join(texts, 'courier-2031-05-13.txt'), 'utf8');
  const draft = draftOf(files, 'courier-2031-05-13', text);
  const before = structuredClone(draft);
  const { claims } = known(text);
  const others = { ...known(text), claims: claims.filter((id) => !id.startsWith('courier')) };
  const done = edit(draft, randomEdits(others), 1 + Math.floor(random() * 8), random);
  const changes = applyDraft(files, draft, text);
  expectNamed(changes);
  const after = new Map([...files, ...changes]);
  const name = `articles/${draft.id}.json`;
  const claimsNow = new Map(list(json(after, name), 'claims').map((claim) => [claim.id, claim]));
  // A claim that was not edited is what it was; of one that was taken out, no translation is left.
  for (const { key } of before.claims) {
    const [was, is] = [before, draft].map((one) => one.claims.find((claim) => claim.key === key));
    const old = list(json(files, name), 'claims').find(({ id }) => id === key);
    if (JSON.stringify(was) === JSON.stringify(is)) expect(claimsNow.get(key), done.join(', ')).toEqual(old);
    if (is !== undefined) continue;
    expect(claimsNow.has(key)).toBe(false);
    const translated = Object.keys(json(after, 'text/sr-Latn.json'));
    expect(translated.filter((path) => path.includes(`claims/${key}/`))).toEqual([]);
  }
  for (const file of files.keys())
    if (file.startsWith('articles/') && file !== name) expect(changes.has(file)).toBe(false);
  // A claim that comes back after it was taken out and published is a new one.
  if (!before.claims.every(({ key }) => claimsNow.has(key))) return;
  // Undone, the article is as it was.
  const undone = {
    ...draftOf(after, draft.id, text),
    article: before.article,
    text: before.text,
    claims: before.claims
  };
  undone.joins = [
    ...undone.joins.filter(({ claim }) => !draft.claims.some(({ key }) => key === claim)),
    ...before.joins
  ];
  undone.translations = before.translations;
  const restored = new Map([...after, ...applyDraft(after, undone, text)]);
  expect(json(restored, name)).toEqual(json(files, name));
});

test('a draft that was edited at random is checked without a fault of the program', () => {
  for (const seed of seeds.slice(0, 10)) {
    const random = seeded(seed);
    const draft = gazetteDraft();
    edit(draft, randomEdits(known(GAZETTE)), 6, random);
    const problems = checkDraft(dir, draft, GAZETTE, { strict: true });
    // In English alone it may be sound; its translations are missing here.
    expect(hasErrors(problems)).toBe(true);
    expect(problems.filter(({ of, rule }) => of === '' && rule === 'S03')).toEqual([]);
  }
});
