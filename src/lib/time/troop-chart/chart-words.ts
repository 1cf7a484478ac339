import { formatClaimPlace, formatDate, formatDay, formatNumber, formatQuantity } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Claim, Codes, Flow } from '../../model/dataset.ts';
import type { Day } from '../../model/day.ts';
import { labelOf, type DatasetIndex } from '../../model/index-dataset.ts';
import { hardBounds } from '../../model/time.ts';
import type {
  FlowRung,
  FlowStep,
  StockStatement,
  TroopState,
  TroopStatement,
  TroopTracks
} from '../../model/troops.ts';
import { stockLine } from '../time-words.ts';
import type { ChartMark, ChartTexts } from './marks.ts';

/** "more than 4,500 from 27 countries". */
export function stockLabel(language: Language, { quantity, contributors }: StockStatement): string {
  const total = formatQuantity(language, quantity);
  const n = contributors?.quantity.value ?? null;
  return n === null ? total : language.t('time.stock.contributors', { total, from: language.t('troops.from', { n }) });
}

/** "decided: 700"; for equipment the measure instead of the status. */
export function stepLabel(language: Language, codes: Codes, step: FlowStep, flow: Flow | null): string {
  const number = formatQuantity(language, step.quantity);
  const what = flow ? labelOf(codes, 'statuses', step.status) : labelOf(codes, 'measures', step.quantity.measure);
  return language.t('time.troops.step', { what, number });
}

export function noteLabel(language: Language, codes: Codes, { quantity }: TroopStatement): string {
  return language.t('time.troops.step', {
    what: labelOf(codes, 'measures', quantity.measure),
    number: formatQuantity(language, quantity)
  });
}

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
      return unstated
        ? t('time.troops.step', { what: status, number: formatQuantity(language, step.quantity) })
        : status;
    },
    equipment: (step) => stepLabel(language, codes, step, null),
    alert: (alert) => {
      const { units, to, statements } = alert;
      if (Number.isFinite(to)) return noteLabel(language, codes, statements[0]!);
      return units === null ? t('troops.alertNone') : t('troops.alert', { n: units });
    },
    note: (note) => noteLabel(language, codes, note),
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
  const { earliest } = hardBounds(statement.claim.date);
  if (!Number.isFinite(earliest)) return [stockLabel(language, statement), total];
  const date = formatDay(language, earliest as Day, 'short');
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
      if (number) return t('chart.rung', { number: formatQuantity(language, quantityOf(number)), status: rung });
      const next = rungs[at + 1];
      return status === 'under_review' || (next && !next.number) ? rung : t('chart.unstated', { status: rung });
    })
    .join(', ');
}

/** The bounds of a rung as a figure with its word. */
const quantityOf = ({ lower, upper }: { lower: number; upper: number | null }) =>
  ({ bound: upper === lower ? 'exact' : 'at_least', value: lower }) as const;

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
export type TableRow = { key: string; claim: Claim; date: string; what: string; number: string; who: string };

/** Every statement of the tracks, in the order of their dates. */
export function tableRows(language: Language, index: DatasetIndex, tracks: TroopTracks): TableRow[] {
  const { codes } = index.dataset;
  const row = (statement: TroopStatement, what: string): TableRow => {
    const { claim, quantity } = statement;
    return {
      key: `${claim.id} ${quantity.measure} ${what}`,
      claim,
      date: formatDate(language, claim.date),
      what,
      number: formatQuantity(language, quantity),
      who: index.agents.get(claim.attribution[0]?.agent ?? '')?.name ?? ''
    };
  };
  const measure = ({ quantity }: TroopStatement) => labelOf(codes, 'measures', quantity.measure);
  return [
    ...tracks.stock.flatMap((stock) =>
      [stock, ...(stock.contributors ? [stock.contributors] : [])].map((each) => row(each, measure(each)))
    ),
    ...tracks.flows.flatMap(({ flow, steps }) =>
      steps.map((step) =>
        row(step, language.t('time.troops.flow', { flow: flow.title, step: labelOf(codes, 'statuses', step.status) }))
      )
    ),
    ...tracks.equipment.map((step) => row(step, measure(step))),
    ...tracks.alerts.flatMap(({ statements }) => statements.map((statement) => row(statement, measure(statement)))),
    ...tracks.notes.map((note) => row(note, measure(note)))
  ].sort((a, b) => startOf(a.claim) - startOf(b.claim));
}

const startOf = ({ date }: Claim) => date.earliest ?? date.latest ?? Infinity;
