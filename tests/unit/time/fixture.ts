import type { Article, DatasetEvent, Flow, TroopStatus } from '../../../src/lib/model/dataset.ts';
import { parseDay, type Day } from '../../../src/lib/model/day.ts';
import type { StoryEvent } from '../../../src/lib/model/scene.ts';
import type { DayWindow, Extent, UncertainDate } from '../../../src/lib/model/time.ts';
import type { FlowStep, StockStatement } from '../../../src/lib/model/troops.ts';
import { axisOf, PAD_PX, type Axis } from '../../../src/lib/time/axis.ts';

export const day = (iso: string): Day => parseDay(iso)!;

export const YEAR: DayWindow = { from: day('2023-01-01'), to: day('2023-12-31') };

/** An axis with exactly `pxPerDay` for each day of the domain. */
export function axisWith(pxPerDay: number, domain: DayWindow = YEAR): Axis {
  const px = (domain.to - domain.from) * pxPerDay + 2 * PAD_PX;
  const gutterPx = axisOf(domain, px).x0 - PAD_PX;
  return axisOf(domain, px + gutterPx);
}

/** "2023-05-29", "2023-05-29/2023-06-02", with `..` for an open end. */
export function date(text: string, softDays = 0): UncertainDate {
  const [from = '', to = from] = text.split('/');
  const earliest = from === '..' ? null : day(from);
  const latest = to === '..' ? null : day(to);
  return {
    edtf: text,
    earliest,
    latest,
    softEarliest: earliest === null ? null : ((earliest - softDays) as Day),
    softLatest: latest === null ? null : ((latest + softDays) as Day),
    approximate: softDays > 0,
    uncertain: false
  };
}

export function event(id: string, when: string, extent: Extent = 'within'): StoryEvent {
  const stated: DatasetEvent = {
    id,
    kind: 'patrol',
    title: `The event ${id}`,
    date: { ...date(when), basis: 'stated' },
    extent,
    planned: false,
    places: [],
    claims: [],
    labels: []
  };
  return {
    event: stated,
    presence: 'ahead',
    claims: [],
    support: { claims: 1, articles: 1, origins: 1 },
    reported: 'certain',
    figures: [],
    where: 'map'
  };
}

export function article(id: string, published: string, softDays = 0): Article {
  return {
    id,
    publisher: id,
    published: { ...date(published, softDays), basis: 'stated', confidence: 'high' }
  } as Article;
}

export const flow = (id: string): Flow => ({ id, title: `The flow ${id}`, claims: [], notBefore: null, note: '' });

export function step(claim: string, status: TroopStatus, value: number | null, from: string, to: string): FlowStep {
  const quantity = {
    measure: 'added',
    unit: 'troops',
    bound: value === null ? 'unspecified' : 'exact',
    value,
    lower: value ?? 1,
    upper: value
  };
  return {
    claim: { id: claim },
    quantity,
    status,
    reported: 'certain',
    reached: { earliest: day(from), latest: day(to) }
  } as unknown as FlowStep;
}

export function total(claim: string, when: string, lower: number | null, upper: number | null): StockStatement {
  return {
    claim: { id: claim, date: date(when) },
    quantity: { lower, upper, value: lower },
    contributors: null,
    reported: 'certain'
  } as StockStatement;
}
