import { expect, test } from 'vitest';
import { queryForOtherYears } from '../../../src/lib/model/other-years.ts';

test('hidden kinds and the form of names hold for other years, and how an embed is shown', () => {
  expect(queryForOtherYears('?hide=vote,clash&names=sr-Latn&external=1&theme=dark&controls=minimal&childId=a')).toBe(
    new URLSearchParams({
      hide: 'vote,clash',
      names: 'sr-Latn',
      external: '1',
      theme: 'dark',
      controls: 'minimal',
      childId: 'a'
    }).toString()
  );
});

test('days, what is open and what other years do not have stays behind', () => {
  const search =
    '?day=2023-05-29&window=week&asof=day&event=a&site=b&area=c&claim=d&article=e&chapter=f&without=g&axis=year&v=1.0.0';
  expect(queryForOtherYears(search)).toBe('');
  expect(queryForOtherYears('')).toBe('');
});

test('an address as its sender wrote it is understood', () => {
  expect(queryForOtherYears('?DAY=2023-05-29&amp;Hide=vote')).toBe('hide=vote');
});
