import type { Codes, Relation } from '../../../lib/model/dataset.ts';
import type { Geodata } from '../../../lib/server/geodata/authored.ts';
import { CODE_LISTS } from '../../../lib/server/geodata/gather.ts';
import { sentencesOnArticles } from '../../../lib/server/geodata/sentences-on-articles.ts';
import type { Draft } from '../draft.ts';
import type { Known, KnownPlace, KnownRelation } from './known.ts';

/** What a data folder and a draft hold together. */
export function knownOf(data: Geodata, draft: Draft): Known {
  const codes = Object.fromEntries(
    CODE_LISTS.map((list) => [list, [...data.codes[list].map(({ item }) => item), ...(draft.codes[list] ?? [])]])
  ) as unknown as Codes;
  // Of an article that was opened, the draft has the claims and their joins.
  const isOpened = (claim: { article: { item: { id: string } } }) =>
    draft.opened !== undefined && claim.article.item.id === draft.id;
  const opened = new Set(data.claims.filter(isOpened).map(({ item }) => item.id));
  const joins = (event: string) =>
    draft.joins
      .filter((join) => join.event === event)
      .map(({ claim, role, basis, why }) => ({ id: claim, role, basis, why }));
  return {
    article: draft.id,
    reported: draft.article.reported?.edtf ?? draft.article.published?.edtf ?? null,
    excluded: draft.text.excluded,
    agents: [...data.agents.map(({ item }) => item), ...draft.agents],
    origins: [...data.origins.map(({ item }) => item), ...draft.origins],
    places: placesOf(data, draft),
    codes,
    units: [...data.known.unit.ids],
    troops: data.troops?.item ?? null,
    events: [
      ...data.events.map(({ item }) => ({
        ...(draft.changedEvents.find(({ was }) => was.id === item.id)?.now ?? item),
        claims: [...item.claims.filter(({ id }) => !opened.has(id)), ...joins(item.id)]
      })),
      ...draft.events.map((event) => ({ ...event, claims: joins(event.id) }))
    ],
    claims: [
      ...data.claims
        .filter(({ item }) => !opened.has(item.id))
        .map(({ item: { locator: _locator, ...claim }, article }) => ({ ...claim, article: article.item.id })),
      ...draft.claims.map(({ key, fields }) => ({ ...fields, id: key, article: draft.id }))
    ],
    relations: [...data.relations.flatMap(({ item }) => asChanged(item, draft) ?? []), ...draft.relations],
    facts: data.external.map(({ item: { id, about } }) => ({ id, about })),
    sentences: sentencesOnArticles(data)
  };
}

function asChanged(relation: Relation, { changedRelations }: Draft): KnownRelation | null {
  const change = changedRelations.find(({ was }) => was.id === relation.id);
  if (change === undefined) return relation;
  return change.now && { id: relation.id, ...change.now };
}

function placesOf(data: Geodata, draft: Draft): KnownPlace[] {
  const sites = [...data.sites.map(({ item }) => item), ...draft.sites];
  const areas = [...data.areas.map(({ item }) => item), ...draft.areas];
  return [
    ...sites.map(({ properties: { id, names, kind, offMap } }) => ({ id, names, kind, offMap, isArea: false })),
    ...areas.map(({ properties: { id, names, kind } }) => ({ id, names, kind, offMap: false, isArea: true }))
  ];
}
