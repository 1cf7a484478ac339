import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../src/lib/model/dataset.ts';
import { addTexts, finishIndex, unpackHead } from '../../../../src/lib/model/add-texts.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import { isReadable } from '../../../../src/lib/model/readable.ts';
import { finished } from '../../../../src/lib/model/steps.ts';
import { ALL_TEXTS, EVENTS_PER_FILE, type PackedTexts } from '../../../../src/lib/model/texts.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { headOf, idFiles, isDivided, textFiles, textsOf } from '../../../../src/lib/server/geodata/divide.ts';
import { syntheticDataset } from '../../../synthetic/dataset.ts';
import { syntheticColumns } from '../../../synthetic/generate.ts';

/** As it travels. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** `perEvent`: each claim is in an article of its own. */
function many(own: Dataset, perEvent: boolean): Dataset {
  const dataset = syntheticDataset(own, syntheticColumns({ rows: 5000 }));
  const [claim, article] = [dataset.claims[0]!, dataset.articles[0]!];
  const articles = perEvent ? dataset.claims.map(({ id }) => ({ ...article, id: `of-${id}` })) : dataset.articles;
  const claims = dataset.claims.map((each, at) => ({
    ...each,
    article: perEvent ? `of-${each.id}` : each.article,
    quantities: at % 3 === 0 ? [{ ...own.claims.find(({ quantities }) => quantities.length)!.quantities[0]! }] : []
  }));
  // One on which no event rests, in an article of its own; one on which two events rest that are far apart; one said at an event.
  claims.push({ ...claim, id: 'on-nothing', article: 'read-alone', quantities: [] });
  const events = dataset.events.map((event) => ({ ...event, claims: [...event.claims] }));
  events.at(-1)!.claims.push({ id: claims[0]!.id, role: 'context', basis: 'inferred', why: 'it is like it' });
  events[7]!.claims.push({ id: claims[3]!.id, role: 'said', basis: 'article' });
  events[9] = { ...events[9]!, note: 'a note', sameAs: ['https://example.org/9'] };
  return {
    ...dataset,
    events,
    claims,
    articles: [...articles, { ...article, id: 'read-alone' }, { ...article, id: 'empty' }]
  };
}

describe.each([
  ['few articles', false],
  ['an article for each claim', true]
])('a large data set with %s', (_, perEvent) => {
  let dataset: Dataset;
  let files: PackedTexts[];
  let head: ReturnType<typeof headOf>;
  beforeAll(() => {
    dataset = many(loadDataset('geodata'), perEvent);
    files = sent([...textFiles(dataset)]);
    head = sent(headOf(dataset, { files: [], ids: [] }));
  });
  const begun = () => {
    const { dataset: there, stated } = unpackHead(head);
    return indexDataset(there, { stated, texts: { ...ALL_TEXTS, whole: false, have: () => false } });
  };

  test('is divided, and one in which some texts are in another language is not', () => {
    expect(isDivided(dataset)).toBe(true);
    expect(isDivided({ ...dataset, untranslated: ['events/event-1/title'] })).toBe(false);
    expect(isDivided({ ...dataset, events: dataset.events.slice(0, 400) })).toBe(false);
  });

  test('has its columns by its head alone, and no word of a claim in it', () => {
    const whole = indexDataset(dataset).store;
    const known = begun().store;
    expect(known.reported([]).columns).toEqual(whole.reported([]).columns);
    const hidden = dataset.articles.slice(0, 3).map(({ id }) => id);
    if (!perEvent) expect(known.reported(hidden).columns).toEqual(whole.reported(hidden).columns);
    expect(JSON.stringify(head)).not.toContain('What was reported');
    expect(JSON.stringify(head)).not.toContain('Event 12');
  });

  test('is the same again when all texts have come, in whatever order, and some of them twice', () => {
    const index = begun();
    addTexts(index, sent(textsOf(dataset, [7, 4000], [3])));
    for (const texts of [...files].reverse()) addTexts(index, texts);
    finished(finishIndex(index));
    const whole = indexDataset(sent(dataset));
    for (const list of ['events', 'claims', 'articles'] as const) {
      // Compared one by one: the whole lists are no message to read.
      index.dataset[list].forEach((item, at) =>
        expect(JSON.stringify(item)).toBe(JSON.stringify(whole.dataset[list][at]))
      );
      expect(index.dataset[list]).toHaveLength(whole.dataset[list].length);
      expect(index[list].size).toBe(whole[list].size);
      for (const item of index.dataset[list]) expect(index[list].get(item.id)).toBe(item);
    }
    expect(index.eventsOfClaim).toEqual(whole.eventsOfClaim);
    expect(index.claimsOfArticle).toEqual(whole.claimsOfArticle);
    expect(index.eventsOfClaim.get(dataset.claims[0]!.id)).toHaveLength(2);
  });

  test('has each event in one file of ids, which are in the order of their letters', () => {
    const ids = [...idFiles(dataset)];
    expect(ids.length).toBeGreaterThan(1);
    const all = ids.flatMap((file) => file.ids);
    expect(all).toEqual(dataset.events.map(({ id }) => id).sort());
    expect(ids.flatMap(({ at }) => at).map((at) => dataset.events[at]!.id)).toEqual(all);
  });

  test('shows an event once the claims that its own are related to are there', () => {
    const [near, far] = [dataset.events[2500]!, dataset.events[5]!];
    const related = {
      ...dataset,
      relations: [{ ...dataset.relations[0]!, claims: [near.claims[0]!.id], with: [far.claims[0]!.id] }]
    };
    const { dataset: there, stated } = unpackHead(sent(headOf(related, { files: [], ids: [] })));
    const index = indexDataset(there, { stated, texts: { ...ALL_TEXTS, whole: false, have: () => false } });
    const readable = (event: { id: string }) => isReadable(index, { type: 'event', id: event.id });
    addTexts(index, files[1]!);
    expect(readable(near)).toBe(false);
    expect(readable(dataset.events[2501]!)).toBe(true);
    expect(readable(far)).toBe(false);
    expect(isReadable(index, { type: 'claim', id: near.claims[0]!.id })).toBe(false);
    expect(isReadable(index, { type: 'site', id: dataset.sites[0]!.id })).toBe(true);
    addTexts(index, files[0]!);
    expect(readable(near)).toBe(true);
    expect(readable(far)).toBe(true);
  });

  test('has in each file all that its events rest on', () => {
    for (const texts of files) {
      const index = begun();
      addTexts(index, texts);
      for (const at of texts.events.at)
        for (const { id } of index.dataset.events[at]!.claims)
          expect(index.articles.has(index.claims.get(id)!.article)).toBe(true);
    }
    expect(files[0]!.events.at).toEqual(Array.from({ length: EVENTS_PER_FILE }, (_, at) => at));
    expect(files.flatMap(({ events }) => events.at)).toEqual([...dataset.events.keys()]);
  });
});
