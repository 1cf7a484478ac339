import type { AuthoredClaim, Geodata } from './authored.ts';
import { numbersIn } from './numbers-in-text.ts';

/** A number of a claim, and the bound that is to be said of it. `exact`: it may stand alone. */
export type Figure = { value: number; bound: string };

/** Every figure of a claim: the number that is stated, its bounds, and what it may be read as. */
export function figuresOf({ quantities }: AuthoredClaim): Figure[] {
  const figures = quantities.flatMap(({ value, bound, lower, upper, readings = [] }): [number | null, string][] => [
    // What an ambiguous figure means is not for its bound to say.
    [value, bound === 'ambiguous' ? 'exact' : bound],
    [lower, 'at_least'],
    [upper, 'at_most'],
    ...readings.flatMap(({ factor = null, count = null }): [number | null, string][] => [
      [factor, 'exact'],
      [count, 'exact']
    ])
  ]);
  return figures.flatMap(([value, bound]) => (value === null ? [] : [{ value, bound }]));
}

/** Numbers in the names of a claim’s places and actors, which its words may repeat: the four municipalities. */
export function numbersInNames(data: Geodata): (claim: AuthoredClaim) => number[] {
  const places = [...data.sites, ...data.areas].map(({ item: { properties } }) => [properties.id, properties.names.en]);
  const agents = data.agents.map(({ item }) => [item.id, item.name]);
  const names = new Map([...places, ...agents] as [string, string | undefined][]);
  return ({ places: at, actors }) =>
    [...at.map(({ ref }) => ref), ...actors].flatMap((id) => numbersIn(names.get(id) ?? '').map(({ value }) => value));
}
