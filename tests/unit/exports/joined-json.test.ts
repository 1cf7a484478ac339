import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { selectAll } from '../../../src/lib/exports/selection.ts';
import { WRITERS } from '../../../src/lib/exports/files.ts';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import { REGION } from '../server/geodata/fixture.ts';
import { fileOf, index, SELECTIONS } from './exported.ts';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(JSON.parse(fileOf('dataset.schema.json')));
const problems = (value: unknown) =>
  validate(value) ? [] : validate.errors!.map((error) => `${error.instancePath} ${error.message}`);

describe('the joined JSON', () => {
  test.each(SELECTIONS)('is what its schema says: %s', (_name, selected) => {
    expect(problems(JSON.parse(fileOf('dataset.json', selected)))).toEqual([]);
  });

  test('another region fits the same schema', () => {
    const region = indexDataset(loadDataset(REGION));
    expect(problems(JSON.parse([...WRITERS['dataset.json'](english, region, selectAll(region))].join('')))).toEqual([]);
  });

  test('the schema sees a field that it does not know, a missing one, and a code that is none', () => {
    const file = JSON.parse(fileOf('dataset.json'));
    file.claims[0].mood = 'calm';
    delete file.claims[1].origin;
    file.claims[2].modality = 'guess';
    expect(problems(file)).toEqual([
      '/claims/0 must NOT have additional properties',
      "/claims/1 must have required property 'origin'",
      '/claims/2/modality must be equal to one of the allowed values'
    ]);
  });

  test.each(SELECTIONS)('every id that it refers to is in it: %s', (_name, selected) => {
    const file = JSON.parse(fileOf('dataset.json', selected));
    const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
    const [claims, articles, agents, origins, places] = [
      ids(file.claims),
      ids(file.articles),
      ids(file.agents),
      ids(file.origins),
      ids([...file.sites, ...file.areas])
    ];
    const missing: string[] = [];
    const need = (set: Set<string>, id: string, where: string) => set.has(id) || missing.push(`${where}: ${id}`);
    for (const claim of file.claims) {
      need(articles, claim.article, claim.id);
      need(origins, claim.origin, claim.id);
      for (const { agent } of claim.attribution) need(agents, agent, claim.id);
      for (const { ref } of claim.places) need(places, ref, claim.id);
    }
    for (const event of file.events) {
      for (const { id } of event.claims) need(claims, id, event.id);
      for (const { ref } of event.places) need(places, ref, event.id);
    }
    for (const { claim } of file.troops.statements) need(claims, claim, 'troops');
    for (const chapter of file.story) for (const id of chapter.claims) need(claims, id, chapter.id);
    expect(missing).toEqual([]);
  });

  test('precision, publication dates and relations survive', () => {
    const file = JSON.parse(fileOf('dataset.json'));
    expect(file.relations).toEqual(index.dataset.relations);
    for (const [i, article] of index.dataset.articles.entries()) {
      expect(file.articles[i].published).toMatchObject({
        edtf: article.published.edtf,
        basis: article.published.basis
      });
    }
    for (const [i, event] of index.dataset.events.entries()) {
      expect(file.events[i].places.map(({ precision }: { precision: string }) => precision)).toEqual(
        event.places.map(({ precision }) => precision)
      );
    }
  });
});
