import { expect, test } from 'vitest';
import { wholeLanguage } from '../../../src/lib/i18n/catalogues.ts';
import type { Article, Claim, Dataset, DatasetEvent } from '../../../src/lib/model/dataset.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { sceneAt } from '../../../src/lib/model/scene.ts';
import { changed, firstView } from '../../../src/lib/model/view.ts';
import { sourceWords } from '../../../src/lib/picture/picture-words.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';

const region = loadDataset('tests/fixtures/region');

/** The region with an event for each article, of publishers by turns. */
function reportedBy(articles: number, publishers: number): Dataset {
  const count = Array.from({ length: articles }, (_, at) => at);
  return {
    ...region,
    articles: count.map((at): Article => ({
      ...region.articles[0]!,
      id: `a${at}`,
      publisher: `Paper ${at % publishers}`
    })),
    claims: count.map((at): Claim => ({ ...region.claims[0]!, id: `c${at}`, article: `a${at}` })),
    events: count.map((at): DatasetEvent => ({
      ...region.events[0]!,
      id: `e${at}`,
      claims: [{ id: `c${at}`, role: 'about', basis: 'article' }]
    })),
    relations: [],
    story: []
  };
}

function wordsOf(dataset: Dataset): string | null {
  const index = indexDataset(dataset);
  const view = changed(firstView(dataset.info), { day: dataset.info.domain.to, window: 'all' });
  return sourceWords(wholeLanguage('en'), index, sceneAt(index, view), null);
}

test('a picture names each article while they are few', () => {
  expect(wordsOf(reportedBy(3, 3))).toMatch(/^Sources: Paper 0 \(published .*Paper 1 \(.*Paper 2 \(/);
});

test('of many articles it names the publishers, and of many publishers how many articles there are', () => {
  expect(wordsOf(reportedBy(41, 2))).toBe('Sources: Paper 0 (21 articles); Paper 1 (20 articles).');
  expect(wordsOf(reportedBy(41, 41))).toBe('Sources: 41 articles.');
});

test('a picture without events names no source', () => {
  expect(wordsOf(reportedBy(0, 1))).toBeNull();
});
