import { formatWithUnit } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { isoDay, type Day } from '../model/day.ts';
import { isRow } from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { FILE_COLUMNS, fileCells, linkWords } from './claims-csv.ts';
import { csvLines, listCell, type Cell, type CsvOptions } from './csv.ts';
import type { Selected, TroopLine } from './selection.ts';
import { plainDate } from './when.ts';

const TROOP_COLUMNS = [
  'statement',
  'claim',
  'force',
  'track',
  'flows',
  'status',
  'measure',
  'unit',
  'bound',
  'value',
  'lower',
  'upper',
  'in_words',
  'component',
  'cumulative',
  'baseline',
  'readings',
  'ambiguity',
  'preferred_reading',
  'preferred_basis',
  'date',
  'date_from',
  'date_to',
  'date_basis',
  'reached_from',
  'reached_to',
  'said_on',
  'modality',
  'what',
  'attribution',
  'article',
  'publisher',
  'published',
  'published_from',
  'published_to',
  'line',
  'reported',
  'certainty',
  'relations'
] as const;

/**
 * One row per figure on troops, as stated. Tracks must not be summed with each other, and flows may overlap
 * (column `relations`). Nothing derived is in the file. Empty `value`: the number is not stated, which is not 0.
 */
export function writeTroopsCsv(
  language: Language,
  index: DatasetIndex,
  selected: Selected,
  options: CsvOptions = {}
): Iterable<string> {
  const file = fileCells(language, index, selected);
  const rows = selected.troops.map((line) => ({ ...troopCells(language, index, selected, line), ...file }));
  return csvLines([...TROOP_COLUMNS, ...FILE_COLUMNS], rows, options);
}

function troopCells(
  language: Language,
  index: DatasetIndex,
  selected: Selected,
  { claim, quantity, track, flows, reached, reported }: TroopLine
): Record<(typeof TROOP_COLUMNS)[number], Cell> {
  const article = index.articles.get(claim.article)!;
  const published = plainDate(article.published);
  const date = plainDate(claim.date);
  return {
    statement: `${claim.id}/${claim.quantities.indexOf(quantity) + 1}`,
    claim: claim.id,
    force: index.dataset.troops?.forceName ?? null,
    track,
    flows: listCell(flows.map(({ id }) => id)),
    status: quantity.status ?? null,
    measure: quantity.measure,
    unit: quantity.unit,
    bound: quantity.bound,
    value: quantity.value,
    lower: quantity.lower,
    upper: quantity.upper,
    in_words: formatWithUnit(language, quantity),
    component: quantity.component ?? null,
    cumulative: quantity.cumulative ?? false,
    baseline: quantity.baseline ?? null,
    readings: listCell((quantity.readings ?? []).map(({ reading }) => reading)),
    ambiguity: quantity.ambiguity ?? null,
    preferred_reading: quantity.preferred ?? null,
    preferred_basis: quantity.preferredBasis ?? null,
    date: date.edtf,
    date_from: date.from,
    date_to: date.to,
    date_basis: claim.date.basis,
    reached_from: reached && isoOrOpen(reached.earliest),
    reached_to: reached && isoOrOpen(reached.latest),
    said_on: claim.saidOn.edtf,
    modality: claim.modality,
    what: claim.what,
    attribution: listCell(claim.attribution.map(linkWords)),
    article: article.id,
    publisher: article.publisher,
    published: published.edtf,
    published_from: published.from,
    published_to: published.to,
    line: isRow(claim.locator) ? null : claim.locator.line,
    reported,
    certainty: claim.certainty,
    relations: listCell(
      selected.relations
        .filter((relation) => [...relation.claims, ...relation.with].includes(claim.id))
        .map(({ id, type, show }) => `${id} ${type}: ${show}`)
    )
  };
}

const isoOrOpen = (day: number) => (Number.isFinite(day) ? isoDay(day as Day) : null);
