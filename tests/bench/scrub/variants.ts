/** What is compared, by the file in `page/variants`. `upTo`: no more rows are asked of it. */
export type VariantInfo = { id: string; title: string; upTo: number };

export const FLOOR: VariantInfo = { id: 'floor', title: 'A repaint with nothing changed (the floor)', upTo: Infinity };
export const OURS: VariantInfo = { id: 'time-layer', title: 'This map', upTo: Infinity };

export const VARIANTS: readonly VariantInfo[] = [
  FLOOR,
  OURS,
  { id: 'set-filter', title: 'MapLibre `setFilter`', upTo: Infinity },
  { id: 'set-data', title: 'MapLibre `setData`, visible events', upTo: Infinity },
  { id: 'deck', title: 'deck.gl `DataFilterExtension`', upTo: Infinity },
  { id: 'leaflet-timeline', title: 'Leaflet.timeline', upTo: 10_000 }
];

export const ROWS = [1000, 10_000, 100_000, 1_000_000] as const;
