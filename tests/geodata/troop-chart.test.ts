import { describe, expect, test } from 'vitest';
import { wholeLanguage } from '../../src/lib/i18n/catalogues.ts';
import { LANGUAGES, type LanguageId } from '../../src/lib/i18n/languages.ts';
import { isoDay, parseDay, type Day } from '../../src/lib/model/day.ts';
import { indexDataset, type DatasetIndex } from '../../src/lib/model/index-dataset.ts';
import { statementsOf, troopTracks } from '../../src/lib/model/troops.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { axisOf } from '../../src/lib/time/axis.ts';
import { laneAxis } from '../../src/lib/time/lanes/lane-axis.ts';
import { boxOf, overlap, type Words } from '../../src/lib/time/troop-chart/boxes.ts';
import { chartTexts, claimsOf, markName } from '../../src/lib/time/troop-chart/chart-words.ts';
import { layoutTroopChart } from '../../src/lib/time/troop-chart/layout.ts';
import type { ChartMark } from '../../src/lib/time/troop-chart/marks.ts';
import { lineDown } from '../../src/lib/time/troop-chart/shapes.ts';
import { strengthsOf } from '../../src/lib/time/troop-chart/statements.ts';

const day = (iso: string): Day => parseDay(iso)!;

const indexes = new Map<LanguageId, DatasetIndex>();
/** The data in a language; reading them takes a while. */
function indexIn(lang: LanguageId): DatasetIndex {
  const index = indexes.get(lang) ?? indexDataset(loadDataset('geodata', lang));
  indexes.set(lang, index);
  return index;
}

function chartAt(widthPx: number, { lang = 'en' as LanguageId, external = false, rowPx = 17 } = {}) {
  const index = indexIn(lang);
  const language = wholeLanguage(lang);
  const texts = chartTexts(language, index.dataset.codes);
  const axis = laneAxis(axisOf(index.dataset.info.domain, widthPx));
  const tracks = troopTracks(index, { asOf: null, hiddenArticles: [] })!;
  const strengths = strengthsOf(index.dataset.external);
  const plotPx = axis.wide ? 66 : 84;
  const references = external ? strengths : [];
  const chart = layoutTroopChart(tracks, axis, { texts, fontPx: 12, plotPx, rowPx, references, strengths });
  return { index, language, texts, axis, tracks, chart };
}

const { chart, axis, index, language, texts, tracks } = chartAt(1100);

/** What the drawing says of a day, read from the positions and words of its marks alone. */
function readAt(iso: string) {
  const x = axis.x(day(iso)) + 0.01;
  const words = ({ lines }: ChartMark) => lines.map(({ text }) => text).join(' ');
  return {
    levels: chart.marks.flatMap(({ figure, ...mark }) =>
      figure.type === 'level' && figure.x <= x
        ? [
            {
              from: isoDay(axis.dayAt(figure.x)),
              lower: figure.floorY === null ? null : Math.round(chart.scale!.valueAt(figure.floorY)),
              upper: figure.ceilingY === null ? null : Math.round(chart.scale!.valueAt(figure.ceilingY)),
              says: words({ figure, ...mark })
            }
          ]
        : []
    ),
    steps: chart.marks.flatMap((mark) =>
      mark.figure.type === 'step' && mark.figure.from <= x
        ? [`${mark.flow?.id ?? 'equipment'}: ${words(mark)}${mark.figure.sure <= x ? '' : '?'}`]
        : []
    ),
    alerts: chart.marks.flatMap((mark) =>
      mark.kind === 'alert' && mark.figure.type === 'span' && mark.figure.bar.from <= x ? [words(mark)] : []
    )
  };
}

const MAY = ['may: 700 decided', 'may: 700 sent', 'may: deployed: number not stated'];
const VEHICLES = 'equipment: armoured vehicles added: number not stated';

// The rows of the golden table, as in golden-troops.test.ts, read back from what is drawn.
describe('the chart holds the golden troop table', () => {
  test('28 May: nothing', () => {
    expect(readAt('2023-05-28')).toEqual({ levels: [], steps: [], alerts: [] });
  });

  test('30 May: 700 decided, sent and deployed only perhaps; one battalion on alert', () => {
    const [decided, sent, deployed] = MAY;
    expect(readAt('2023-05-30')).toEqual({
      levels: [],
      steps: [decided, `${sent}?`, `${deployed}?`, `${VEHICLES}?`],
      alerts: ['1 battalion on alert; end not stated']
    });
  });

  test('24 September: of May only the sending is not yet sure, of autumn nothing, and there is no total', () => {
    const { levels, steps } = readAt('2023-09-24');
    expect(levels).toEqual([]);
    expect(steps).toEqual([
      'may: 700 decided',
      'may: 700 sent?',
      'may: deployed: number not stated',
      'autumn: decided?',
      'autumn: authorised?',
      'autumn: deployed: number not stated?',
      `${VEHICLES}?`
    ]);
  });

  test('29 September: the 700 are surely sent; more is decided and authorised, number not stated', () => {
    expect(readAt('2023-09-29').steps.filter((step) => /^(may|autumn)/.test(step))).toEqual([
      ...MAY,
      'autumn: decided',
      'autumn: authorised',
      'autumn: deployed: number not stated?'
    ]);
  });

  test('20 November: a floor of 4,501 with an open top, on its day', () => {
    expect(readAt('2023-11-19').levels).toEqual([]);
    expect(readAt('2023-11-20').levels).toEqual([
      { from: '2023-11-20', lower: 4501, upper: null, says: 'more than 4,500 from 27 countries, 20 Nov' }
    ]);
  });

  test('7 December: 1,000 perhaps deployed, vehicles perhaps, the same floor carried forward', () => {
    const { levels, steps } = readAt('2023-12-07');
    expect(levels.map(({ lower, upper }) => [lower, upper])).toEqual([[4501, null]]);
    expect(steps).toContain('thousand: 1,000 deployed?');
    expect(steps).toContain(`${VEHICLES}?`);
  });

  test('every statement of the tracks stands behind a mark, and no mark without one', () => {
    const shown = chart.marks.flatMap(({ statements }) => statements.map(({ claim }) => claim.id));
    const stated = statementsOf(tracks).map(({ claim }) => claim.id);
    expect(new Set(shown)).toEqual(new Set(stated));
    for (const mark of chart.marks) expect(claimsOf(mark)[0], mark.key).toBeDefined();
  });

  test('no number is drawn that no statement gives', () => {
    const drawn = chart.marks.flatMap(({ lines }) => lines.flatMap(({ text }) => text.match(/\d[\d,]*/g) ?? []));
    const stated = index.dataset.claims.flatMap(({ quantities }) => quantities.map(({ value }) => value));
    for (const number of drawn) {
      const value = Number(number.replace(',', ''));
      // "20 Nov".
      if (number !== '20') expect(stated, number).toContain(value);
    }
    expect(drawn).not.toContain('1,700');
  });
});

