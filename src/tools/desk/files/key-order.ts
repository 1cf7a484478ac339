import { isObject } from './json-edit.ts';

/** The order in which the entries of the files have their fields. */
const ORDERS = {
  article:
    '$schema id title publisher publisherAgent publisherBasis publisherConfidence url reported published crawled language translation original reliability text claims',
  claim:
    'id locator what attribution voice origin topic modality quantities places actors date saidOn certainty background note',
  event: 'id kind title date extent planned places claims labels note',
  relation: 'id type claims with why show',
  agent: 'id name title kind note',
  origin: 'id name note voice',
  code: 'id label shape badge group description crosswalk',
  feature: 'type id properties geometry'
};

/** And what is in them: dates, passages, places, links, figures. */
const INSIDE = [
  'file sha256 bytes excluded',
  'line charStart charEnd',
  'id kind names accuracyM label offMap nameBasis context source licence geonames wikidata',
  'agent ref claim term edtf from to role basis precision confidence inferred',
  'measure unit bound value lower upper exclusiveLower exclusiveUpper status party severity component cumulative baseline',
  'ambiguity reading factor count readings preferred preferredBasis expressedAs',
  'why note external type coordinates'
]
  .join(' ')
  .split(' ');

/** An entry as the files have it: its fields in their order, those without a value left out, unknown ones last. */
export function inOrder(kind: keyof typeof ORDERS, entry: object): Record<string, unknown> {
  return sorted(entry, ORDERS[kind].split(' '));
}

function sorted(value: object, order: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  entries.sort(([a], [b]) => place(a) - place(b));
  return Object.fromEntries(entries.map(([key, item]) => [key, inside(item)]));
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  return isObject(value) ? sorted(value, INSIDE) : value;
}
