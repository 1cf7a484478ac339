import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { decodeView, encodeView } from '../../../src/lib/model/url.ts';
import { firstView } from '../../../src/lib/model/view.ts';
import { numbers, randomView } from '../random-view.ts';

const index = indexDataset(loadDataset());
const { info } = index.dataset;
const first = firstView(info);
const decode = (query: string) => decodeView(new URLSearchParams(query), index);

describe('the URL of a view', () => {
  test('any view comes back from its URL', () => {
    const random = numbers(20230529);
    for (let i = 0; i < 1000; i++) {
      const view = randomView(index, random);
      expect(decode(encodeView(view, first))).toEqual({ view, dropped: [] });
    }
  });
  test('a link pinned to this version of the data opens without a word about it', () => {
    const random = numbers(20230924);
    for (let i = 0; i < 200; i++) {
      const view = randomView(index, random);
      const query = encodeView(view, first, info.version);
      expect(query).toBe(`${encodeView(view, first)}&v=${info.version}`);
      expect(decode(query)).toEqual({ view, dropped: [] });
    }
  });
  test('a link made with another version opens the same view and says both versions', () => {
    const random = numbers(20231120);
    const view = randomView(index, random);
    expect(decode(encodeView(view, first, '0.9.0'))).toEqual({
      view,
      dropped: [],
      changed: { from: '0.9.0', to: info.version }
    });
  });
  test('what is no version is dropped and named, and is not taken for a change', () => {
    for (const text of ['latest', '1.0', '<b>1.0.0', '1.0.0'.repeat(9)]) {
      expect(decode(`v=${encodeURIComponent(text)}`)).toEqual({ view: first, dropped: [`v=${text}`] });
    }
  });
  test('an empty query is the first view', () => {
    expect(decode('')).toEqual({ view: first, dropped: [] });
  });
  test('what is unknown is dropped and named, never thrown on', () => {
    const { view, dropped } = decode(
      'day=2023-02-30&window=year&event=nowhere&hide=vote,dance&asof=soon&utm_source=x&names=fr'
    );
    expect(view).toEqual({ ...first, hiddenKinds: ['vote'] });
    expect(dropped.sort()).toEqual(
      ['asof=soon', 'day=2023-02-30', 'event=nowhere', 'hide=dance', 'names=fr', 'window=year'].sort()
    );
  });
  test('a day outside the domain is dropped, not moved to another day', () => {
    expect(decode('day=2024-05-29')).toEqual({ view: first, dropped: ['day=2024-05-29'] });
  });
  test('hostile ids find nothing', () => {
    for (const id of ['__proto__', 'constructor', '<script>', '../x', '%00']) {
      expect(decode(`event=${encodeURIComponent(id)}`).view.selection).toBeNull();
    }
  });
});
