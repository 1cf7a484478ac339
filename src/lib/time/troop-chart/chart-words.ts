import {
  formatClaimPlace,
  formatDate,
  formatDay,
  formatNumber,
  formatQuantity,
  formatRange
} from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Claim, Codes } from '../../model/dataset.ts';
import type { Day } from '../../model/day.ts';
import { labelOf, type DatasetIndex } from '../../model/index-dataset.ts';
import { hardBounds } from '../../model/time.ts';
import {
  statementsOf,
  type FlowRung,
  type FlowStep,
  type StockStatement,
  type TroopState,
  type TroopStatement,
  type TroopTracks
} from '../../model/troops.ts';
import { stockLine } from '../time-words.ts';
import type { ChartMark, ChartTexts } from './marks.ts';

/** "more than 4,500 from 27 countries". */
export function stockLabel(language: Language, { quantity, contributors }: StockStatement): string {
  const total = formatQuantity(language, quantity);
  const n = contributors?.quantity.value ?? null;
  return n === null ? total : language.t('time.stock.contributors', { total, from: language.t('troops.from', { n }) });
}

const measureOf = (codes: Codes, { quantity }: TroopStatement) => labelOf(codes, 'measures', quantity.measure);

/** "decided: 700". */
export const stepLabel = (language: Language, codes: Codes, { status, quantity }: FlowStep): string =>
  language.t('time.troops.step', {
    what: labelOf(codes, 'statuses', status),
    number: formatQuantity(language, quantity)
  });

/** "vehicles added: number not stated". */
export const measureLabel = (language: Language, codes: Codes, statement: TroopStatement): string =>
  language.t('time.troops.step', {
    what: measureOf(codes, statement),
    number: formatQuantity(language, statement.quantity)
  });

/** The words of the chart. */
export function chartTexts(language: Language, codes: Codes): ChartTexts {
  const { t } = language;
  return {
    total: (statement) => totalTexts(language, statement),
    title: (flow) => flow.title,
    rung: (step, unstated) => {
      const status = labelOf(codes, 'statuses', step.status);
      if (step.quantity.value !== null)
        return t('chart.rung', { number: formatQuantity(language, step.quantity), status });
      return unstated ? stepLabel(language, codes, step) : status;
    },
    equipment: (step) => measureLabel(language, codes, step),
    alert: (alert) => {
      const { units, to, statements } = alert;
      if (Number.isFinite(to)) return measureLabel(language, codes, statements[0]!);
      return units === null ? t('troops.alertNone') : t('troops.alert', { n: units });
    },
    note: (note) => measureLabel(language, codes, note),
    silence: [t('time.stock.gap'), t('chart.silence')],
    last: t('time.stock.last'),
    reference: (fact) => [
      t('chart.external', { strength: formatQuantity(language, fact.strength) }),
      t('chart.external.short')
    ],
    tick: (value) => formatNumber(language, value)
  };
}

/** "more than 4,500 from 27 countries, 20 Nov", and two shorter forms. */
function totalTexts(language: Language, statement: StockStatement): string[] {
  const total = formatQuantity(language, statement.quantity);
  // A total stands on the axis only where its day is known.
  const date = formatDay(language, hardBounds(statement.claim.date).earliest as Day, 'short');
  return [stockLabel(language, statement), total]
    .map((text) => language.t('chart.total', { total: text, date }))
    .concat(total);
}

/** The claims behind a mark, each once. */
export const claimsOf = ({ statements }: ChartMark): Claim[] => [...new Set(statements.map(({ claim }) => claim))];

/** The accessible name of a mark: what it says, in its row, its date and where it stands. Begins with its label. */
export function markName(language: Language, index: DatasetIndex, texts: ChartTexts, mark: ChartMark): string {
  const { flow, fact, statements } = mark;
  const label = mark.lines.map(({ text }) => text).join(' ');
  if (fact) return [label || texts.reference(fact)[0]!, formatDate(language, fact.date!), fact.about].join('; ');
  const claims = claimsOf(mark);
  const { quantity } = statements[0]!;
  const whole = stockLabel(language, statements[0] as StockStatement);
  const unsaid = quantity.value === null && quantity.lower !== null && mark.kind === 'rung';
  const number = formatQuantity(language, quantity);
  return [
    label || whole,
    ...(unsaid && !label.includes(number) ? [number] : []),
    ...(flow && label !== flow.title ? [flow.title] : []),
    formatDate(language, claims[0]!.date),
    ...claims.map((claim) => formatClaimPlace(language, index, claim))
  ].join('; ');
}

/** "700 decided, possibly 700 sent, deployed (number not stated)": each step with its own number. */
function rungsLine(language: Language, codes: Codes, rungs: readonly FlowRung[]): string {
  const { t } = language;
  return rungs
    .map(({ status, presence, number }, at) => {
      const label = labelOf(codes, 'statuses', status);
      const rung = presence === 'possible' ? t('troops.possibly', { status: label }) : label;
      if (number) return t('chart.rung', { number: formatRange(language, number.lower, number.upper), status: rung });
      const next = rungs[at + 1];
      return status === 'under_review' || (next && !next.number) ? rung : t('chart.unstated', { status: rung });
    })
    .join(', ');
}

/** The state on a day in words: the total, and every step that had been reached. */
export function stateWords(language: Language, codes: Codes, state: TroopState): { stock: string; steps: string } {
  const { t } = language;
  const steps = [
    ...state.flows.map(({ rungs }) => rungsLine(language, codes, rungs)),
    ...state.alerts.map(({ units }) => (units === null ? t('time.alert') : t('chart.alert', { n: units })))
  ];
  return {
    stock: stockLine(language, state),
    steps: steps.length === 0 ? t('chart.steps.none') : t('chart.steps', { steps: steps.join('; ') })
  };
}

/** One statement as a row of the table. */
export type TableRow = { claim: Claim; date: string; what: string; number: string; who: string };

/** Every statement of the tracks, in the order of their dates. */
export function tableRows(language: Language, index: DatasetIndex, tracks: TroopTracks): TableRow[] {
  const { codes } = index.dataset;
  const steps = new Map<TroopStatement, string>();
  for (const { flow, steps: reached } of tracks.flows) {
    for (const step of reached)
      steps.set(
        step,
        language.t('time.troops.flow', { flow: flow.title, step: labelOf(codes, 'statuses', step.status) })
      );
  }
  return statementsOf(tracks)
    .map((statement): TableRow => {
      const { claim, quantity } = statement;
      const what = steps.get(statement) ?? measureOf(codes, statement);
      return {
        claim,
        date: formatDate(language, claim.date),
        what,
        number: formatQuantity(language, quantity),
        who: index.agents.get(claim.attribution[0]?.agent ?? '')?.name ?? ''
      };
    })
    .sort((a, b) => startOf(a.claim) - startOf(b.claim));
}

const startOf = ({ date }: Claim) => date.earliest ?? date.latest ?? Infinity;
