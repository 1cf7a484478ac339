import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formatReport } from '../../../../../src/lib/server/geodata/problems.ts';
import { validateGeodata } from '../../../../../src/lib/server/geodata/validate.ts';
import { applyDraft } from '../../../../../src/tools/desk/files/apply-draft.ts';
import { CannotApply } from '../../../../../src/tools/desk/files/cannot-apply.ts';
import { diffOf } from '../../../../../src/tools/desk/files/diff.ts';
import { draftOf } from '../../../../../src/tools/desk/files/draft-of.ts';
import { freeId, slugOf } from '../../../../../src/tools/data-folder/slug.ts';
import { articleId } from '../../../../../src/tools/desk/files/ids.ts';
import { publish } from '../../../../../src/lib/server/geodata/publication.ts';
import { readFiles } from '../../../../../src/tools/desk/files/read-files.ts';
import { settledBy } from '../../../../../src/tools/desk/files/settle-published.ts';
import { editedRegion } from '../../../server/geodata/fixture.ts';
import type { Draft } from '../../../../../src/tools/desk/draft.ts';
import { GAZETTE, gazetteDraft } from '../draft-fixture.ts';

const undo: (() => void)[] = [];
afterAll(() => undo.forEach((remove) => remove()));

function region(...edits: Parameters<typeof editedRegion>[0]) {
  const { dir, texts, remove } = editedRegion(edits);
  undo.push(remove);
  return { dir, texts, files: readFiles(dir) };
}

/** The lines that a change takes out and puts in, file by file. */
function lines(before: ReadonlyMap<string, string>, changes: ReadonlyMap<string, string>) {
  const diffs = diffOf(before, changes).map(({ file, diff }) => {
    const own = (sign: string) =>
      diff
        .split('\n')
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(1));
    return [file, { out: own('-'), in: own('+') }] as const;
  });
  return Object.fromEntries(diffs);
}

test('a new article with all that it brings makes sound files', () => {
  const { dir, texts, files } = region();
  const changes = applyDraft(files, gazetteDraft(), GAZETTE);
  publish(dir, changes, files);
  writeFileSync(join(texts, 'gazette-2031-05-16.txt'), GAZETTE);
  expect(formatReport(validateGeodata(dir, texts).problems)).toBe('');
  const { claims } = JSON.parse(readFileSync(join(dir, 'articles/gazette-2031-05-16.json'), 'utf8'));
  // Numbered in the order of the text, not in that of the draft.
  expect(claims.map(({ id, locator: { line } }: { id: string; locator: { line: number } }) => [id, line])).toEqual([
    ['gazette-01', 3],
    ['gazette-02', 5]
  ]);
});

test('what its claims change in published places and events is written too, and told', () => {
  const { dir, files } = region();
  const draft = gazetteDraft();
  // A context site; and a site with a name from elsewhere, where an event was put by an external fact.
  draft.claims[0]!.fields.places = [
    { ref: 'old-mill', role: 'at', precision: 'named_building' },
    { ref: 'saltwick', role: 'in', precision: 'town' }
  ];
  draft.claims[1]!.fields.places!.push({ ref: 'lamp-rock', role: 'at', precision: 'named_point' });
  const changes = applyDraft(files, draft, GAZETTE);
  const changed = lines(files, changes);
  expect(changed['sites.geojson']!.out.map((line) => line.trim())).toEqual(
    expect.arrayContaining(['"nameBasis": "external",', '"context": true,'])
  );
  expect(settledBy(files, draft).map(({ at }) => at.at(-1))).toEqual(['nameBasis', 'context', 'basis', 'external']);
  publish(dir, changes, files);
  expect(formatReport(validateGeodata(dir).problems)).toBe('');
  // Once it is so, nothing is left to say.
  expect(settledBy(readFiles(dir), draft)).toEqual([]);
});

test('nothing else is touched: lines come in, and the line before them has a comma', () => {
  const { files } = region();
  const changed = lines(files, applyDraft(files, gazetteDraft(), GAZETTE));
  expect(Object.keys(changed).sort()).toEqual([
    'agents.json',
    'articles/gazette-2031-05-16.json',
    'codes.json',
    'dataset.json',
    'events.json',
    'origins.json',
    'relations.json',
    'sites.geojson'
  ]);
  for (const [file, { out, in: added }] of Object.entries(changed)) {
    if (file === 'dataset.json') continue;
    for (const line of out) expect(added, file).toContain(`${line},`);
  }
  expect(changed['dataset.json']).toEqual({ out: ['  "version": "1.0.0",'], in: ['  "version": "1.1.0",'] });
  expect(changed['agents.json']).toEqual({
    out: ['    { "id": "herald", "name": "The Herald", "kind": "outlet" }'],
    in: [
      // After the last of its kind.
      '    { "id": "bo-lind", "name": "Bo Lind", "title": "Mayor of Saltwick", "kind": "person" },',
      '    { "id": "herald", "name": "The Herald", "kind": "outlet" },',
      '    { "id": "gazette", "name": "The Gazette", "kind": "outlet" }'
    ]
  });
});

