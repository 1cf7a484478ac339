import type { Language } from '../i18n/language.ts';
import { isoDay } from '../model/day.ts';
import type { Article, BasedDate, Chapter, Claim, ExternalFact, Flow } from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { windowText } from '../model/view.ts';
import { aboutFile } from './about-file.ts';
import { each } from './pieces.ts';
import type { Selected, SelectedEvent } from './selection.ts';
import { plainDate } from './when.ts';

export const JOINED_SCHEMA_FILE = 'dataset.schema.json';

/** What the selected claims and events refer to, in the order of the data; of the whole data set, everything. */
export function usedBy({ dataset }: DatasetIndex, selected: Selected) {
  const claims = selected.claims.map(({ claim }) => claim);
  const used = <T extends { id: string }>(list: readonly T[], refs: () => Iterable<string | null>): readonly T[] => {
    if (selected.view === null) return list;
    const wanted = new Set(refs());
    return list.filter(({ id }) => wanted.has(id));
  };
  const places = () => [
    ...claims.flatMap((claim) => claim.places.map(({ ref }) => ref)),
    ...selected.events.flatMap(({ event }) => event.places.map(({ ref }) => ref)),
    ...selected.external.map(({ place }) => place)
  ];
  return {
    articles: used(dataset.articles, () => claims.map(({ article }) => article)),
    origins: used(dataset.origins, () => claims.map(({ origin }) => origin)),
    agents: used(dataset.agents, () =>
      claims.flatMap((claim) => [...claim.attribution.map(({ agent }) => agent), ...claim.actors])
    ),
    sites: used(dataset.sites, places),
    areas: used(dataset.areas, places)
  };
}

/**
 * All records that the selection uses, joined by id; `dataset.schema.json` describes the format. Lists hold only what
 * the selected claims and events refer to; an export of the whole data set holds everything.
 */
export function writeJoinedJson(language: Language, index: DatasetIndex, selected: Selected) {
  const { dataset } = index;
  const ids = new Set(selected.claims.map(({ claim }) => claim.id));
  const all = selected.view === null;
  const { articles, origins, agents, sites, areas } = usedBy(index, selected);
  return {
    $schema: JOINED_SCHEMA_FILE,
    about: aboutFile(language, index, selected),
    articles: each(articles, articleJson),
    claims: each(selected.claims, ({ claim, reported }) => ({ ...claimJson(claim), reported })),
    events: each(selected.events, eventJson),
    relations: selected.relations,
    origins,
    agents,
    sites,
    areas,
    external: selected.external.map(externalJson),
    troops: dataset.troops && {
      ...dataset.troops,
      statements: selected.troops.map(({ claim, quantity, track, flows }) => ({
        claim: claim.id,
        figure: claim.quantities.indexOf(quantity),
        track,
        flows: flows.map(({ id }) => id)
      })),
      flows: dataset.troops.flows.filter((flow) => all || flow.claims.some((id) => ids.has(id))).map(flowJson)
    },
    story: dataset.story.filter(({ claims }) => all || claims.every((id) => ids.has(id))).map(chapterJson),
    codes: dataset.codes
  };
}

const based = ({ basis, ...date }: BasedDate) => ({ ...plainDate(date), basis });

const articleJson = (article: Article) => ({
  ...article,
  reported: { ...plainDate(article.reported), confidence: article.reported.confidence },
  published: { ...based(article.published), confidence: article.published.confidence }
});

const claimJson = (claim: Claim) => ({ ...claim, date: based(claim.date), saidOn: plainDate(claim.saidOn) });

const eventJson = ({ event, presence, where, claims, figures }: SelectedEvent) => ({
  ...event,
  date: based(event.date),
  presence,
  where,
  claims: claims.map(({ claim, reported, role, basis, why }) => ({
    id: claim.id,
    role,
    basis,
    reported,
    why: why ?? null
  })),
  labels: event.labels.filter((label) => claims.some(({ claim }) => claim.id === label.claim)),
  figures: figures.map(({ measure, party, severity, lower, upper, statements }) => ({
    measure,
    party,
    severity,
    lower,
    upper,
    claims: statements.map(({ claim }) => claim.id)
  }))
});

const externalJson = (fact: ExternalFact) => ({ ...fact, date: fact.date && plainDate(fact.date) });

const chapterJson = (chapter: Chapter) => ({
  ...chapter,
  day: isoDay(chapter.day),
  window: windowText(chapter.window)
});

const flowJson = (flow: Flow) => ({
  ...flow,
  notBefore: flow.notBefore && { day: isoDay(flow.notBefore.day), basis: flow.notBefore.basis }
});
