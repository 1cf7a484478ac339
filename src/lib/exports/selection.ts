import type { Claim, ExternalFact, Flow, Quantity, Relation } from '../model/dataset.ts';
import { gather, type DatasetIndex } from '../model/index-dataset.ts';
import { oncePer } from '../model/once.ts';
import { reportedClaim, reportFilterOf, type ReportedClaim, type ReportFilter } from '../model/reports.ts';
import { knownEvent, rowsShown, sceneAt, shownEvents, type SceneEvent } from '../model/scene.ts';
import { finished, type Steps } from '../model/steps.ts';
import { troopTracks, type FlowStep, type TroopState } from '../model/troops.ts';
import { windowOf, type ViewState } from '../model/view.ts';
import type { DayWindow } from '../model/time.ts';

/** An event with the claims that count for it. `presence` in the window; `null` in an export without a window. */
export type SelectedEvent = Omit<SceneEvent, 'presence'> & { presence: 'certain' | 'possible' | null };

export type TroopTrack = 'total' | 'contributors' | 'increment' | 'alert' | 'equipment' | 'note';

/**
 * One figure of one claim on troops. `reached`: when the status was reached, in days since 1970; open ends are
 * infinite.
 */
export type TroopLine = ReportedClaim & {
  track: TroopTrack;
  quantity: Quantity;
  flows: Flow[];
  reached: FlowStep['reached'] | null;
};

/** What a file holds. Every writer takes one; no writer filters anything itself. */
export type Selected = {
  /** `null`: the whole data set, without filter or window. */
  view: ViewState | null;
  window: DayWindow;
  events: SelectedEvent[];
  /** Claims that bear on the events or state troop levels; in an export of the whole data set all, background too. */
  claims: ReportedClaim[];
  troops: TroopLine[];
  /** Relations with a selected claim on every side: none refers only to claims that are filtered out. */
  relations: Relation[];
  external: ExternalFact[];
};

/** What a claim bears on: an event, how, and on what basis. */
export type Bearing = { event: SelectedEvent; role: SelectedEvent['claims'][number]['role']; basis: string };

/** Looked up, as files have a row for each of thousands of claims. */
const bearings = oncePer(({ events }: Selected) =>
  gather(
    events.flatMap((event) =>
      event.claims.map(({ claim, role, basis }): [string, Bearing] => [claim.id, { event, role, basis }])
    )
  )
);

/** The selected events that a claim bears on, in their order. */
export const eventsOfClaim = (selected: Selected, claim: string): readonly Bearing[] =>
  bearings(selected).get(claim) ?? [];

const EVERYTHING: ReportFilter = { asOf: null, hiddenArticles: [] };

/** The whole data set. */
export function selectAll(index: DatasetIndex): Selected {
  const { claims, events, relations, external, info } = index.dataset;
  return {
    view: null,
    window: info.domain,
    events: events.flatMap((event) => {
      const known = knownEvent(index, event, EVERYTHING);
      return known ? [{ ...known, presence: null }] : [];
    }),
    claims: claims.map((claim) => ({ claim, reported: 'certain' })),
    troops: troopLines(index, EVERYTHING, () => true),
    relations,
    external
  };
}

/** What the page shows: the events in the window and the troop statements of the day, from the reports that count. */
export function selectView(index: DatasetIndex, view: ViewState): Selected {
  return finished(selectingView(index, view));
}

/** As `selectView`, an event or a claim at a time: of many it takes longer than a page may stand still. */
export function* selectingView(index: DatasetIndex, view: ViewState): Steps<Selected> {
  const scene = sceneAt(index, view);
  const shown = scene.troops ? figuresShown(scene.troops) : new Set<Quantity>();
  const filter = reportFilterOf(view);
  const troops = troopLines(index, filter, (quantity) => shown.has(quantity));
  const eventOf = shownEvents(index, view);
  const events: SelectedEvent[] = [];
  const ids = new Set(troops.map(({ claim }) => claim.id));
  for (const row of rowsShown(index.store.reported(view.hiddenArticles), scene.storeQuery)) {
    const event = eventOf(row) as SelectedEvent;
    events.push(event);
    for (const { claim } of event.claims) ids.add(claim.id);
    yield;
  }
  const claims: ReportedClaim[] = [];
  for (const { id } of index.dataset.claims) {
    const reported = ids.has(id) ? reportedClaim(index, id, filter) : null;
    if (!reported) continue;
    claims.push(reported);
    yield;
  }
  return {
    view,
    window: windowOf(view, index.dataset.info.domain),
    events,
    claims,
    troops,
    relations: relationsAmong(
      index,
      claims.map(({ claim }) => claim)
    ),
    external: scene.external
  };
}

function relationsAmong(index: DatasetIndex, claims: readonly Claim[]): Relation[] {
  const ids = new Set(claims.map(({ id }) => id));
  const hasOne = (side: string[]) => side.length === 0 || side.some((id) => ids.has(id));
  return index.dataset.relations.filter(
    (relation) => relation.claims.length + relation.with.length > 0 && hasOne(relation.claims) && hasOne(relation.with)
  );
}

/** The figures of the troop level. They are the objects of the data set itself, so they are compared by identity. */
function figuresShown({ stock, flows, alerts, equipment, notes }: TroopState): Set<Quantity> {
  return new Set(
    [
      ...(stock ? [stock.statement, ...(stock.statement.contributors ? [stock.statement.contributors] : [])] : []),
      ...flows.flatMap(({ steps }) => steps),
      ...alerts.flatMap(({ statements }) => statements),
      ...equipment,
      ...notes
    ].map(({ quantity }) => quantity)
  );
}

/** In the order of the claims in the data set. */
function troopLines(index: DatasetIndex, filter: ReportFilter, take: (quantity: Quantity) => boolean): TroopLine[] {
  const tracks = troopTracks(index, filter);
  if (!tracks) return [];
  const { measures, flows } = tracks.config;
  const steps = [...tracks.flows.flatMap((flow) => flow.steps), ...tracks.equipment];
  const trackOf = ({ measure }: Quantity): TroopTrack | null => {
    if (measure === measures.total) return 'total';
    if (measure === measures.contributors) return 'contributors';
    if (measure === measures.increment) return 'increment';
    if (measure === measures.alert) return 'alert';
    return measures.equipment.includes(measure) ? 'equipment' : measures.notes.includes(measure) ? 'note' : null;
  };
  return index.dataset.claims.flatMap((claim) => {
    const reported = reportedClaim(index, claim.id, filter);
    if (!reported) return [];
    return claim.quantities.filter(take).flatMap((quantity): TroopLine[] => {
      const track = trackOf(quantity);
      return track
        ? [
            {
              ...reported,
              track,
              quantity,
              flows: track === 'increment' ? flows.filter((flow) => flow.claims.includes(claim.id)) : [],
              reached: steps.find((step) => step.quantity === quantity)?.reached ?? null
            }
          ]
        : [];
    });
  });
}
