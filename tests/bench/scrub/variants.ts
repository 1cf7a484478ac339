/**
 * What is compared, by the file in `page/variants`. `upTo`: no more rows are asked of it. `discs`: whether it draws a disc
 * for each event, so that probes tell what is shown; else nothing, or marks of its own.
 */
export type VariantInfo = { id: string; title: string; upTo: number; discs: boolean };

export const FLOOR: VariantInfo = {
  id: 'floor',
  title: 'A repaint with nothing changed (the floor)',
  upTo: Infinity,
  discs: false
};
export const OURS: VariantInfo = { id: 'time-layer', title: 'This map', upTo: Infinity, discs: false };

export const VARIANTS: readonly VariantInfo[] = [
  FLOOR,
  OURS,
  { id: 'set-filter', title: 'MapLibre `setFilter`', upTo: 1_000_000, discs: true },
  { id: 'set-data', title: 'MapLibre `setData`, visible events', upTo: 1_000_000, discs: true },
  { id: 'deck', title: 'deck.gl `DataFilterExtension`', upTo: 1_000_000, discs: true },
  { id: 'leaflet-timeline', title: 'Leaflet.timeline', upTo: 10_000, discs: true }
];

export const ROWS = [10_000, 100_000, 350_000, 1_000_000, 3_000_000] as const;
