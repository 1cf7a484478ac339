import { expect, test } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { mapTexts, textsOf } from '../../../../src/lib/server/geodata/texts.ts';

const dataset = loadDataset('geodata');

test('every text has a key of its own, by id where there is one', () => {
  const texts = textsOf(dataset);
  const first = dataset.claims[0]!;
  expect(texts.get(`claims/${first.id}/what`)).toBe(first.what);
  expect(texts.get('codes/kinds/patrol/label')).toBe(dataset.codes.kinds.find(({ id }) => id === 'patrol')!.label);
  expect([...texts].filter(([, text]) => text === '')).toEqual([]);
});

test('what looks like a sentence is among the texts, or is a citation or a matter of sources', () => {
  const kept =
    /\/(title|source|licence|url|expressedAs|term|label|crosswalk|names|confidence|publisherConfidence)(\/|$)/;
  const texts = new Set(textsOf(dataset).values());
  const sentences: string[] = [];
  const walk = (node: unknown, path: string) => {
    if (typeof node === 'string') {
      if (node.split(' ').length > 3 && !texts.has(node) && !kept.test(path)) sentences.push(`${path}: ${node}`);
    } else if (typeof node === 'object' && node !== null)
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
  };
  walk(dataset, '');
  expect(sentences).toEqual([]);
});

test('mapping the texts leaves all else as it is', () => {
  expect(mapTexts(dataset, (_key, text) => text)).toEqual(dataset);
  const shouted = mapTexts(dataset, (_key, text) => text.toUpperCase());
  expect(shouted.events[0]!.title).toBe(dataset.events[0]!.title.toUpperCase());
  expect(shouted.events.map(({ id, date }) => [id, date.edtf])).toEqual(
    dataset.events.map(({ id, date }) => [id, date.edtf])
  );
});