test('the folder’s own files look as if a person had written the entries', () => {
  const files = readFiles('geodata');
  const source = [...files].find(([name]) => name.startsWith('articles/'))![0];
  const text = 'x'.repeat(9000);
  const opened = draftOf(files, source.replace(/^articles\/|\.json$/g, ''), text);
  // All agents and relations once more, under other names: each looks as the first does.
  const named = (id: string) => `${id.slice(0, -1)}~`;
  type Named = { id: string };
  const { agents } = JSON.parse(files.get('agents.json')!) as { agents: Draft['agents'] };
  const { relations } = JSON.parse(files.get('relations.json')!) as { relations: Draft['relations'] };
  const again = agents.map((agent) => ({ ...agent, id: named(agent.id) }));
  const changes = applyDraft(files, { ...opened, agents: again, relations }, text);
  for (const [file, list] of [
    ['agents.json', 'agents'],
    ['relations.json', 'relations']
  ] as const) {
    const ids = (JSON.parse(files.get(file)!)[list] as Named[]).map(({ id }) => id);
    const added = (JSON.parse(changes.get(file)!)[list] as Named[]).filter(({ id }) => !ids.includes(id));
    expect(added).toHaveLength(ids.length);
    const written = (content: string, id: string) => {
      const at = content.indexOf(`"id": "${id}"`);
      return content.slice(content.lastIndexOf('{', at), content.indexOf('}', at)).replace(`"${id}"`, '"id"');
    };
    added.forEach(({ id }, index) => {
      const first = ids[file === 'agents.json' ? ids.findIndex((one) => named(one) === id) : index]!;
      expect(written(changes.get(file)!, id)).toBe(written(files.get(file)!, first));
    });
  }
});

test('joins come where their role stands, and what is so by default is not written', () => {
  const { files } = region();
  const draft = gazetteDraft();
  draft.joins = [
    { event: 'reinforcement', claim: 'c1', role: 'about', basis: 'article' },
    { event: 'reinforcement', claim: 'c2', role: 'said', basis: 'inferred', why: 'it was said then' },
    { event: 'mill-talks', claim: 'c2', role: 'context' },
    { event: 'mill-talks', claim: 'c1' }
  ];
  const { events } = JSON.parse(applyDraft(files, draft, GAZETTE).get('events.json')!);
  expect(
    events
      .slice(1, 2)
      .concat(events.slice(3))
      .map(({ claims }: { claims: object }) => claims)
  ).toEqual([
    [
      { id: 'courier-02' },
      { id: 'gazette-02' },
      { id: 'courier-03', role: 'said' },
      { id: 'gazette-01', role: 'said', basis: 'inferred', why: 'it was said then' }
    ],
    [{ id: 'gazette-02' }, { id: 'gazette-01', role: 'context' }]
  ]);
});

