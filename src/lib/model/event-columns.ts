/** Stand for an open start or end. In between lie all days that `YYYY-MM-DD` can write: 0000-01-01 to 9999-12-31. */
export const OPEN_START = -719_529;
export const OPEN_END = 2_932_897;

/** Hidden kinds are one bit each of a 32-bit mask. */
export const MAX_KINDS = 32;

/**
 * Events as columns, sorted by `softEarliest`, then by event. Row `i` is one event at one place; an event at two places
 * has two rows with the same `event`. Days as in `UncertainDate`, both ends included; an open end is `OPEN_START` or
 * `OPEN_END`. This is how events are handed over; an `EventStore` keeps them packed (packed-columns.ts).
 */
export type EventColumns = {
  length: number;
  /** Degrees, WGS84; `NaN` if the event has no point on the map: such a row is counted and listed, but not drawn. */
  lng: Float64Array;
  lat: Float64Array;
  /** The bounds stated. */
  hardEarliest: Int32Array;
  hardLatest: Int32Array;
  /** The bounds widened by what `~` allows. */
  softEarliest: Int32Array;
  softLatest: Int32Array;
  /** 1: lasted on every day of its date; 0: was on some day within it. */
  throughout: Uint8Array;
  /** Index into the list of kinds, below `MAX_KINDS`. */
  kind: Uint8Array;
  /** Determines the size of the symbol (such as the number of claims), at least 1. */
  weight: Float32Array;
  /** The place lies within this many metres of the point. */
  accuracyM: Float32Array;
  /** Days from which a report of it was possibly and certainly published; `OPEN_END`: never. */
  reportedEarliest: Int32Array;
  reportedLatest: Int32Array;
  /** Index of the event in its dataset. The rows of one event are adjacent: they have the same dates. */
  event: Uint32Array;
};

/** Columns of `length` rows, all 0. */
export function emptyColumns(length: number): EventColumns {
  return {
    length,
    lng: new Float64Array(length),
    lat: new Float64Array(length),
    hardEarliest: new Int32Array(length),
    hardLatest: new Int32Array(length),
    softEarliest: new Int32Array(length),
    softLatest: new Int32Array(length),
    throughout: new Uint8Array(length),
    kind: new Uint8Array(length),
    weight: new Float32Array(length),
    accuracyM: new Float32Array(length),
    reportedEarliest: new Int32Array(length),
    reportedLatest: new Int32Array(length),
    event: new Uint32Array(length)
  };
}
