import type { Day } from './day.ts';
import {
  lineOf,
  type Claim,
  type Flow,
  type Quantity,
  type TroopConfig,
  type TroopReading,
  type TroopStatus
} from './dataset.ts';
import type { DatasetIndex } from './index-dataset.ts';
import { reportedClaim, type ReportedClaim, type ReportFilter } from './reports.ts';
import { hardBounds, presenceBy, softBounds, type DayWindow, type UncertainDate } from './time.ts';

/*
 * Four tracks that are never merged: stock (totals), flows (increments on a ladder from talk to arrival), alert,
 * and notes. Nothing is interpolated, and a total consists of nothing but stated totals.
 */

/** A claim's figure, and whether its article had certainly been published by the as-of day. */
export type TroopStatement = ReportedClaim & { quantity: Quantity };

/** A stated total. Its bound holds for its date; after that it is only "last stated n days ago". */
export type StockStatement = TroopStatement & { contributors: TroopStatement | null };

/**
 * One rung reached by a flow. `reached`: it was reached on a day in this span, both ends included.
 * A total over a period ("we added") is reached by the time it was said, not when the period begins.
 */
export type FlowStep = TroopStatement & { status: TroopStatus; reached: { earliest: number; latest: number } };

export type FlowTrack = { flow: Flow; steps: FlowStep[] };

/** One alert, however many claims report it. The dates are those that all of them allow. */
export type AlertTrack = { statements: TroopStatement[]; units: number | null; from: number; to: number };

/** All statements on troop levels over the whole time, under the articles that count. */
export type TroopTracks = {
  config: TroopConfig;
  stock: StockStatement[];
  flows: FlowTrack[];
  alerts: AlertTrack[];
  equipment: FlowStep[];
  notes: TroopStatement[];
};

const LADDER: readonly TroopStatus[] = [
  'under_review',
  'decided',
  'authorised',
  'sent',
  'arriving',
  'deployed',
  'withdrawn'
];

const rung = (status: TroopStatus) => LADDER.indexOf(status);

/** `null` if the dataset has no troop statements at all. */
export function troopTracks(index: DatasetIndex, filter: ReportFilter): TroopTracks | null {
  const config = index.dataset.troops;
  if (!config) return null;
  const statements = index.dataset.claims.flatMap((claim): TroopStatement[] => {
    const reported = reportedClaim(index, claim.id, filter);
    return reported ? claim.quantities.map((quantity) => ({ ...reported, quantity })) : [];
  });
  const of = (measure: string) => statements.filter(({ quantity }) => quantity.measure === measure);
  const contributors = of(config.measures.contributors);
  return {
    config,
    stock: of(config.measures.total)
      .map((statement) => ({
        ...statement,
        contributors: contributors.find(({ claim }) => sameSource(claim, statement.claim)) ?? null
      }))
      .sort(byDate),
    flows: config.flows
      .map((flow) => ({ flow, steps: flowSteps(of(config.measures.increment), flow) }))
      .filter(({ steps }) => steps.length > 0),
    alerts: alertTracks(index, of(config.measures.alert)),
    equipment: config.measures.equipment.flatMap(of).map((statement) => stepOf(statement, null)),
    notes: config.measures.notes.flatMap(of).sort(byDate)
  };
}

/** Every statement of the tracks. */
export const statementsOf = ({ stock, flows, alerts, equipment, notes }: TroopTracks): TroopStatement[] => [
  ...stock.flatMap((total) => (total.contributors ? [total, total.contributors] : [total])),
  ...flows.flatMap(({ steps }) => steps),
  ...equipment,
  ...alerts.flatMap(({ statements }) => statements),
  ...notes
];

/**
 * Days of the domain on which the state changes, those before them, and its ends: between them only the age of a total
 * grows.
 */
