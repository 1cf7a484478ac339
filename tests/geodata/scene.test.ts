import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { parseDay, type Day } from '../../src/lib/model/day.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { relationsOfFigure } from '../../src/lib/model/relations.ts';
import { reportFilterOf } from '../../src/lib/model/reports.ts';
import { placesOf } from '../../src/lib/model/places.ts';
import { countsOf, sceneAt, storylineOf, type Scene } from '../../src/lib/model/scene.ts';
import { presenceIn } from '../../src/lib/model/time.ts';
import { firstView, windowOf, type ViewState } from '../../src/lib/model/view.ts';
import { bruteStops } from '../unit/model/brute-scene.ts';

const index = indexDataset(loadDataset());
const { info } = index.dataset;
const day = (iso: string): Day => parseDay(iso)!;
const scene = (iso: string, choices: Partial<ViewState> = {}): Scene =>
  sceneAt(index, { ...firstView(info), day: day(iso), window: 'day', ...choices });
const ids = (events: readonly { event: { id: string } }[]) => events.map(({ event }) => event.id);
const presences = (events: Scene['events']) =>
  Object.fromEntries(events.map(({ event, presence }) => [event.id, presence]));
const placesIn = ({ view }: Scene) => placesOf(index, view);
const site = (of: Scene, id: string) => placesIn(of).sites.find((mark) => mark.site.id === id);

describe('what the articles report, day by day', () => {
  test('29 May: the clash at the Zvečan town hall, with 30 to 93 KFOR soldiers injured and both reports', () => {
    const clash = scene('2023-05-29').events.find(({ event }) => event.id === 'zvecan-clash')!;
    expect(clash.presence).toBe('certain');
    const injured = clash.figures.find(({ key }) => key === 'injured|kfor|')!;
    expect([injured.lower, injured.upper]).toEqual([30, 93]);
    expect(injured.statements.map(({ claim, quantity }) => [claim.id, quantity.value])).toEqual([
      ['blazetrends-06', 30],
      ['blazetrends-07', 30],
      ['postsen-08', 93]
    ]);
    expect(relationsOfFigure(index, injured, reportFilterOf(firstView(info))).map(({ id }) => id)).toContain('r01');
    // The agency’s own text, and the Secretary General, in Oslo and in the interview: one voice.
    expect(clash.support).toEqual({ claims: 5, articles: 2, origins: 2 });
  });

  test('as reported by 30 May, the injured are 30', () => {
    const clash = scene('2023-05-29', { asOf: day('2023-05-30') }).events.find(
      ({ event }) => event.id === 'zvecan-clash'
    )!;
    const injured = clash.figures.find(({ key }) => key === 'injured|kfor|')!;
    expect([injured.lower, injured.upper]).toEqual([30, 30]);
  });

  test('as reported by the day of the clash itself, nothing had been reported', () => {
    expect(scene('2023-05-29', { asOf: 'day' }).events).toEqual([]);
  });

  test('24 September: the clash is placed in the region by the articles and at Banjska only on external evidence', () => {
    const at = scene('2023-09-24');
    // One event is told once, at the site; its area comes with its details.
    expect(placesIn(at).areas.map(({ area }) => area.id)).not.toContain('northern-kosovo');
    const open = scene('2023-09-24', { selection: { type: 'event', id: 'september-clash' } });
    expect(placesIn(open).areas.find(({ area }) => area.id === 'northern-kosovo')!.events[0]!.place.basis).toBe(
      'article'
    );
    expect(site(at, 'banjska')!.events.map(({ event, place }) => [event.id, place.basis])).toEqual([
      ['september-clash', 'external']
    ]);
    const killed = at.events.find(({ event }) => event.id === 'september-clash')!.figures;
    expect(killed.map(({ key, lower, upper }) => [key, lower, upper])).toEqual([
      ['killed|serb-side|', 3, 3],
      ['injured|serb-side|serious', 2, 2],
      ['killed|kosovo-police|', 1, 1]
    ]);
  });

  test('24 November: the Gate One patrol is possible, not certain', () => {
    expect(presences(scene('2023-11-24').events)['gate-one-patrol']).toBe('possible');
    expect(site(scene('2023-11-24'), 'gate-one')!.presence).toBe('possible');
  });

  test('15 July: no event but the standing alert, and no article reports on that time', () => {
    const at = scene('2023-07-15');
    expect(ids(at.events)).toEqual(['battalion-on-alert']);
    expect(at.coverage).toEqual({ articles: [], before: day('2023-05-31'), after: day('2023-09-01') });
  });

  test('20 November: Pristina is elsewhere, never a pin on the map', () => {
    const at = scene('2023-11-20');
    expect(ids(at.elsewhere)).toContain('stoltenberg-in-pristina');
    expect(placesIn(at).sites.map(({ site: { id } }) => id)).not.toContain('pristina');
  });
});

