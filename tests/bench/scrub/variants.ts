/**
 * What a way draws, and by that how it is told what is shown: a disc for each event, by probes; counts, which must add up;
 * nothing, or the marks of this map, whose pictures and rows are compared.
 */
export type Drawn = 'nothing' | 'own marks' | 'discs' | 'counts';

/** What is compared, by the file in `page/variants`. `upTo`: no more rows are asked of it. */
export type VariantInfo = { id: string; title: string; upTo: number; draws: Drawn };

export const FLOOR: VariantInfo = {
  id: 'floor',
  title: 'A repaint with nothing changed (the floor)',
  upTo: Infinity,
  draws: 'nothing'
};
export const OURS: VariantInfo = { id: 'time-layer', title: 'This map', upTo: Infinity, draws: 'own marks' };

export const VARIANTS: readonly VariantInfo[] = [
  FLOOR,
  OURS,
  { id: 'set-filter', title: 'MapLibre `setFilter`', upTo: 1_000_000, draws: 'discs' },
  { id: 'set-data', title: 'MapLibre `setData`, visible events', upTo: 1_000_000, draws: 'discs' },
  { id: 'deck', title: 'deck.gl `DataFilterExtension`', upTo: 1_000_000, draws: 'discs' },
  { id: 'clusters', title: 'MapLibre clusters, `setData`, visible events', upTo: 1_000_000, draws: 'counts' },
  { id: 'deck-grid', title: 'deck.gl `ScreenGridLayer`, visible events', upTo: Infinity, draws: 'counts' },
  { id: 'leaflet-timeline', title: 'Leaflet.timeline', upTo: 10_000, draws: 'discs' }
];

export const ROWS = [10_000, 100_000, 350_000, 1_000_000, 3_000_000] as const;
