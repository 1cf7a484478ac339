import { formatQuantity, formatRange, formatWithUnit } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { langOf } from '../i18n/names.ts';
import type { Attribution, Claim, Quantity } from '../model/dataset.ts';
import type { Figure } from '../model/figures.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';

/** "injured", "seriously injured". */
function measureWords(
  { t }: Language,
  index: DatasetIndex,
  { measure, severity }: Pick<Figure, 'measure' | 'severity'>
): string {
  const label = labelOf(index.dataset.codes, 'measures', measure);
  return severity === 'serious' ? t('figure.serious', { measure: label }) : label;
}

/** What a figure counts, then whom: "injured, Police". */
export function figureLabel(
  language: Language,
  index: DatasetIndex,
  figure: Pick<Figure, 'measure' | 'party' | 'severity'>
): string {
  return language.t('figure.label', {
    party: labelOf(index.dataset.codes, 'parties', figure.party),
    measure: measureWords(language, index, figure)
  });
}

/**
 * Figures in a line, the measure before its parties: "killed: rioters 3, police 1". A party before the measure
 * would read as the one that did it.
 */
export function figuresByMeasure(
  language: Language,
  index: DatasetIndex,
  figures: readonly Figure[]
): { measure: string; parties: { party: string; value: string }[] }[] {
  const groups = new Map<string, { party: string; value: string }[]>();
  for (const figure of figures) {
    const measure = measureWords(language, index, figure);
    const party = labelOf(index.dataset.codes, 'parties', figure.party);
    groups.set(measure, [...(groups.get(measure) ?? []), { party, value: figureValue(language, figure) }]);
  }
  return [...groups].map(([measure, parties]) => ({ measure, parties }));
}

/** What a range would lose: which of three estimates is the best, and that a figure has several readings. */
const NO_RANGE: readonly Quantity['bound'][] = ['estimate', 'ambiguous'];

/**
 * "30 to 93"; as worded in the reports if none gives a number: "some, number not stated"; of one report alone, its best
 * estimate with the low and the high one: "12 (8 to 15)".
 */
export function figureValue(language: Language, figure: Figure): string {
  const first = figure.statements[0]!.quantity;
  const isAlone = figure.statements.length === 1 && NO_RANGE.includes(first.bound);
  return isAlone || figure.statements.every(({ quantity }) => quantity.value === null)
    ? formatQuantity(language, first)
    : formatRange(language, figure.lower, figure.upper, figure.about);
}

/** A claim's figure as label and value: "injured, Police" and "30", "troops added, decided" and "700". `labels`: the codes in the label. */
export function quantityWords(
  language: Language,
  index: DatasetIndex,
  quantity: Quantity
): { label: string; value: string; labels: string[] } {
  const { codes } = index.dataset;
  const measure = labelOf(codes, 'measures', quantity.measure);
  const label = quantity.party
    ? figureLabel(language, index, {
        measure: quantity.measure,
        party: quantity.party,
        severity: quantity.severity ?? null
      })
    : measure;
  const party = quantity.party ? [labelOf(codes, 'parties', quantity.party)] : [];
  const status = quantity.status ? [labelOf(codes, 'statuses', quantity.status)] : [];
  return {
    label: [label, ...status].join(', '),
    value: formatWithUnit(language, quantity),
    labels: [measure, ...party, ...status]
  };
}

/** The title first, then the name. */
export function agentWithTitle(index: DatasetIndex, id: string): string {
  const agent = index.agents.get(id);
  return agent?.title && agent.kind === 'person' ? `${agent.title} ${agent.name}` : (agent?.name ?? id);
}

/** The `lang` attribute of an agent’s title and name. */
export function agentLang(index: DatasetIndex, id: string): string | undefined {
  const agent = index.agents.get(id);
  return langOf(index, agent?.title) ?? langOf(index, agent?.name);
}

/** The source a claim is attributed to first: its speaker, or the outlet itself. */
export function primarySource(index: DatasetIndex, claim: Claim): string {
  const link: Attribution | undefined =
    claim.attribution.find(({ role }) => role === 'speaker') ?? claim.attribution[0];
  return link ? agentWithTitle(index, link.agent) : '';
}