describe('what holds for every view', () => {
  const { from, to } = info.domain;
  const days = Array.from({ length: to - from + 1 }, (_, i) => (from + i) as Day);

  test('every event of the domain is certain on some day, or possible on several', () => {
    for (const event of index.dataset.events) {
      const seen = days
        .map((d) => presenceIn(event.date, event.extent, { from: d, to: d }))
        .filter((p) => p !== 'absent');
      expect(seen.includes('certain') || seen.length > 1, event.id).toBe(true);
    }
  });

  test('the counts are the events shown, and a wider window never shows fewer', () => {
    for (const d of days.filter((_, i) => i % 5 === 0)) {
      const narrow = sceneAt(index, { ...firstView(info), day: d, window: 'day' });
      const wide = sceneAt(index, { ...firstView(info), day: d, window: 'month' });
      expect(narrow.counts).toEqual(countsOf(narrow.events));
      expect(ids(wide.events)).toEqual(expect.arrayContaining(ids(narrow.events)));
    }
  });

  test('an event is shown only if a claim that counts states it', () => {
    for (const d of days.filter((_, i) => i % 7 === 0)) {
      for (const { event, claims } of sceneAt(index, { ...firstView(info), day: d, window: 'all', asOf: 'day' })
        .events) {
        expect(
          claims.some(({ role }) => role !== 'context'),
          event.id
        ).toBe(true);
        for (const { claim } of claims) {
          const published = index.articles.get(claim.article)!.published;
          expect(published.softEarliest!).toBeLessThanOrEqual(d);
        }
      }
    }
  });

  test('with all articles switched off nothing is on screen', () => {
    const none = sceneAt(index, {
      ...firstView(info),
      day: to,
      window: 'all',
      hiddenArticles: index.dataset.articles.map(({ id }) => id)
    });
    const { sites, areas } = placesIn(none);
    expect([none.events, none.past, sites, areas, none.coverage.articles]).toEqual([[], [], [], [], []]);
    expect(none.troops).toMatchObject({ stock: null, flows: [], alerts: [], notes: [], derived: [] });
  });

  test('external facts are never in an event, and only shown when asked for', () => {
    expect(scene('2023-09-24').external).toEqual([]);
    expect(scene('2023-09-24', { external: true }).external.map(({ id }) => id)).toEqual(['x14', 'x15', 'x16']);
  });

  test('the slider stops at the first day of every event inside the domain', () => {
    const stops = bruteStops(storylineOf(index, firstView(info)).events, info.domain);
    expect(stops[0]).toBe(day('2023-04-01'));
    expect(stops).toContain(day('2023-05-29'));
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
  });

  test('troop tracks are the same ones from day to day, until other articles count', () => {
    const tracks = (view: Partial<ViewState>) => storylineOf(index, { ...firstView(info), ...view }).tracks;
    expect(tracks({ day: day('2023-05-30') })).toBe(tracks({ day: day('2023-05-31') }));
    const { id } = index.dataset.articles[0]!;
    expect(tracks({ hiddenArticles: [id] })).not.toEqual(tracks({}));
  });

  test('a window is closed at both ends and does not reach before the domain', () => {
    const view = { ...firstView(info), day: day('2023-01-03'), window: 'week' } as ViewState;
    expect(windowOf(view, info.domain)).toEqual({ from: day('2023-01-01'), to: day('2023-01-03') });
    expect(windowOf({ ...view, day: day('2023-05-29') }, info.domain).from).toBe(day('2023-05-23'));
  });
});
