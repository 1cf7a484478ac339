import { formatWithUnit } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { isRow, type Attribution, type Claim, type Quantity } from '../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';
import type { ReportedClaim } from '../model/reports.ts';
import { aboutFile, claimsLicence, untranslatedNote } from './about-file.ts';
import { csvLines, listCell, type Cell, type CsvOptions } from './csv.ts';
import { each } from './pieces.ts';
import { eventsOfClaim, type Selected } from './selection.ts';
import { plainDate } from './when.ts';

const CLAIM_COLUMNS = [
  'claim',
  'article',
  'publisher',
  'article_title',
  'article_url',
  'published',
  'published_from',
  'published_to',
  'published_basis',
  'reported',
  'line',
  'char_start',
  'char_end',
  'row',
  'row_id',
  'what',
  'attribution',
  'voice',
  'origin',
  'topic',
  'modality',
  'date',
  'date_from',
  'date_to',
  'date_basis',
  'said_on',
  'said_from',
  'said_to',
  'certainty',
  'background',
  'places',
  'actors',
  'events',
  'relations',
  'measure',
  'party',
  'severity',
  'status',
  'unit',
  'bound',
  'value',
  'lower',
  'upper',
  'figures_in_words',
  'figures_json',
  'note'
] as const;

const FILE_COLUMNS = ['data_version', 'licence', 'filter', 'view', 'cells'] as const;

/**
 * One row per claim. Columns from `measure` to `upper` hold the claim's figures, several separated by " | " in the same
 * order; `figures_json` has them complete. Empty `lower` or `upper`: no such bound is stated. The last five columns
 * repeat the file's metadata on every row.
 */
export function writeClaimsCsv(
  language: Language,
  index: DatasetIndex,
  selected: Selected,
  options: CsvOptions = {}
): Iterable<string> {
  const file = fileCells(language, index, selected);
  const rows = each(selected.claims, (reported) => ({ ...claimCells(language, index, selected, reported), ...file }));
  return csvLines([...CLAIM_COLUMNS, ...FILE_COLUMNS], rows, options);
}

/** Data version, licence, filter and how text is written, as cells: CSV has no place for comments. */
export function fileCells(
  language: Language,
  index: DatasetIndex,
  selected: Selected
): Record<(typeof FILE_COLUMNS)[number], string | null> {
  const { dataVersion, filter } = aboutFile(language, index, selected);
  return {
    data_version: dataVersion,
    licence: claimsLicence(index),
    filter: filter.words,
    view: filter.query,
    cells: [language.t('exports.csv.cells'), ...untranslatedNote(language, index)].join(' ')
  };
}

export { FILE_COLUMNS };

function claimCells(
  language: Language,
  index: DatasetIndex,
  selected: Selected,
  { claim, reported }: ReportedClaim
): Record<(typeof CLAIM_COLUMNS)[number], Cell> {
  const article = index.articles.get(claim.article)!;
  const published = plainDate(article.published);
  const date = plainDate(claim.date);
  const said = plainDate(claim.saidOn);
  const { quantities } = claim;
  const ofFigures = (of: (quantity: Quantity) => string | number | null | undefined) => listCell(quantities.map(of));
  return {
    claim: claim.id,
    article: article.id,
    publisher: article.publisher,
    article_title: article.title,
    article_url: article.url,
    published: published.edtf,
    published_from: published.from,
    published_to: published.to,
    published_basis: article.published.basis,
    reported,
    ...place(claim.locator),
    what: claim.what,
    attribution: listCell(claim.attribution.map(linkWords)),
    voice: claim.voice,
    origin: claim.origin,
    topic: claim.topic,
    modality: claim.modality,
    date: date.edtf,
    date_from: date.from,
    date_to: date.to,
    date_basis: claim.date.basis,
    said_on: said.edtf,
    said_from: said.from,
    said_to: said.to,
    certainty: claim.certainty,
    background: claim.background,
    places: listCell(claim.places.map(({ ref, role, precision }) => `${ref} (${role}, ${precision})`)),
    actors: listCell(claim.actors),
    events: listCell(
      eventsOfClaim(selected, claim.id).map(({ event, role, basis }) => `${event.event.id} (${role}, ${basis})`)
    ),
    relations: listCell(
      selected.relations
        .filter((relation) => [...relation.claims, ...relation.with].includes(claim.id))
        .map(
          ({ id, type, claims, with: others }) =>
            `${id} ${type}: ${claims.join(' ')}${others.length ? ` with ${others.join(' ')}` : ''}`
        )
    ),
    measure: ofFigures(({ measure }) => measure),
    party: ofFigures(({ party }) => party),
    severity: ofFigures(({ severity }) => severity),
    status: ofFigures(({ status }) => status),
    unit: ofFigures(({ unit }) => unit),
    bound: ofFigures(({ bound }) => bound),
    value: ofFigures(({ value }) => value),
    lower: ofFigures(({ lower }) => lower),
    upper: ofFigures(({ upper }) => upper),
    figures_in_words: ofFigures(
      (quantity) =>
        `${labelOf(index.dataset.codes, 'measures', quantity.measure)}: ${formatWithUnit(language, quantity)}`
    ),
    figures_json: quantities.length ? JSON.stringify(quantities) : null,
    note: claim.note ?? null
  };
}

function place(locator: Claim['locator']) {
  if (isRow(locator))
    return { line: null, char_start: null, char_end: null, row: locator.row, row_id: locator.id ?? null };
  const { line, charStart, charEnd } = locator;
  return { line, char_start: charStart, char_end: charEnd, row: null, row_id: null };
}

/** `stoltenberg (speaker)`, `efe (reporter, inferred)`: from who said it to where it was printed. */
export const linkWords = ({ agent, role, inferred }: Attribution) =>
  `${agent} (${role}${inferred ? ', inferred' : ''})`;
