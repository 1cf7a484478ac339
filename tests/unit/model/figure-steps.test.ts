import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/model/day.ts';
import type { UncertainDate } from '../../../src/lib/model/time.ts';
import { figureHistories } from '../../../src/lib/model/figure-steps.ts';
import { indexDataset, type DatasetIndex } from '../../../src/lib/model/index-dataset.ts';
import { relationsOfFigure } from '../../../src/lib/model/relations.ts';
import { knownEvent, sceneAt } from '../../../src/lib/model/scene.ts';
import { firstView } from '../../../src/lib/model/view.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { day } from '../time/fixture.ts';

const dataset = loadDataset();
const index = indexDataset(dataset);
const told = (of: DatasetIndex, event: string, hidden: string[] = []) =>
  figureHistories(of, of.events.get(event)!, hidden).map(({ key, steps }) => [
    key,
    ...steps.map(({ from, certainFrom, figure, brought }) => ({
      from,
      certainFrom,
      range: [figure.lower, figure.upper],
      brought: brought.map(({ claim }) => claim.id)
    }))
  ]);

describe('what was known of the Zvečan clash', () => {
  test('30 injured from the next day on, 30 to 93 from about 7 December; nothing else differs', () => {
    expect(told(index, 'zvecan-clash')).toEqual([
      [
        'injured|kfor|',
        {
          from: day('2023-05-30'),
          certainFrom: day('2023-05-30'),
          range: [30, 30],
          brought: ['blazetrends-06', 'blazetrends-07']
        },
        // “About” is a day more or less: possible from the 6th, certain by the 8th.
        { from: day('2023-12-06'), certainFrom: day('2023-12-08'), range: [30, 93], brought: ['postsen-08'] }
      ]
    ]);
  });

  test('with one of the articles hidden there is no difference', () => {
    expect(told(index, 'zvecan-clash', ['postsen-2023-12-07'])).toEqual([]);
  });
});

test('of the armed clash, a later article with the same number is no step', () => {
  const killed = index.events.get('september-clash')!;
  expect(killed.claims.length).toBeGreaterThan(1);
  expect(told(index, 'september-clash')).toEqual([]);
});

/** The data with another day of publication for an article. */
function published(article: string, to: Partial<UncertainDate>): DatasetIndex {
  const articles = dataset.articles.map((other) =>
    other.id === article ? { ...other, published: { ...other.published, ...to } } : other
  );
  return indexDataset({ ...dataset, articles });
}

/** At every day of the second clock, the step that holds has the figure of the scene; before the first there is none. */
function expectAgreement(of: DatasetIndex) {
  const { info, events } = of.dataset;
  const histories = events.flatMap((event) =>
    figureHistories(of, event).map((history) => ({ event: event.id, history }))
  );
  for (let asOf = info.domain.from; asOf <= info.domain.to; asOf = addDays(asOf, 1)) {
    const scene = sceneAt(of, { ...firstView(info), day: info.domain.to, window: 'all', asOf });
    for (const { event, history } of histories) {
      const shown = scene.events
        .find((other) => other.event.id === event)
        ?.figures.find(({ key }) => key === history.key);
      const step = history.steps.findLast(({ from }) => from <= asOf);
      expect([event, asOf, step?.figure.lower, step?.figure.upper]).toEqual([event, asOf, shown?.lower, shown?.upper]);
      for (const { from, certainFrom, brought } of history.steps)
        for (const { claim } of brought) {
          const statement = shown?.statements.find((other) => other.claim.id === claim.id);
          expect(statement !== undefined, `${claim.id} as of ${asOf}`).toBe(from <= asOf);
          if (certainFrom !== null && asOf >= certainFrom) expect(statement?.reported).toBe('certain');
        }
    }
  }
  return histories.length;
}

/** The same the other way round: a figure of the scene that changes from day to day is a step. */
function changesMissed(of: DatasetIndex): string[] {
  const { info } = of.dataset;
  const missed: string[] = [];
  const before = new Map<string, string>();
  for (let asOf = info.domain.from; asOf <= info.domain.to; asOf = addDays(asOf, 1)) {
    const scene = sceneAt(of, { ...firstView(info), day: info.domain.to, window: 'all', asOf });
    for (const { event, figures } of scene.events)
      for (const { key, lower, upper } of figures) {
        const id = `${event.id} ${key}`;
        const now = [lower, upper].join();
        const was = before.get(id);
        before.set(id, now);
        if (was === undefined || was === now) continue;
        const history = figureHistories(of, of.events.get(event.id)!).find((other) => other.key === key);
        if (!history?.steps.some(({ from }) => from === asOf)) missed.push(`${id} as of ${asOf}`);
      }
  }
  return missed;
}

describe('steps and scene agree on every day of the second clock', () => {
  const open: Partial<UncertainDate> = { earliest: null, softEarliest: null };
  const late = addDays(dataset.info.domain.to, 5);
  const CASES: [string, DatasetIndex][] = [
    ['as the data are', index],
    ['with an article of an unknown first day', published('postsen-2023-12-07', open)],
    ['with an article of an unknown last day', published('postsen-2023-12-07', { latest: null, softLatest: null })],
    [
      'with an article after the period',
      published('postsen-2023-12-07', { earliest: late, latest: late, softEarliest: late, softLatest: late })
    ],
    [
      'with the reports in the other order',
      published('blazetrends-2023-05-30', { softEarliest: late, softLatest: late })
    ]
  ];
  for (const [name, of] of CASES)
    test(name, () => {
      expect(expectAgreement(of)).toBeGreaterThanOrEqual(1);
      expect(changesMissed(of)).toEqual([]);
    });
});

test('a step that is certain on no day of the period has no day to set the second clock to', () => {
  const late = addDays(dataset.info.domain.to, 5);
  const last = (of: DatasetIndex) => figureHistories(of, of.events.get('zvecan-clash')!)[0]!.steps.at(-1)!;
  const to = (date: Partial<UncertainDate>) => last(published('postsen-2023-12-07', date)).certainFrom;
  expect(to({ latest: null, softLatest: null })).toBeNull();
  expect(to({ softEarliest: late, softLatest: late })).toBeNull();
});

test('as known by a day, no relation tells of a report of later', () => {
  const clash = index.events.get('zvecan-clash')!;
  const by = (iso: string) => {
    const filter = { asOf: day(iso), hiddenArticles: [] };
    const injured = knownEvent(index, clash, filter)!.figures.find(({ key }) => key === 'injured|kfor|')!;
    return relationsOfFigure(index, injured, filter).map(({ id }) => id);
  };
  expect(by('2023-05-30')).not.toContain('r01');
  expect(by('2023-12-08')).toContain('r01');
});
