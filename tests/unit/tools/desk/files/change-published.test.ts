import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Relation } from '../../../../../src/lib/model/dataset.ts';
import type { AuthoredEvent } from '../../../../../src/lib/server/geodata/authored.ts';
import type { Draft } from '../../../../../src/tools/desk/draft.ts';
import { applyDraft } from '../../../../../src/tools/desk/files/apply-draft.ts';
import { CannotApply } from '../../../../../src/tools/desk/files/cannot-apply.ts';
import { sharedWithOthers } from '../../../../../src/tools/desk/files/change-published.ts';
import { checkDraft } from '../../../../../src/tools/desk/files/check-draft.ts';
import { draftOf } from '../../../../../src/tools/desk/files/draft-of.ts';
import { readFiles } from '../../../../../src/tools/desk/files/read-files.ts';
import { settledBy } from '../../../../../src/tools/desk/files/settle-published.ts';
import { editedRegion } from '../../../server/geodata/fixture.ts';
import { GAZETTE, gazetteDraft } from '../draft-fixture.ts';

const { dir, texts, remove } = editedRegion([]);
afterAll(remove);
const files = readFiles(dir);
const text = readFileSync(join(texts, 'courier-2031-05-13.txt'), 'utf8');
const courier = () => draftOf(files, 'courier-2031-05-13', text);

function event(id: string): Draft['changedEvents'][number] {
  const { events } = JSON.parse(files.get('events.json')!) as { events: AuthoredEvent[] };
  const { claims: _claims, ...was } = events.find((one) => one.id === id)!;
  return { was, now: structuredClone(was) };
}

function relation(id: string): Draft['changedRelations'][number] & { now: object } {
  const { relations } = JSON.parse(files.get('relations.json')!) as { relations: Relation[] };
  const was = relations.find((one) => one.id === id)!;
  const { id: _id, ...now } = structuredClone(was);
  return { was, now };
}

/** A file with some of its text replaced: what publishing is to write, by hand. */
const replaced = (name: string, ...parts: [before: string, after: string][]) =>
  parts.reduce((so, [before, after]) => {
    expect(so).toContain(before);
    return so.replace(before, after);
  }, files.get(name)!);

test('what is opened and left as it is changes nothing', () => {
  const draft = { ...courier(), changedEvents: [event('quay-clash')], changedRelations: [relation('r01')] };
  expect(applyDraft(files, draft, text)).toEqual(new Map());
  expect(sharedWithOthers(files, draft)).toEqual([]);
});

test('fields of a published event are written where they stand, and every other byte stays', () => {
  const change = event('quay-clash');
  change.now.title = 'Clash outside the Quay Hall';
  change.now.date.edtf = '2031-05-12~';
  change.now.note = 'The hall was empty.';
  change.now.places[1]!.note = 'Seen.';
  change.now.places.push({ ref: 'farharbour', basis: 'inferred', precision: 'city_offmap', note: 'Why.' });
  change.now.labels.push({ claim: 'courier-01', term: 'mob' });
  const changes = applyDraft(files, { ...courier(), changedEvents: [change] }, text);
  expect([...changes.keys()].sort()).toEqual(['dataset.json', 'events.json']);
  expect(changes.get('events.json')).toBe(
    replaced(
      'events.json',
      ['Clash at the Quay Hall', 'Clash outside the Quay Hall'],
      ['"2031-05-12"', '"2031-05-12~"'],
      [
        '"precision": "named_point", "external": ["x01"] }\n',
        '"precision": "named_point", "note": "Seen.", "external": ["x01"] },\n' +
          '        { "ref": "farharbour", "basis": "inferred", "precision": "city_offmap", "note": "Why." }\n'
      ],
      [
        '"labels": [{ "claim": "courier-01", "term": "crowd" }]',
        '"labels": [\n        { "claim": "courier-01", "term": "crowd" },\n' +
          '        { "claim": "courier-01", "term": "mob" }\n      ],\n      "note": "The hall was empty."'
      ]
    )
  );
});

test('an event that other articles rest on is told; one of this article alone is not', () => {
  const [shared, own] = [event('quay-clash'), event('reinforcement')];
  shared.now.extent = own.now.extent = 'throughout';
  expect(sharedWithOthers(files, { ...courier(), changedEvents: [shared, own] })).toEqual([
    '“Clash at the Quay Hall” rests on claims of other articles too: herald-02 of herald-2031-06-20'
  ]);
});

