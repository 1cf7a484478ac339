import type { FieldPath } from '../draft.ts';

// Fields of a claim by path: `date.edtf`, `quantities[0].bound`. One that is confirmed covers all below it.

const stepsOf = (path: FieldPath): string[] => path.match(/[^.[\]]+/g) ?? [];

export function valueAt(tree: unknown, path: FieldPath): unknown {
  return stepsOf(path).reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], tree);
}

/** Sets a field in place, and makes the objects above it; `undefined` takes it out. */
export function setAt(tree: object, path: FieldPath, value: unknown): void {
  const steps = stepsOf(path);
  const last = steps.pop()!;
  const parent = steps.reduce(
    (node, step) => {
      // Read again: what a reactive object holds is not what was assigned to it.
      if (node[step] === undefined) node[step] = {};
      return node[step] as Record<string, unknown>;
    },
    tree as Record<string, unknown>
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

const isBelow = (path: FieldPath, above: FieldPath): boolean =>
  path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);

export const isConfirmed = (path: FieldPath, confirmed: readonly FieldPath[]): boolean =>
  confirmed.some((above) => isBelow(path, above));

/** What is said of a path, or of the nearest above it that something is said of. */
export function nearestAbove(path: FieldPath, said: Readonly<Record<FieldPath, string>>): string | undefined {
  const best = Object.keys(said)
    .filter((above) => isBelow(path, above))
    .sort((a, b) => b.length - a.length)[0];
  return best === undefined ? undefined : said[best];
}

/** The paths that are confirmed one by one: each field that is no object, and lists of plain values as a whole. */
export function pathsOf(value: unknown, path: FieldPath = ''): FieldPath[] {
  if (value === undefined) return [];
  const isTree = typeof value === 'object' && value !== null;
  if (!isTree || (Array.isArray(value) && value.every((each) => typeof each !== 'object'))) return [path];
  return Object.entries(value).flatMap(([key, below]) =>
    pathsOf(below, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`)
  );
}

/** What of a claim is a proposal still. */
export const proposedIn = (fields: object, confirmed: readonly FieldPath[]): FieldPath[] =>
  pathsOf(fields).filter((path) => !isConfirmed(path, confirmed));

/** Adds a path; those below it say nothing more. */
export const withConfirmed = (path: FieldPath, confirmed: readonly FieldPath[]): FieldPath[] =>
  isConfirmed(path, confirmed) ? [...confirmed] : [...confirmed.filter((each) => !isBelow(each, path)), path];

/** The confirmed paths once the member of a list was taken out: those after it have moved up. */
export function withoutMember(list: FieldPath, index: number, confirmed: readonly FieldPath[]): FieldPath[] {
  return confirmed.flatMap((path) => {
    const member = path.startsWith(`${list}[`) ? /^(\d+)\](.*)$/.exec(path.slice(list.length + 1)) : null;
    if (!member) return [path];
    const at = Number(member[1]);
    if (at === index) return [];
    return [`${list}[${at > index ? at - 1 : at}]${member[2]}`];
  });
}
