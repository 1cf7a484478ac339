import type { Localised } from '../model/dataset.ts';

/** A place name in the selected form, and the other official forms that differ from it, each once. */
export type PlaceName = { main: string; others: string[] };

const OFFICIAL = ['sq', 'sr-Latn', 'sr-Cyrl'] as const;

export function placeName(names: Localised, form: string): PlaceName {
  const main = names[form] ?? names.en;
  const others = OFFICIAL.map((tag) => names[tag]).filter((name): name is string => !!name && name !== main);
  return { main, others: [...new Set(others)] };
}