export function turningDays(tracks: TroopTracks, domain: DayWindow): Day[] {
  const changes = [
    domain.from,
    domain.to,
    ...tracks.stock.map(({ claim }) => hardBounds(claim.date).earliest),
    ...[...tracks.flows.flatMap(({ steps }) => steps), ...tracks.equipment].flatMap(({ reached }) => [
      reached.earliest,
      reached.latest
    ]),
    ...tracks.alerts.flatMap(({ from, to }) => [from, to, to + 1])
  ];
  const days = new Set(changes.flatMap((day) => [day - 1, day]));
  return [...days].filter((day): day is Day => day >= domain.from && day <= domain.to);
}

/** Contributors belong to the total stated in the same line of the same article. */
const sameSource = (a: Claim, b: Claim) =>
  a.article === b.article && lineOf(a.locator) === lineOf(b.locator) && a.date.edtf === b.date.edtf;

const byDate = (a: TroopStatement, b: TroopStatement) =>
  hardBounds(a.claim.date).earliest - hardBounds(b.claim.date).earliest;

function flowSteps(increments: readonly TroopStatement[], flow: Flow): FlowStep[] {
  return increments
    .filter(({ claim }) => flow.claims.includes(claim.id))
    .map((statement) => stepOf(statement, flow.notBefore?.day ?? null))
    .sort((a, b) => rung(a.status) - rung(b.status) || a.reached.latest - b.reached.latest);
}

function stepOf(statement: TroopStatement, notBefore: Day | null): FlowStep {
  const { claim, quantity } = statement;
  const date = softBounds(claim.date);
  const said = softBounds(claim.saidOn);
  const earliest = quantity.cumulative ? Math.max(date.earliest, said.earliest) : date.earliest;
  return {
    ...statement,
    status: quantity.status ?? 'under_review',
    reached: { earliest: Math.max(earliest, notBefore ?? -Infinity), latest: date.latest }
  };
}

/** Claims joined by a `same_claim` relation report one alert; their dates are intersected. */
function alertTracks(index: DatasetIndex, statements: readonly TroopStatement[]): AlertTrack[] {
  const groups: TroopStatement[][] = [];
  for (const statement of statements) {
    const same = groups.find((group) => group.some((other) => areSame(index, other.claim, statement.claim)));
    if (same) same.push(statement);
    else groups.push([statement]);
  }
  return groups.map((group) => ({
    statements: group,
    units: group[0]!.quantity.value,
    from: Math.max(...group.map(({ claim }) => hardBounds(claim.date).earliest)),
    to: Math.min(...group.map(({ claim }) => hardBounds(claim.date).latest))
  }));
}

function areSame(index: DatasetIndex, a: Claim, b: Claim): boolean {
  return (index.relationsOfClaim.get(a.id) ?? []).some(
    (relation) => relation.type === 'same_claim' && [...relation.claims, ...relation.with].includes(b.id)
  );
}

/** The total last stated by a day. On its own date it has the stated bounds; later it has no upper bound. */
export type StockLevel = {
  statement: StockStatement;
  lower: number | null;
  upper: number | null;
  /** Whole days since the statement's date; 0 on it. */
  ageDays: number;
};

/**
 * A rung of the ladder with the number stated for that rung only: "700 sent" and "deployed, number not stated" are two
 * rungs, and never "700 deployed". `number: null` is not stated, which is neither 0 nor another rung's number.
 */
export type FlowRung = {
  status: TroopStatus;
  presence: 'certain' | 'possible';
  number: { lower: number; upper: number | null } | null;
  claims: Claim[];
};

/** The state of a reinforcement on a day. `surely`: the highest rung of the ladder that it certainly reached. */
export type FlowLevel = {
  flow: Flow;
  steps: (FlowStep & { presence: 'certain' | 'possible' })[];
  /** Lowest first; a rung stated twice with the same number is one. */
  rungs: FlowRung[];
  surely: TroopStatus | null;
};

/**
 * The base that remains when stated increments are subtracted from a stated total; our calculation, not an article's.
 */
export type DerivedBase = {
  reading: TroopReading;
  from: StockStatement;
  subtracted: { flow: Flow; step: FlowStep; amount: number }[];
  atLeast: number;
};

