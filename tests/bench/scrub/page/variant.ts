import type { DayWindow } from '../../../../src/lib/model/time.ts';

/** Kinds that are hidden, one bit each, and the day up to which reports count; `null`: all. */
export type Choice = { hiddenKinds: number; asOf: number | null };
export const NO_CHOICE: Choice = { hiddenKinds: 0, asOf: null };

/**
 * A way of showing events of a window on a map. All draw the same discs (`RADIUS_PX`, `EVENT_COLOUR`) in the same view,
 * but for those with `drawnRows`, which draw marks of their own, and those with `counted`, which draw counts.
 */
export interface Variant {
  /** From the files of the data set to a map that can be asked to show a window. `rows` names the data set. */
  load(rows: number): Promise<void>;
  /** Only this map is asked for a choice. */
  show(window: DayWindow, choice: Choice): void;
  /** Calls back after each frame that was drawn, while its pixels can still be read. */
  onpaint(callback: () => void): void;
  /** The colours of the map: 4 bytes a pixel, rows from the top or from the bottom as `bottomUp` says. */
  read(into: Uint8Array): void;
  readonly bottomUp: boolean;
  /** Resolves when nothing more is being done for the last `show`. */
  settled(): Promise<void>;
  /** The rows drawn now, ascending, read back from the graphics card. */
  drawnRows?(): Promise<number[]>;
  /** What the counts drawn now add up to, as the library tells it. */
  counted?(): number;
}

/** `start` resolves when the empty map is drawn. */
export type VariantModule = { start(host: HTMLElement): Promise<Variant> };

export const BACKGROUND_COLOUR = [246, 242, 232] as const;
export const EVENT_COLOUR = [179, 50, 31] as const;

export const hex = (colour: readonly number[]) =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The two forms of a data set. Each variant takes the one that suits it best. */
export const columnsUrl = (rows: number) => new URL(`/data/${rows}.bin`, location.href).href;
export const geojsonUrl = (rows: number) => new URL(`/data/${rows}.geojson`, location.href).href;

/** `s`, `e`: the first and last day on which it may have been. */
export type EventFeature = GeoJSON.Feature<GeoJSON.Point, { s: number; e: number }>;
