import { formatClaimPlace, formatDate, formatEventDate } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { type NameIn, langOf, placeName } from '../i18n/names.ts';
import type { Claim, Localised } from '../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import type { NameForm } from '../model/dataset.ts';

export type FoundType = 'event' | 'place' | 'person' | 'article' | 'claim';

/** A searchable item. `names`: what it is called, in any language or script. `about`: further text about it. */
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
  names: string[];
  about: string;
};

const allNames = (names: Localised) => [...new Set(Object.values(names))];

/** All searchable items of the data set, in the page's language. */
export function searchDocuments(language: Language, index: DatasetIndex, form: NameForm): SearchDocument[] {
  const { dataset } = index;
  const placeOf = (ref: string) => index.sites.get(ref) ?? index.areas.get(ref);
  const namesAt = (refs: readonly string[]) =>
    refs.map((ref) => placeOf(ref)?.names).filter((names) => names !== undefined);
  const where = (refs: readonly string[]) =>
    [...new Set(namesAt(refs).map((names) => placeName(names, form).main))].join(' · ');
  const of = (type: FoundType, id: string, rest: Omit<SearchDocument, 'key' | 'type' | 'id'>): SearchDocument => ({
    key: `${type}/${id}`,
    type,
    id,
    ...rest
  });
  const spokenOf = claimsByAgent(index);
  const publishers = new Set(dataset.articles.map(({ publisher }) => publisher));

  return [
    ...dataset.events.map((event) => {
      const refs = event.places.map(({ ref }) => ref);
      return of('event', event.id, {
        title: event.title,
        lang: langOf(index, event.title),
        where: where(refs),
        when: formatEventDate(language, event.date, event.extent),
        names: [event.title],
        about: [
          labelOf(dataset.codes, 'kinds', event.kind),
          ...event.labels.flatMap(({ term, gloss }) => [term, gloss]),
          ...namesAt(refs).flatMap(allNames)
        ].join(' ')
      });
    }),
    ...[...dataset.sites, ...dataset.areas].map((place) => {
      const { main, lang, others } = placeName(place.names, form);
      return of('place', place.id, {
        title: main,
        lang,
        others,
        where: '',
        when: '',
        names: allNames(place.names),
        about: ''
      });
    }),
    ...dataset.agents
      // A publisher is found as its article.
      .filter(({ id, name }) => spokenOf.has(id) && !publishers.has(name))
      .map((agent) =>
        of('person', agent.id, {
          title: agent.name,
          lang: langOf(index, agent.name),
          where: agent.title ?? '',
          when: '',
          names: [agent.name],
          about: agent.title ?? ''
        })
      ),
    ...dataset.articles.map((article) =>
      of('article', article.id, {
        title: article.title,
        where: article.publisher,
        when: formatDate(language, article.published),
        names: [article.title, article.publisher],
        about: ''
      })
    ),
    ...dataset.claims.map((claim) =>
      of('claim', claim.id, {
        title: claim.what,
        lang: langOf(index, claim.what),
        where: formatClaimPlace(language, index, claim),
        when: formatDate(language, claim.date),
        names: [claim.id],
        about: [
          claim.id,
          claim.what,
          ...claim.attribution.map(({ agent }) => index.agents.get(agent)?.name ?? '')
        ].join(' ')
      })
    )
  ];
}

/** The claims that each person or body makes, is quoted in, or acts in, in the order of the data. */
export function claimsByAgent({ dataset }: DatasetIndex): Map<string, Claim[]> {
  const lists = new Map<string, Claim[]>();
  for (const claim of dataset.claims) {
    for (const agent of new Set([...claim.attribution.map(({ agent: id }) => id), ...claim.actors])) {
      const list = lists.get(agent);
      if (list) list.push(claim);
      else lists.set(agent, [claim]);
    }
  }
  return lists;
}
