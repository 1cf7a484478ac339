import type { Dataset } from '../../model/dataset.ts';
import { nameInPath } from '../../model/untranslated.ts';

/**
 * The texts of a dataset that are written in English and read in every language, by path. `*` stands for one member of a
 * list or of a set. Not among them: names of places (`names` has every form already), titles of articles and what sources
 * call an event (citations; a label has its translation beside it, as `gloss`), codes, dates and licences.
 */
const PATHS = [
  'info/title',
  'info/subtitle',
  'info/description',
  'info/boundary/label',
  'info/boundary/note',
  'info/boundary/policy/*',
  'info/notices/*',
  'info/attribution/*/text',
  'info/licences/*/what',
  'articles/*/publisher',
  'articles/*/publisherBasis',
  'articles/*/translation',
  'articles/*/original',
  'articles/*/reliability',
  'articles/*/published/basis',
  'claims/*/what',
  'claims/*/note',
  'claims/*/date/basis',
  'claims/*/quantities/*/baseline',
  'claims/*/quantities/*/component',
  'claims/*/quantities/*/ambiguity',
  'claims/*/quantities/*/preferred',
  'claims/*/quantities/*/preferredBasis',
  'claims/*/quantities/*/readings/*/reading',
  'events/*/title',
  'events/*/note',
  'events/*/date/basis',
  'events/*/places/*/note',
  'events/*/claims/*/why',
  'events/*/labels/*/gloss',
  'relations/*/why',
  'relations/*/show',
  'origins/*/name',
  'origins/*/note',
  'agents/*/name',
  'agents/*/title',
  'agents/*/note',
  'sites/*/source',
  'sites/*/note',
  'areas/*/source',
  'areas/*/note',
  'external/*/about',
  'troops/forceName',
  'troops/flows/*/title',
  'troops/flows/*/note',
  'troops/flows/*/notBefore/basis',
  'troops/readings/*/label',
  'story/*/title',
  'story/*/text',
  'codes/*/*/label',
  'codes/*/*/description'
].map((path) => path.split('/'));

type Tree = { [key: string]: unknown };

function mapAt(
  node: unknown,
  [head, ...rest]: readonly string[],
  at: string,
  map: (key: string, text: string) => string
): unknown {
  if (head === undefined) return typeof node === 'string' ? map(at, node) : node;
  if (typeof node !== 'object' || node === null) return node;
  const step = (name: string) => (at === '' ? name : `${at}/${name}`);
  if (Array.isArray(node))
    return head === '*' ? node.map((member, i) => mapAt(member, rest, step(nameInPath(member, i)), map)) : node;
  const tree = node as Tree;
  const keys = head === '*' ? Object.keys(tree) : head in tree ? [head] : [];
  return { ...tree, ...Object.fromEntries(keys.map((key) => [key, mapAt(tree[key], rest, step(key), map)])) };
}

/** The dataset with each of its texts put through `map`; `key` is the text's path, stable while ids are. */
export function mapTexts(dataset: Dataset, map: (key: string, text: string) => string): Dataset {
  return PATHS.reduce<unknown>((result, path) => mapAt(result, path, '', map), dataset) as Dataset;
}

/** Every text of the dataset that is to be read in every language, by its path. */
export function textsOf(dataset: Dataset): Map<string, string> {
  const texts = new Map<string, string>();
  eachText(dataset, (text, names) => texts.set(names.join('/'), text));
  return texts;
}

/** The same texts, each once. */
export function distinctTexts(dataset: Dataset): Set<string> {
  const texts = new Set<string>();
  eachText(dataset, (text) => texts.add(text));
  return texts;
}

/** As `mapTexts`, but makes nothing anew: that would be the dataset once for each path. `names`: those of the path. */
function eachText(dataset: Dataset, note: (text: string, names: readonly string[]) => void): void {
  const names: string[] = [];
  const look = (node: unknown, [head, ...rest]: readonly string[]): void => {
    if (head === undefined) {
      if (typeof node === 'string') note(node, names);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const step = (name: string, below: unknown) => {
      names.push(name);
      look(below, rest);
      names.pop();
    };
    if (Array.isArray(node)) {
      if (head === '*') node.forEach((member, at) => step(nameInPath(member, at), member));
      return;
    }
    const tree = node as Tree;
    const keys = head === '*' ? Object.keys(tree) : head in tree ? [head] : [];
    for (const key of keys) step(key, tree[key]);
  };
  for (const path of PATHS) look(dataset, path);
}
