import { onGlobe } from '../model/longitude.ts';
import type { Language } from '../i18n/language.ts';
import {
  isRow,
  type Agent,
  type Area,
  type Article,
  type Claim,
  type Quantity,
  type Relation,
  type Site
} from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import type { ReportedClaim } from '../model/reports.ts';
import { aboutFile, untranslatedNote } from './about-file.ts';
import { jsonLdContext } from './jsonld-context.ts';
import { usedBy } from './joined-json.ts';
import { each } from './pieces.ts';
import { eventsOfClaim, type Selected, type SelectedEvent } from './selection.ts';

type Node = Record<string, unknown>;

/**
 * JSON-LD 1.1 with its context inline. Articles are prov:Entity; claims are derived from them, with the chain of
 * attribution; origins are primary sources; relations are nodes (schema.org has no relation between claims).
 * Ids are URNs made of data set and id: they do not depend on where the file is stored.
 */
export function writeJsonLd(language: Language, index: DatasetIndex, selected: Selected) {
  const about = aboutFile(language, index, selected);
  // The same lists as in the joined JSON: only what the selection refers to.
  const { articles, agents, origins, sites, areas } = usedBy(index, selected);
  const dataset: Node = {
    id: 'd:dataset',
    type: ['schema:Dataset', 'prov:Entity'],
    name: about.title,
    description: [index.dataset.info.description, ...untranslatedNote(language, index)].join(' '),
    version: about.dataVersion,
    language: about.language,
    licence: [...new Set(about.licences.map(({ href }) => href))],
    filter: about.filter.words,
    view: about.filter.query,
    isBasedOn: articles.map(({ id }) => `d:article/${id}`),
    hasPart: selected.claims.map(({ claim }) => `d:claim/${claim.id}`)
  };
  function* nodes(): Generator<Node> {
    yield dataset;
    yield* each(articles, articleNode);
    yield* agents.map(agentNode);
    yield* origins.map(({ id, name, note }) => ({ id: `d:origin/${id}`, type: 'prov:Entity', name, note }));
    yield* each(sites, siteNode);
    yield* areas.map(areaNode);
    yield* each(selected.claims, (reported) => claimNode(selected, reported));
    yield* each(selected.events, eventNode);
    yield* selected.relations.map(relationNode);
  }
  return { '@context': jsonLdContext(about.dataset), '@graph': each(nodes(), stated) };
}

/** Without the properties that are not stated: JSON-LD has no null. */
const stated = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
    )
  );

const relationNode = ({ id, type, claims, with: others, why, show }: Relation): Node => ({
  id: `d:relation/${id}`,
  type: 'own:Relation',
  relationType: type,
  claims: claims.map((claim) => `d:claim/${claim}`),
  with: others.map((claim) => `d:claim/${claim}`),
  why,
  show
});

const articleNode = (article: Article): Node => ({
  id: `d:article/${article.id}`,
  type: ['schema:Article', 'prov:Entity'],
  title: article.title,
  publisher: article.publisher,
  published: article.published.edtf,
  publishedBasis: article.published.basis,
  language: article.language,
  address: article.url,
  sha256: article.sha256,
  table: article.table?.file,
  translation: article.translation,
  original: article.original,
  reliability: article.reliability
});

const agentNode = ({ id, name, title, kind, note, sameAs }: Agent): Node => ({
  id: `d:agent/${id}`,
  type: kind === 'person' ? ['schema:Person', 'prov:Person'] : ['schema:Organization', 'prov:Agent'],
  name,
  jobTitle: title,
  note,
  sameAs
});

const siteNode = (site: Site): Node => ({
  id: `d:place/${site.id}`,
  type: 'schema:Place',
  names: site.names,
  geo: { type: 'schema:GeoCoordinates', lat: site.lngLat[1], lng: onGlobe(site.lngLat[0]) },
  accuracyM: site.accuracyM,
  note: site.note,
  sameAs: site.sameAs
});

const areaNode = (area: Area): Node => ({
  id: `d:place/${area.id}`,
  type: 'schema:Place',
  names: area.names,
  note: area.note
});

function claimNode(selected: Selected, { claim }: ReportedClaim): Node {
  const article = `d:article/${claim.article}`;
  return {
    id: `d:claim/${claim.id}`,
    type: ['schema:Claim', 'prov:Entity'],
    text: claim.what,
    appearance: article,
    derivedFrom: article,
    primarySource: `d:origin/${claim.origin}`,
    attributedTo: [...new Set(claim.attribution.map(({ agent }) => `d:agent/${agent}`))],
    chain: claim.attribution.map(({ agent, role, inferred }) => ({
      type: 'prov:Attribution',
      agent: `d:agent/${agent}`,
      role,
      inferred: inferred ?? false
    })),
    position: positionNode(claim.locator),
    about: eventsOfClaim(selected, claim.id)
      .filter(({ role }) => role === 'about')
      .map(({ event }) => `d:event/${event.event.id}`),
    date: claim.date.edtf,
    dateBasis: claim.date.basis,
    saidOn: claim.saidOn.edtf,
    topic: claim.topic,
    modality: claim.modality,
    certainty: claim.certainty,
    figures: claim.quantities.map(figureNode),
    places: claim.places.map(({ ref, role, precision }) => ({ place: `d:place/${ref}`, role, precision })),
    note: claim.note
  };
}

const positionNode = (locator: Claim['locator']): Node =>
  isRow(locator)
    ? stated({ type: 'own:Row', row: locator.row, rowId: locator.id })
    : {
        type: 'oa:TextPositionSelector',
        line: locator.line,
        start: locator.charStart,
        end: locator.charEnd
      };

const figureNode = ({ measure, party, status, severity, bound, value, lower, upper, unit, readings }: Quantity): Node =>
  stated({
    type: 'schema:QuantitativeValue',
    measure,
    party,
    status,
    severity,
    bound,
    value,
    lower,
    upper,
    unit,
    readings: readings?.map(({ reading }) => reading)
  });

const eventNode = ({ event, claims }: SelectedEvent): Node => ({
  id: `d:event/${event.id}`,
  type: 'schema:Event',
  name: event.title,
  kind: event.kind,
  date: event.date.edtf,
  dateBasis: event.date.basis,
  extent: event.extent,
  planned: event.planned,
  places: event.places.map(({ ref, basis, precision, note }) =>
    stated({ place: `d:place/${ref}`, basis, precision, note })
  ),
  bearing: claims.map(({ claim, role, basis, why }) => stated({ claim: `d:claim/${claim.id}`, role, basis, why })),
  note: event.note,
  sameAs: event.sameAs
});