export type TroopState = {
  stock: StockLevel | null;
  flows: FlowLevel[];
  alerts: AlertTrack[];
  equipment: (FlowStep & { presence: 'certain' | 'possible' })[];
  notes: TroopStatement[];
  derived: DerivedBase[];
};

export function troopsAt(tracks: TroopTracks, day: Day): TroopState {
  const stock = stockAt(tracks.stock, day);
  const flows = tracks.flows.map(({ flow, steps }) => flowAt(flow, steps, day)).filter(({ steps }) => steps.length > 0);
  return {
    stock,
    flows,
    alerts: tracks.alerts.filter(({ from, to }) => from <= day && day <= to),
    equipment: reachedBy(tracks.equipment, day),
    notes: tracks.notes.filter(({ claim }) => presenceBy(opening(claim.date), day) !== 'absent'),
    derived: stock ? derivedBases(tracks.config, stock.statement, flows) : []
  };
}

/** A date reduced to its start: a statement holds from then on. */
const opening = (date: UncertainDate): UncertainDate => ({
  ...date,
  latest: date.earliest,
  softLatest: date.softEarliest
});

function stockAt(statements: readonly StockStatement[], day: Day): StockLevel | null {
  const last = statements.filter(({ claim }) => hardBounds(claim.date).earliest <= day).at(-1);
  if (!last) return null;
  const dated = hardBounds(last.claim.date).latest;
  const ageDays = Math.max(0, day - dated);
  // Carried forward it is no longer a stated level: the lower bound stays as last stated, the upper bound is open.
  return { statement: last, lower: last.quantity.lower, upper: ageDays > 0 ? null : last.quantity.upper, ageDays };
}

function reachedBy(steps: readonly FlowStep[], day: Day): (FlowStep & { presence: 'certain' | 'possible' })[] {
  return steps
    .filter(({ reached }) => reached.earliest <= day)
    .map((step) => ({ ...step, presence: step.reached.latest <= day ? 'certain' : 'possible' }));
}

function flowAt(flow: Flow, all: readonly FlowStep[], day: Day): FlowLevel {
  const steps = reachedBy(all, day);
  return {
    flow,
    steps,
    rungs: rungsOf(steps),
    surely: steps.filter(({ presence }) => presence === 'certain').at(-1)?.status ?? null
  };
}

function rungsOf(steps: FlowLevel['steps']): FlowRung[] {
  const rungs: FlowRung[] = [];
  for (const { status, presence, quantity, claim } of steps) {
    const number =
      quantity.value !== null && quantity.lower !== null ? { lower: quantity.lower, upper: quantity.upper } : null;
    const same = rungs.find(
      (rung) => rung.status === status && rung.number?.lower === number?.lower && rung.number?.upper === number?.upper
    );
    if (!same) rungs.push({ status, presence, number, claims: [claim] });
    else {
      // Of two parts with one number: still one claim.
      if (!same.claims.includes(claim)) same.claims.push(claim);
      // One certain report makes the rung certain.
      if (presence === 'certain') same.presence = 'certain';
    }
  }
  return rungs;
}

/** One base per reading, if every flow that the reading subtracts has a stated number. */
function derivedBases(config: TroopConfig, from: StockStatement, flows: readonly FlowLevel[]): DerivedBase[] {
  return config.readings.flatMap((reading) => {
    const subtracted = reading.adds.flatMap((id) => {
      const level = flows.find(({ flow }) => flow.id === id);
      const step = level?.steps.find(({ quantity }) => quantity.lower !== null && quantity.value !== null);
      return level && step ? [{ flow: level.flow, step, amount: step.quantity.lower! }] : [];
    });
    if (from.quantity.lower === null || subtracted.length !== reading.adds.length) return [];
    const atLeast = subtracted.reduce((rest, { amount }) => rest - amount, from.quantity.lower);
    return [{ reading, from, subtracted, atLeast }];
  });
}