test('the scale starts at 0 and has round ticks; external strengths add none', () => {
  const values = (external: boolean) => chartAt(1100, { external }).chart.scale!.ticks.map(({ value }) => value);
  expect(values(false)).toEqual([0, 2000, 4000, 6000]);
  expect(values(true)).toEqual(values(false));
});

test('external strengths stand beside as references, marked external, only with their layer', () => {
  expect(chart.marks.filter(({ kind }) => kind === 'external')).toEqual([]);
  const shown = chartAt(1100, { external: true });
  const references = shown.chart.marks.filter(({ kind }) => kind === 'external');
  expect(references.length).toBeGreaterThan(1);
  for (const mark of references) {
    expect(mark.statements).toEqual([]);
    expect(mark.fact!.urls[0]).toMatch(/^https:/);
    expect(markName(shown.language, shown.index, shown.texts, mark)).toMatch(/^outside source/);
    const { figure } = mark;
    if (figure.type === 'reference')
      expect(Math.round(shown.chart.scale!.valueAt(figure.y))).toBe(mark.fact!.strength.value);
  }
});

test('a mark is named by its own words first, then its row, its date and its lines; never by an id', () => {
  for (const mark of chart.marks) {
    const name = markName(language, index, texts, mark);
    expect(name.startsWith(mark.lines.map(({ text }) => text).join(' ')), name).toBe(true);
    expect(name).toMatch(/, line \d+/);
    for (const { id } of claimsOf(mark)) expect(name).not.toContain(id);
  }
  const sent = chart.marks.find(({ status }) => status === 'sent')!;
  expect(markName(language, index, texts, sent)).toMatch(
    /^700 sent; .+ May; 30 May – 29 September 2023; en\.topwar\.ru .+, line \d+$/
  );
});

const WIDTHS = [280, 288, 358, 590, 720, 850, 1200];
const cases = (Object.keys(LANGUAGES) as LanguageId[]).flatMap((lang) =>
  WIDTHS.flatMap((widthPx) => [false, true].map((external) => ({ lang, widthPx, external })))
);

describe.each(cases)('in $lang at $widthPx px, external $external', ({ lang, widthPx, external }) => {
  const drawn = chartAt(widthPx, { lang, external, rowPx: widthPx < 400 ? 26 : 17 }).chart;
  const words: Words[] = [
    ...drawn.scale!.ticks.map(({ label }) => label),
    ...drawn.captions,
    ...(drawn.silence?.label ? [drawn.silence.label] : []),
    ...drawn.marks.flatMap(({ lines }) => lines)
  ];

  test('no words lie on others or leave the chart', () => {
    for (const [at, one] of words.entries()) {
      const box = boxOf(one);
      expect(box.left, one.text).toBeGreaterThanOrEqual(-0.5);
      expect(box.right, one.text).toBeLessThanOrEqual(widthPx + 0.5);
      for (const other of words.slice(at + 1)) {
        expect(overlap(box, boxOf(other), -0.5), `"${one.text}" on "${other.text}"`).toBe(false);
      }
    }
  });

  test('no line of a day strikes through words', () => {
    const scale = laneAxis(axisOf({ from: day('2023-01-01'), to: day('2023-12-31') }, widthPx));
    for (let each = scale.domain.from as number; each <= scale.domain.to; each++) {
      const x = scale.x(each);
      const pieces = [...lineDown(drawn, x).matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(([, from, to]) => ({
        left: x,
        right: x,
        top: Number(from),
        bottom: Number(to)
      }));
      for (const line of words) {
        const box = boxOf(line);
        const struck = pieces.some(
          ({ top, bottom }) => box.left < x && x < box.right && top < box.bottom && box.top < bottom
        );
        expect(struck, `${line.text} at ${x}`).toBe(false);
      }
    }
  });

  test('every step, alert and note has its words, and the total too', () => {
    for (const mark of drawn.marks.filter(({ kind }) => kind !== 'external'))
      expect(mark.lines.length, mark.key).toBeGreaterThan(0);
  });

  test('it is 120 px high or more, and compact where there is room', () => {
    expect(drawn.heightPx).toBeGreaterThanOrEqual(120);
    if (widthPx >= 720) expect(drawn.heightPx).toBeLessThan(230);
  });
});
