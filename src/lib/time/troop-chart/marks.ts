import type { ExternalFact, Flow, TroopStatus } from '../../model/dataset.ts';
import type { AlertTrack, FlowStep, StockStatement, TroopStatement } from '../../model/troops.ts';
import type { Bar } from '../lanes/bars.ts';
import type { Box, Words } from './boxes.ts';

/** What the chart says, in the reader's language. Lists: longest first; the first that fits is taken. */
export type ChartTexts = {
  total(statement: StockStatement): string[];
  title(flow: Flow): string;
  /** `unstated`: it has to say that no number is stated. */
  rung(step: FlowStep, unstated: boolean): string;
  equipment(step: FlowStep): string;
  alert(alert: AlertTrack): string;
  note(note: TroopStatement): string;
  silence: string[];
  last: string;
  reference(fact: Strength): string[];
  tick(value: number): string;
};

/** An external fact that gives the force's own strength. */
export type Strength = ExternalFact & Required<Pick<ExternalFact, 'strength'>>;

/** How a mark is drawn. Lengths in px from the top left corner. */
export type Figure =
  /**
   * A stated total. `floorY` and `ceilingY` are its bounds, null if not stated: without an upper bound its top is open.
   * `pointY` is the figure itself, for statements that imply no bound ("about"). From `x` to `carryTo` it is only
   * carried forward.
   */
  | {
      type: 'level';
      x: number;
      carryTo: number;
      floorY: number | null;
      ceilingY: number | null;
      pointY: number | null;
      topY: number;
    }
  /** A rung of the ladder: possibly reached from `from`, certainly at `sure`. Nothing is said of how long it lasted. */
  | { type: 'step'; from: number; sure: number; top: number; bottom: number }
  /** A state that lasted, or a statement about a span. */
  | { type: 'span'; bar: Bar; y: number }
  /** An external strength; `open`: where its bound leaves it open. */
  | { type: 'reference'; x: number; y: number; open: 'up' | 'down' | null };

export type FigureOf<Type extends Figure['type']> = Extract<Figure, { type: Type }>;

export type ChartMark = {
  key: string;
  kind: 'total' | 'rung' | 'equipment' | 'alert' | 'note' | 'external';
  /** The statements that it shows; it leads to the first of them. None for an external strength. */
  statements: readonly TroopStatement[];
  flow: Flow | null;
  status: TroopStatus | null;
  fact: Strength | null;
  /** The days from which on it possibly and certainly holds, and the last one on which it does. */
  possibleFrom: number;
  certainFrom: number;
  until: number;
  figure: Figure;
  /** Its words, in lines; none where there is no room. */
  lines: Words[];
};

/** What a mark has where nothing else is said. */
export const PLAIN = { flow: null, status: null, fact: null, statements: [], until: Infinity };

/** Half the width of a floor. */
export const FLOOR_PX = 9;
/** Half the size of a reference's point. */
export const POINT_PX = 4;
/** How far its arrow reaches. */
export const REACH_PX = 10;

/** What is drawn of a mark, without its words. */
export function drawnBox(figure: Figure): Box {
  switch (figure.type) {
    case 'level': {
      const bottom = figure.floorY ?? figure.pointY ?? figure.ceilingY ?? figure.topY;
      const top = figure.ceilingY ?? figure.pointY ?? figure.topY;
      return { left: figure.x - FLOOR_PX, right: figure.x + FLOOR_PX, top: top - 3, bottom: bottom + 3 };
    }
    case 'step':
      return { left: figure.from - 2, right: figure.sure + 2, top: figure.top, bottom: figure.bottom };
    case 'span':
      return { left: figure.bar.from, right: figure.bar.to, top: figure.y - 3, bottom: figure.y + 3 };
    case 'reference': {
      const { x, y, open } = figure;
      return {
        left: x - POINT_PX,
        right: x + POINT_PX,
        top: y - (open === 'up' ? REACH_PX : POINT_PX),
        bottom: y + (open === 'down' ? REACH_PX : POINT_PX)
      };
    }
  }
}

/** Whether a mark holds on a day: certainly, possibly, or not (not yet, or no more). */
export function markOn(
  { possibleFrom, certainFrom, until }: ChartMark,
  day: number
): 'certain' | 'possible' | 'absent' {
  if (day < possibleFrom || day > until) return 'absent';
  return day >= certainFrom ? 'certain' : 'possible';
}
