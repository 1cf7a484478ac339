import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { fileOf, index, SELECTIONS } from './exported.ts';

type Node = Record<string, { '@id'?: string; '@value'?: unknown; '@list'?: Node[] }[]> & {
  '@id': string;
  '@type': string[];
};

/** Nothing may be fetched: a context from elsewhere fails the test. */
const documentLoader = (url: string): never => {
  throw new Error(`asked the network for ${url}`);
};
// Safe mode refuses every key, type or id that would be dropped in silence.
const expand = async (text: string) =>
  (await jsonld.expand(JSON.parse(text), { documentLoader, safe: true } as jsonld.Options.Expand)) as unknown as Node[];

const PROV = 'http://www.w3.org/ns/prov#';
const SCHEMA = 'https://schema.org/';
const urn = (path: string) => `urn:x-dataset:${index.dataset.info.id}:${path}`;

describe('JSON-LD', () => {
  test.each(SELECTIONS)('expands without the network and without losing a key: %s', async (_name, selected) => {
    const nodes = await expand(fileOf('claims.jsonld', selected));
    expect(nodes.filter((node) => node['@type'].includes(`${SCHEMA}Claim`))).toHaveLength(selected.claims.length);
    expect(new Set(nodes.map((node) => node['@id'])).size).toBe(nodes.length);
  });

  test('a claim leads to its article, its origin and everyone in its chain, in order', async () => {
    const nodes = await expand(fileOf('claims.jsonld'));
    const node = (id: string) => nodes.find((other) => other['@id'] === id)!;
    for (const claim of index.dataset.claims) {
      const found = node(urn(`claim/${claim.id}`));
      expect(found[`${PROV}wasDerivedFrom`]).toEqual([{ '@id': urn(`article/${claim.article}`) }]);
      expect(found[`${SCHEMA}appearance`]).toEqual([{ '@id': urn(`article/${claim.article}`) }]);
      expect(found[`${PROV}hadPrimarySource`]).toEqual([{ '@id': urn(`origin/${claim.origin}`) }]);
      const chain = found['urn:x-dataset:terms:attributionChain']![0]!['@list']!;
      expect(chain.map((link) => link[`${PROV}agent`]![0]!['@id'])).toEqual(
        claim.attribution.map(({ agent }) => urn(`agent/${agent}`))
      );
      for (const reference of [
        ...found[`${PROV}wasAttributedTo`]!,
        ...found[`${PROV}wasDerivedFrom`]!,
        ...found[`${PROV}hadPrimarySource`]!
      ]) {
        expect(node(reference['@id']!)).toBeDefined();
      }
    }
  });

  test('relations, bounds and publication dates survive; nothing is rated', async () => {
    const text = fileOf('claims.jsonld');
    const nodes = await expand(text);
    expect(text).not.toContain('ClaimReview');
    expect(nodes.filter((node) => node['@type'].includes('urn:x-dataset:terms:Relation'))).toHaveLength(
      index.dataset.relations.length
    );
    const total = nodes.find((node) => node['@id'] === urn('claim/unidentified-14'))!;
    const figure = total['urn:x-dataset:terms:figure']![0] as unknown as Node;
    expect(figure[`${SCHEMA}minValue`]).toEqual([{ '@value': 4501 }]);
    expect(figure[`${SCHEMA}maxValue`]).toBeUndefined();
    const article = nodes.find((node) => node['@id'] === urn('article/blazetrends-2023-05-30'))!;
    expect(article[`${SCHEMA}datePublished`]).toEqual([
      { '@type': 'http://id.loc.gov/datatypes/edtf', '@value': '2023-05-30' }
    ]);
  });
});
