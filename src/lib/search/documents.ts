import { formatClaimPlace, formatDate, formatEventDate } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { type NameIn, langOf, placeName } from '../i18n/names.ts';
import type { Claim, Localised, NameForm } from '../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';

export type FoundType = 'event' | 'place' | 'person' | 'article' | 'claim';

/** What an item is found by. `names`: what it is called, in any language or script. `about`: further text about it. */
export type SearchText = { type: FoundType; names: string[]; about: string };

/** An item as it is shown when it is found. */
export type SearchDocument = {
  /** `type/id`, as in `data-found`. */
  key: string;
  type: FoundType;
  id: string;
  title: string;
  /** Of the title, if it is a name in another language. */
  lang?: string | undefined;
  /** Other names of a place. */
  others?: NameIn[];
  /** Place and date, to distinguish results; empty if neither is stated. */
  where: string;
  when: string;
};

/**
 * All that can be found, by its position: what it is searched by, and how it is shown. Both are made when they are asked
 * for, as few of many items are found.
 */
export type Searchable = {
  length: number;
  textAt(at: number): SearchText;
  documentAt(at: number): SearchDocument;
  /** Of the claims that a person or body makes, is quoted in, or acts in. */
  claimsOf(agent: string): number[];
};

/** Items of one type. */
type Group = Pick<Searchable, 'length' | 'textAt' | 'documentAt'>;

function group<T extends { id: string }>(
  type: FoundType,
  items: readonly T[],
  textOf: (item: T) => Omit<SearchText, 'type'>,
  documentOf: (item: T) => Omit<SearchDocument, 'key' | 'type' | 'id'>
): Group {
  return {
    length: items.length,
    textAt: (at) => ({ type, ...textOf(items[at]!) }),
    documentAt(at) {
      const { id } = items[at]!;
      return { key: `${type}/${id}`, type, id, ...documentOf(items[at]!) };
    }
  };
}

const allNames = (names: Localised) => [...new Set(Object.values(names))];

/** What the items are worded by: the page's language, the data, and the form of names. */
type Words = { language: Language; index: DatasetIndex; form: NameForm };

/** All searchable items of the data set, in the page's language. */
export function searchable(language: Language, index: DatasetIndex, form: NameForm): Searchable {
  const { claims } = index.dataset;
  const words = { language, index, form };
  const all = joined([events(words), places(words), people(words), articles(words), claimsIn(words)]);
  const firstClaim = all.length - claims.length;
  return {
    ...all,
    claimsOf: (agent) => claims.flatMap((claim, at) => (agentsOf(claim).includes(agent) ? [firstClaim + at] : []))
  };
}

function events({ language, index, form }: Words): Group {
  const { codes, events } = index.dataset;
  const namesAt = (places: readonly { ref: string }[]) =>
    places
      .map(({ ref }) => (index.sites.get(ref) ?? index.areas.get(ref))?.names)
      .filter((names) => names !== undefined);
  return group(
    'event',
    events,
    (event) => ({
      names: [event.title],
      about: [
        labelOf(codes, 'kinds', event.kind),
        ...event.labels.flatMap(({ term, gloss }) => [term, gloss]),
        ...namesAt(event.places).flatMap(allNames)
      ].join(' ')
    }),
    (event) => ({
      title: event.title,
      lang: langOf(index, event.title),
      where: [...new Set(namesAt(event.places).map((names) => placeName(names, form).main))].join(' · '),
      when: formatEventDate(language, event.date, event.extent)
    })
  );
}

const places = ({ index: { dataset }, form }: Words): Group =>
  group(
    'place',
    [...dataset.sites, ...dataset.areas],
    ({ names }) => ({ names: allNames(names), about: '' }),
    ({ names }) => {
      const { main, lang, others } = placeName(names, form);
      return { title: main, lang, others, where: '', when: '' };
    }
  );

function people({ index }: Words): Group {
  const { agents, articles, claims } = index.dataset;
  const named = new Set(claims.flatMap(agentsOf));
  const publishers = new Set(articles.map(({ publisher }) => publisher));
  return group(
    'person',
    // A publisher is found as its article.
    agents.filter(({ id, name }) => named.has(id) && !publishers.has(name)),
    ({ name, title }) => ({ names: [name], about: title ?? '' }),
    ({ name, title }) => ({ title: name, lang: langOf(index, name), where: title ?? '', when: '' })
  );
}

const articles = ({ language, index }: Words): Group =>
  group(
    'article',
    index.dataset.articles,
    ({ title, publisher }) => ({ names: [title, publisher], about: '' }),
    ({ title, publisher, published }) => ({ title, where: publisher, when: formatDate(language, published) })
  );

const claimsIn = ({ language, index }: Words): Group =>
  group(
    'claim',
    index.dataset.claims,
    ({ id, what, attribution }) => ({
      names: [id],
      about: [id, what, ...attribution.map(({ agent }) => index.agents.get(agent)?.name ?? '')].join(' ')
    }),
    (claim) => ({
      title: claim.what,
      lang: langOf(index, claim.what),
      where: formatClaimPlace(language, index, claim),
      when: formatDate(language, claim.date)
    })
  );

/** Who makes a claim, is quoted in it, or acts in it. */
const agentsOf = ({ attribution, actors }: Claim): string[] => [...attribution.map(({ agent }) => agent), ...actors];

/** The items of all groups, one group after the other. */
function joined(groups: readonly Group[]): Group {
  const within = <T>(at: number, ask: (group: Group, at: number) => T): T => {
    let first = 0;
    for (const group of groups) {
      if (at < first + group.length) return ask(group, at - first);
      first += group.length;
    }
    throw new RangeError(`there is no item ${at}`);
  };
  return {
    length: groups.reduce((sum, { length }) => sum + length, 0),
    textAt: (at) => within(at, (group, inGroup) => group.textAt(inGroup)),
    documentAt: (at) => within(at, (group, inGroup) => group.documentAt(inGroup))
  };
}
