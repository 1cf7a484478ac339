import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { readFileSync } from 'node:fs';
import { decodeView, encodeView, readQuery, VIEW_KEYS } from '../../../src/lib/model/url.ts';
import { axisSizes } from '../../../src/lib/model/axis-span.ts';
import { parseDay } from '../../../src/lib/model/day.ts';
import { changed, firstView } from '../../../src/lib/model/view.ts';
import { chapterView } from '../../../src/lib/model/view-changes.ts';
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
  test('in a domain of two centuries the size of the axis comes back, and leaves the chapter as it is', () => {
    const long = { ...info, domain: { from: parseDay('1823-01-01')!, to: info.domain.to } };
    const centuries = indexDataset({ ...index.dataset, info: long });
    for (const axis of axisSizes(long.domain)) {
      const view = changed(chapterView(first, centuries.dataset.story[0]!), { axis });
      expect(view.chapter).not.toBeNull();
      const query = encodeView(view, first);
      expect(query).toBe(`chapter=${view.chapter}${axis === 'all' ? '' : `&axis=${axis}`}`);
      expect(decodeView(new URLSearchParams(query), centuries)).toEqual({ view, dropped: [] });
    }
    expect(decodeView(new URLSearchParams('axis=week'), centuries).dropped).toEqual(['axis']);
  });
  test('in a year the axis has one size', () => {
    expect(decode('axis=month')).toEqual({ view: first, dropped: ['axis'] });
  });
  test('what is no version is dropped and named, and is not taken for a change', () => {
    for (const [text, named] of [
      ['latest', 'v'],
      ['1.0', 'v=1.0'],
      ['<b>1.0.0', 'v'],
      ['1.0.0'.repeat(9), 'v']
    ] as const)
      expect(decode(`v=${encodeURIComponent(text)}`)).toEqual({ view: first, dropped: [named] });
  });
  test('an empty query is the first view', () => {
    expect(decode('')).toEqual({ view: first, dropped: [] });
  });
  test('what is unknown is dropped and named, never thrown on', () => {
    const { view, dropped } = decode(
      'day=2023-02-30&window=year&event=nowhere&hide=vote,dance&asof=soon&utm_source=x&names=fr'
    );
    expect(view).toEqual({ ...first, hiddenKinds: ['vote'] });
    expect(dropped.sort()).toEqual(['asof', 'day=2023-02-30', 'event', 'hide', 'names', 'window'].sort());
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

describe('a link that a mail has changed', () => {
  const encoded = (query: string) => query.replaceAll('&', '%26').replaceAll('=', '%3D');
  const upper = (query: string) => query.replace(/(^|&)[^=]+/g, (key) => key.toUpperCase());
  const CHANGES: Record<string, (query: string) => string> = {
    '&amp;': (query) => query.replaceAll('&', '&amp;'),
    '&amp; twice': (query) => query.replaceAll('&', '&amp;amp;'),
    'a number for &': (query) => query.replaceAll('&', '&#38;'),
    'all encoded': encoded,
    'encoded but the first': (query) => query.replace(/^([^=]*=)(.*)$/, (_, key, rest) => key + encoded(rest)),
    'upper-case keys': upper,
    'all in upper case': (query) => query.toUpperCase(),
    'a bracket and a full stop': (query) => `${query}).`,
    'a comma': (query) => `${query},`,
    'an angle bracket': (query) => `${query}>`,
    'an encoded quotation mark': (query) => `${query}%E2%80%9D`,
    'a line break': (query) => query.replace(/-(?=[^-]*$)/, '-%0D%0A'),
    'each key twice': (query) => `${query}&${query}`,
    'keys of others': (query) => `fbclid=day&${query}&utm_source=a%26day%3D2023-01-01`
  };
  for (const [name, change] of Object.entries(CHANGES)) {
    test(`${name}: shows the sender’s view`, () => {
      const random = numbers(20230601);
      for (let i = 0; i < 200; i++) {
        const view = randomView(index, random);
        const query = encodeView(view, first, i % 2 ? info.version : null);
        expect(decodeView(readQuery(`?${change(query)}`), index), change(query)).toEqual({ view, dropped: [] });
      }
    });
  }
  test('two different days: the first, and the other is named', () => {
    const { view, dropped } = decodeView(readQuery('?day=2023-05-29&day=2023-09-24'), index);
    expect([view.day, dropped]).toEqual([decode('day=2023-05-29').view.day, ['day=2023-09-24']]);
  });
  test('two lists of the same kind are one', () => {
    expect(decode('hide=vote&hide=statement').view.hiddenKinds).toEqual(['statement', 'vote']);
  });
  test('whatever comes, nothing of a stranger is said, and what is said is short', () => {
    const random = numbers(7);
    const pieces = [
      ...VIEW_KEYS,
      '=',
      '&',
      '&amp;',
      '%26',
      '%',
      '%E0%A4',
      ',',
      'the mayor lies',
      '\u202e',
      '2023-05-29',
      '0',
      ' '
    ];
    for (let i = 0; i < 3000; i++) {
      const text = Array.from({ length: 12 }, () => pieces[Math.floor(random.next().value * pieces.length)]).join('');
      for (const said of decodeView(readQuery(`?${text}`), index).dropped) {
        expect(said).toMatch(/^[a-z]+(=[\d.-]{1,12})?$/);
        expect(VIEW_KEYS).toContain(said.split('=')[0]);
      }
    }
    expect(decode(`hide=${Array.from({ length: 800 }, (_, at) => `id-${at}`).join()}`).dropped).toEqual(['hide']);
  });
});

test('the script that holds the first view back knows the keys of a view', () => {
  const script = readFileSync('src/app.html', 'utf8');
  const [, filters = '', others = ''] = /FILTERS = '(.*)';[^]*VIEW = `(.*)\|\$/.exec(script)!;
  expect([...filters.split('|'), ...others.split('|'), 'v'].sort()).toEqual([...VIEW_KEYS].sort());
});