test('an event is changed and joined by a new article at once, with a word of its claim on the map', () => {
  const change = event('quay-clash');
  change.now.labels.push({ claim: 'c2', term: 'clash' });
  const changes = applyDraft(files, { ...gazetteDraft(), changedEvents: [change] }, GAZETTE);
  const [{ claims, labels }] = JSON.parse(changes.get('events.json')!).events;
  expect(claims.map(({ id }: { id: string }) => id)).toEqual(['courier-01', 'herald-02', 'gazette-01']);
  expect(labels.at(-1)).toEqual({ claim: 'gazette-01', term: 'clash' });
});

test('a published relation is changed where it stands, or taken out', () => {
  const [changed, gone] = [relation('r01'), relation('r02')];
  Object.assign(changed.now!, { type: 'frames_differently', show: 'Two words for one thing.' });
  const draft = { ...courier(), changedRelations: [changed, { ...gone, now: null }] };
  const [, second] = /(,\s*\{\s*"id": "r02"[^}]*\})/.exec(files.get('relations.json')!)!;
  expect(applyDraft(files, draft, text).get('relations.json')).toBe(
    replaced(
      'relations.json',
      ['"contradicts_over_time"', '"frames_differently"'],
      ['12, then 15: a revision; never summed.', 'Two words for one thing.'],
      [second!, '']
    )
  );
});

test('a new relation of the same draft does not get the number of one that goes', () => {
  const draft = gazetteDraft();
  draft.changedRelations = [{ ...relation('r02'), now: null }];
  const { relations } = JSON.parse(applyDraft(files, draft, GAZETTE).get('relations.json')!);
  expect(relations.map(({ id }: Relation) => id)).toEqual(['r01', 'r03', 'r04']);
});

test('what was changed by somebody else meanwhile is not written over', () => {
  const [one, other] = [event('quay-clash'), relation('r01')];
  one.now.title = other.now!.show = 'Mine.';
  one.was.title = other.was.show = 'As it was then.';
  for (const more of [{ changedEvents: [one] }, { changedRelations: [other] }]) {
    const apply = () => applyDraft(files, { ...courier(), ...more }, text);
    expect(apply).toThrow(CannotApply);
    expect(apply).toThrow('has changed since it was opened here');
  }
});

test('a rule that a change breaks is told at its field, also for a claim of another article', () => {
  const change = event('quay-clash');
  change.now.date.edtf = '2031-09';
  change.now.kind = 'unheard_of';
  const other = relation('r01');
  other.now!.show = '';
  const problems = checkDraft(dir, { ...courier(), changedEvents: [change], changedRelations: [other] }, text);
  const places = problems.map(({ of, field }) => `${of} ${field}`);
  expect(places).toEqual(
    expect.arrayContaining(['events/quay-clash kind', 'relations/r01 show', 'events/quay-clash claims[1]'])
  );
});

test('with a claim go its words on the map, its relations, and the event that has no other', () => {
  const draft = courier();
  draft.claims.splice(1, 1);
  draft.claims.splice(0, 1);
  draft.joins = [];
  const says = settledBy(files, draft).map((one) => one.says);
  expect(says).toEqual([
    expect.stringMatching(/word on the map goes from “Clash at the Quay Hall”/),
    expect.stringMatching(/^the relation “Two readings of the total\.” goes/),
    expect.stringMatching(/^the relation “12, then 15: a revision; never summed\.” goes/),
    expect.stringMatching(/^“More guards announced” goes/)
  ]);
  const changes = applyDraft(files, draft, text);
  const { events } = JSON.parse(changes.get('events.json')!) as { events: AuthoredEvent[] };
  expect(events.map(({ id, claims, labels }) => [id, claims.length, labels.length])).toEqual([
    ['quay-clash', 1, 0],
    ['council', 1, 0]
  ]);
  expect(JSON.parse(changes.get('relations.json')!)).toMatchObject({ relations: [] });
});

test('a relation that names other claims beside one that is taken out stays', () => {
  const change = relation('r01');
  change.now!.claims = ['courier-01', 'courier-02'];
  const draft = { ...courier(), changedRelations: [change] };
  draft.claims.splice(0, 1);
  const { relations } = JSON.parse(applyDraft(files, draft, text).get('relations.json')!);
  expect(relations[0].claims).toEqual(['courier-02']);
});

test('relations of one side alone stay, whichever article is opened', () => {
  const folder = readFiles('geodata');
  const articles = [...folder.keys()].flatMap((name) => /^articles\/(.+)\.json$/.exec(name)?.[1] ?? []);
  for (const id of articles) {
    const draft = draftOf(folder, id, 'x'.repeat(20_000));
    expect(settledBy(folder, draft).filter(({ file }) => file !== 'sites.geojson')).toEqual([]);
  }
});
