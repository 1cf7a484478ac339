import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { addressOf, isPlain, itemOf, itemPath, itemsOf, itemView } from '../../../src/lib/model/item-page.ts';
import { decodeView, encodeView } from '../../../src/lib/model/url.ts';
import { addDays, isoDay } from '../../../src/lib/model/day.ts';
import { changed, firstView, windowOf } from '../../../src/lib/model/view.ts';
import { isInWindow, scrubTo, withoutChapter } from '../../../src/lib/model/view-changes.ts';

const index = indexDataset(loadDataset());
const { info } = index.dataset;
const first = firstView(info);
const items = itemsOf(index.dataset);
const decoded = (query: string, own = first) => decodeView(new URLSearchParams(query), index, own);

test('every event, chapter and article has a page, and no two have the same address', () => {
  const { events, story, articles } = index.dataset;
  expect(items).toHaveLength(events.length + story.length + articles.length);
  expect(new Set(items.map(itemPath)).size).toBe(items.length);
});

describe.each(items)('the page of $type $id', (item) => {
  const view = itemView(item, index);

  test('is about it, and is the address of its view', () => {
    expect(itemOf(view)).toEqual(item);
    expect(addressOf(view, index)).toBe(itemPath(item));
    expect(addressOf(view, index, '1.0.0')).toBe(`${itemPath(item)}?v=1.0.0`);
  });
  test('shows its view without a query, and with one that chooses nothing', () => {
    expect(decoded('', view).view).toEqual(view);
    expect(decoded('fbclid=1&v=0.0.1', view).view).toEqual(view);
    expect(decoded('names=sq', view)).toMatchObject({
      view: { selection: view.selection, nameForm: 'sq' },
      dropped: []
    });
  });
  test('shows with a query that chooses what the map shows with it', () => {
    for (const query of ['day=2023-05-01&window=day', 'article=topwar-2023-09-29', 'asof=day'])
      expect(decoded(query, view)).toEqual(decoded(query));
  });
  test('its view can be said as a query too', () => {
    expect(decoded(encodeView(view, first))).toEqual({ view, dropped: [] });
  });
  test('another view of it has another address', () => {
    for (const other of [
      changed(view, { asOf: 'day' }),
      changed(view, { hiddenKinds: ['vote'] }),
      changed(view, { external: true }),
      scrubTo(view, addDays(view.day, view.day === info.domain.to ? -1 : 1), index),
      withoutChapter(changed(view, { selection: null }))
    ])
      expect(addressOf(other, index)).toMatch(/^\?/);
    expect(isPlain(view, index)).toBe(true);
    expect(isPlain(changed(view, { hiddenArticles: ['topwar-2023-09-29'] }), index)).toBe(false);
  });
});

test('the days of an event’s page are those on which it may have been', () => {
  const days = (id: string) => {
    const { from, to } = windowOf(itemView({ type: 'event', id }, index), info.domain);
    return [isoDay(from), isoDay(to)];
  };
  expect(days('zvecan-clash')).toEqual(['2023-05-29', '2023-05-29']);
  expect(days('boycotted-vote')).toEqual(['2023-04-01', '2023-04-30']);
  expect(days('gate-one-patrol')).toEqual(['2023-09-24', '2023-11-27']);
  // It has no stated end.
  expect(days('battalion-on-alert')).toEqual(['2023-05-30', '2023-05-30']);
  for (const event of index.dataset.events)
    expect(isInWindow(event, itemView({ type: 'event', id: event.id }, index), index)).toBe(true);
});
