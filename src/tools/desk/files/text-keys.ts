import { order } from '../../../lib/model/sorted.ts';
import type { Dataset } from '../../../lib/model/dataset.ts';
import { CODE_LISTS } from '../../../lib/server/geodata/gather.ts';
import { textsOf } from '../../../lib/server/geodata/texts.ts';
import { isObject } from './json-edit.ts';

type Tree = Record<string, unknown>;

/**
 * The texts of a folder that are translated, by path, about in the order of the translations: like `textsOf` of the joined
 * data set, but of files that need not be sound yet.
 */
export function englishTexts(files: ReadonlyMap<string, string>): Map<string, string> {
  const file = (name: string): Tree => asTree(files.get(name) ?? '{}');
  const list = (name: string, key: string): Tree[] => trees(file(name)[key]);
  const features = (name: string) => list(name, 'features').map(({ properties }) => properties);
  const articles = [...files].filter(([name]) => name.startsWith('articles/')).map(([, text]) => asTree(text));
  const byDate = (key: string) => (a: Tree, b: Tree) =>
    order(edtf(a[key]), edtf(b[key])) || order(`${a.id}`, `${b.id}`);
  articles.sort(byDate('published'));
  const withGloss = (event: Tree) => ({
    ...event,
    labels: trees(event.labels).map((label) => ({ ...label, gloss: label.term }))
  });
  const codes = file('codes.json');
  const raw = {
    info: file('dataset.json'),
    articles,
    claims: articles.flatMap(({ claims }) => trees(claims)),
    events: list('events.json', 'events').map(withGloss).sort(byDate('date')),
    relations: list('relations.json', 'relations'),
    origins: list('origins.json', 'origins'),
    agents: list('agents.json', 'agents'),
    sites: features('sites.geojson'),
    areas: features('areas.geojson'),
    external: list('external.json', 'facts'),
    troops: file('troops.json'),
    story: list('story.json', 'chapters'),
    codes: Object.fromEntries(CODE_LISTS.map((name) => [name, codes[name]]))
  };
  return textsOf(raw as unknown as Dataset);
}

function asTree(text: string): Tree {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

const trees = (value: unknown): Tree[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Where a date begins, for an order: `../2023` stands with 2023. */
function edtf(date: unknown): string {
  return isObject(date) && typeof date.edtf === 'string' ? date.edtf.replace(/^\.\.\//, '') : '';
}