test('translations come in the order of the files, by the ids that were made', () => {
  const { dir, files: english } = region(
    { file: 'dataset.json', path: ['languages'], set: ['en', 'sr-Latn', 'sr-Cyrl'] },
    { file: 'text/sr-Latn.json', translate: true }
  );
  const draft = gazetteDraft();
  const paths = {
    'relations/1/show': draft.relations[1]!.show,
    'claims/c1/what': draft.claims[0]!.fields.what!,
    'claims/c2/what': draft.claims[1]!.fields.what!,
    'events/mill-talks/title': 'Talks at the mill'
  };
  draft.translations = {
    'sr-Latn': Object.fromEntries(Object.entries(paths).map(([path, en]) => [path, { en, text: `Prevod: ${en}` }]))
  };
  const changes = applyDraft(english, draft, GAZETTE);
  const keys = Object.keys(JSON.parse(changes.get('text/sr-Latn.json')!));
  const old = Object.keys(JSON.parse(english.get('text/sr-Latn.json')!));
  expect(keys.filter((key) => old.includes(key))).toEqual(old);
  const after = (key: string) => keys[keys.indexOf(key) - 1];
  expect(after('claims/gazette-01/what')).toBe('claims/courier-03/what');
  expect(after('claims/gazette-02/what')).toBe('claims/gazette-01/what');
  expect(after('relations/r04/show')).toBe('relations/r02/show');
  const { out, in: added } = lines(english, changes)['text/sr-Latn.json']!;
  expect(out).toEqual([]);
  expect(added).toHaveLength(4 * Object.keys(paths).length);
  publish(dir, changes, english);
  const missing = validateGeodata(dir).problems.filter(({ path }) => /gazette-0|r04"|r04\/show|mill/.test(path));
  expect(missing.map(({ path }) => path)).not.toContain('["claims/gazette-01/what"]');
});

test('an article that was opened and published as it is changes nothing', () => {
  const { files, texts } = region();
  const text = readFileSync(join(texts, 'courier-2031-05-13.txt'), 'utf8');
  expect(applyDraft(files, draftOf(files, 'courier-2031-05-13', text), text)).toEqual(new Map());
});

test('an article that was opened is changed in place: claims keep their ids, the rest stays', () => {
  const { dir, files, texts } = region();
  const text = readFileSync(join(texts, 'courier-2031-05-13.txt'), 'utf8');
  const draft = draftOf(files, 'courier-2031-05-13', text);
  draft.claims[1]!.fields.what = 'Forty more guards were announced by the Warden.';
  draft.claims[0]!.fields.note = 'The number is in words.';
  const [last] = draft.claims.splice(2, 1);
  draft.claims.push({ ...last!, key: 'c1', passage: draft.claims[0]!.passage });
  draft.joins = draft.joins.filter(({ claim }) => claim !== 'courier-03');
  draft.joins.push({ event: 'quay-clash', claim: 'c1', role: 'context' });
  const changes = applyDraft(files, draft, text);
  const changed = lines(files, changes);
  expect(Object.keys(changed).sort()).toEqual(['articles/courier-2031-05-13.json', 'dataset.json', 'events.json']);
  const { claims } = JSON.parse(changes.get('articles/courier-2031-05-13.json')!);
  // After the claims of its passage; the number of one that was taken out is not given again.
  expect(claims.map(({ id }: { id: string }) => id)).toEqual(['courier-01', 'courier-04', 'courier-02']);
  expect(changed['dataset.json']!.in).toEqual(['  "version": "1.0.1",']);
  expect(changed['events.json']!.in.join('\n')).toContain('{ "id": "courier-04", "role": "context" }');
  publish(dir, changes, files);
  const again = readFiles(dir);
  expect(() => applyDraft(again, draft, text)).toThrow('has changed since it was opened');
});

test.each([
  ['an article that is there already', { id: 'herald-2031-06-20' }, 'already: open it'],
  ['an article that is gone', { opened: { sha256: '', joins: [] } }, 'no more there'],
  ['a join to no event', { joins: [{ event: 'nowhere', claim: 'c1' }] }, 'no event "nowhere"']
])('%s is refused', (_what, change, message) => {
  const { files } = region();
  const apply = () => applyDraft(files, { ...gazetteDraft(), ...change }, GAZETTE);
  expect(apply).toThrow(CannotApply);
  expect(apply).toThrow(message);
});

test('what is there just so already is not written twice', () => {
  const { dir, files } = region();
  publish(
    dir,
    new Map([...applyDraft(files, gazetteDraft(), GAZETTE)].filter(([name]) => name === 'agents.json')),
    files
  );
  expect(applyDraft(readFiles(dir), gazetteDraft(), GAZETTE).has('agents.json')).toBe(false);
});

test('ids are made of names', () => {
  expect(slugOf('Zvečan, the “town hall” – Đorđe’s')).toBe('zvecan-the-town-hall-dordes');
  expect(freeId('Quay Hall', ['quay-hall', 'quay-hall-2'])).toBe('quay-hall-3');
  expect(freeId('Скопље', [])).toBe('unnamed');
  expect(articleId('en.topwar.ru', '2023-09-29', [])).toBe('topwar-2023-09-29');
  expect(articleId('The Gazette', '2031-05-16', ['gazette-2031-05-16'])).toBe('gazette-2031-05-16-2');
});

test('a difference is told in a few lines', () => {
  const before = new Map([['a.json', 'one\ntwo\nthree\nfour\nfive\nsix\n']]);
  expect(
    diffOf(
      before,
      new Map([
        ['b.json', 'new\n'],
        ['a.json', 'one\ntwo\nthree\nfour\nfive\nSIX\n']
      ])
    )
  ).toEqual([
    { file: 'a.json', diff: '@@ -4,3 +4,3 @@\n four\n five\n-six\n+SIX' },
    { file: 'b.json', diff: '@@ -0,0 +1,1 @@\n+new' }
  ]);
});
