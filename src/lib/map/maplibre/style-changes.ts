import type { StyleSpecification } from 'maplibre-gl';

export type StyleChange = { layer: string; of: 'paint' | 'layout'; property: string; value: unknown };

/**
 * The differences between two styles with the same layers in other colours or names. Not MapLibre's own style diff: it
 * treats a loaded GeoJSON file as another source and fetches the whole basemap again.
 */
export function styleChanges(from: StyleSpecification, to: StyleSpecification): StyleChange[] {
  const before = new Map(from.layers.map((layer) => [layer.id, layer]));
  return to.layers.flatMap((layer) =>
    (['paint', 'layout'] as const).flatMap((of) => {
      const old: Record<string, unknown> = before.get(layer.id)?.[of] ?? {};
      const next: Record<string, unknown> = layer[of] ?? {};
      return Object.entries(next)
        .filter(([property, value]) => JSON.stringify(value) !== JSON.stringify(old[property]))
        .map(([property, value]) => ({ layer: layer.id, of, property, value }));
    })
  );
}
