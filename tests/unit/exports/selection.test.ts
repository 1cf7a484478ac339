import { describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { selectView } from '../../../src/lib/exports/selection.ts';
import { sceneAt } from '../../../src/lib/model/scene.ts';
import { numbers, randomView } from '../random-view.ts';
import { all, fileOf, index, viewOf } from './exported.ts';

type Feature = { properties: { event: string; presence: string; claims: string[] } };
type Row = Record<string, string>;

const rows = (text: string): Row[] => parse(text, { columns: true });
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();

describe('a filter in the page is the same filter in the file', () => {
  test('over 60 random views, every file has the events, claims and troop statements of the scene, and no other', () => {
    const random = numbers(20231127);
    for (let i = 0; i < 60; i++) {
      const view = randomView(index, random);
      const scene = sceneAt(index, view);
      const selected = selectView(index, view);
      const events = sorted(scene.events.map(({ event }) => event.id));
      const ofEvents = scene.events.flatMap(({ claims }) => claims.map(({ claim }) => claim.id));
      const { stock, flows, alerts, equipment, notes } = scene.troops!;
      const ofTroops = [
        ...(stock ? [stock.statement, ...(stock.statement.contributors ? [stock.statement.contributors] : [])] : []),
        ...flows.flatMap(({ steps }) => steps),
        ...alerts.flatMap(({ statements }) => statements),
        ...equipment,
        ...notes
      ].map(({ claim }) => claim.id);
      const claims = sorted([...ofEvents, ...ofTroops]);

      const features: Feature[] = JSON.parse(fileOf('events.geojson', selected)).features;
      expect(sorted(features.map(({ properties }) => properties.event))).toEqual(events);
      expect(sorted(features.flatMap(({ properties }) => properties.claims))).toEqual(sorted(ofEvents));
      for (const { event, presence } of scene.events) {
        for (const { properties } of features)
          if (properties.event === event.id) expect(properties.presence).toBe(presence);
      }

      expect(sorted(rows(fileOf('claims.csv', selected)).map((row) => row.claim!))).toEqual(claims);
      expect(sorted(rows(fileOf('troops.csv', selected)).map((row) => row.claim!))).toEqual(sorted(ofTroops));

      const joined = JSON.parse(fileOf('dataset.json', selected));
      expect(sorted(joined.events.map(({ id }: { id: string }) => id))).toEqual(events);
      expect(sorted(joined.claims.map(({ id }: { id: string }) => id))).toEqual(claims);
      expect(sorted(joined.external.map(({ id }: { id: string }) => id))).toEqual(
        sorted(scene.external.map(({ id }) => id))
      );

      const graph: { id: string }[] = JSON.parse(fileOf('claims.jsonld', selected))['@graph'];
      const ofKind = (kind: string) =>
        sorted(graph.flatMap(({ id }) => (id.startsWith(`d:${kind}/`) ? [id.slice(kind.length + 3)] : [])));
      expect(ofKind('event')).toEqual(events);
      expect(ofKind('claim')).toEqual(claims);
    }
  }, 60_000);

  test('the filter is in every file, in words and as an address that gives the view back', () => {
    const view = viewOf('day=2023-05-29&window=week&asof=2023-05-30&hide=vote&without=topwar-2023-09-29');
    const selected = selectView(index, view);
    const { filter, dataVersion } = JSON.parse(fileOf('dataset.json', selected)).about;
    expect(viewOf(filter.query)).toEqual(view);
    expect(filter.query).toContain(`v=${index.dataset.info.version}`);
    expect(dataVersion).toBe(index.dataset.info.version);
    for (const words of ['between 23 and 29 May 2023', 'by 30 May 2023', 'topwar-2023-09-29', 'Kind'])
      expect(filter.words).toContain(words);
    expect(JSON.parse(fileOf('events.geojson', selected)).about.filter).toEqual(filter);
    for (const file of ['claims.csv', 'troops.csv'] as const) {
      for (const row of rows(fileOf(file, selected))) {
        expect(row).toMatchObject({
          filter: filter.words,
          view: filter.query,
          data_version: dataVersion,
          licence: 'CC BY 4.0'
        });
      }
    }
    const [dataset] = JSON.parse(fileOf('claims.jsonld', selected))['@graph'];
    expect(dataset).toMatchObject({ version: dataVersion, filter: filter.words, view: filter.query });
  });

  test('what had not been published by the as-of day is in no file: no 93, no relation that speaks of it', () => {
    const selected = selectView(index, viewOf('day=2023-05-29&window=day&asof=2023-05-30'));
    for (const file of ['events.geojson', 'claims.csv', 'claims.jsonld'] as const) {
      expect(fileOf(file, selected)).not.toContain('postsen');
      expect(fileOf(file, selected)).not.toMatch(/\b93\b/);
    }
    expect(JSON.parse(fileOf('dataset.json', selected)).articles.map(({ id }: { id: string }) => id)).toEqual([
      'blazetrends-2023-05-30'
    ]);
  });

  test('the whole data set leaves nothing out', () => {
    const { dataset } = index;
    expect(all.claims).toHaveLength(dataset.claims.length);
    expect(all.events).toHaveLength(dataset.events.length);
    expect(all.relations).toHaveLength(dataset.relations.length);
    const { total, contributors, increment, alert, equipment, notes } = dataset.troops!.measures;
    const measures = [total, contributors, increment, alert, ...equipment, ...notes];
    const stated = dataset.claims.flatMap((claim) =>
      claim.quantities.filter(({ measure }) => measures.includes(measure))
    );
    expect(all.troops.map(({ quantity }) => quantity)).toEqual(stated);
  });
});
