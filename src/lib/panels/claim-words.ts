import { formatQuantity, formatRange, formatWithUnit } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { Attribution, Claim, Quantity } from '../model/dataset.ts';
import type { Figure } from '../model/figures.ts';
import { labelOf, type DatasetIndex } from '../model/index-dataset.ts';

/** "Police: injured", "Police: seriously injured". */
export function figureLabel(
  { t }: Language,
  index: DatasetIndex,
  figure: Pick<Figure, 'measure' | 'party' | 'severity'>
): string {
  const { codes } = index.dataset;
  const measure = labelOf(codes, 'measures', figure.measure);
  return t('figure.label', {
    party: labelOf(codes, 'parties', figure.party),
    measure: figure.severity === 'serious' ? t('figure.serious', { measure }) : measure
  });
}

/** "30 to 93"; as worded in the reports if none gives a number: "some, number not stated". */
export function figureValue(language: Language, figure: Figure): string {
  const first = figure.statements[0]!.quantity;
  return figure.statements.every(({ quantity }) => quantity.value === null)
    ? formatQuantity(language, first)
    : formatRange(language, figure.lower, figure.upper);
}

/** A claim's figure as label and value: "Police: injured" and "30", "troops added" and "700, decided". */
export function quantityWords(
  language: Language,
  index: DatasetIndex,
  quantity: Quantity
): { label: string; value: string } {
  const { codes } = index.dataset;
  const label = quantity.party
    ? figureLabel(language, index, {
        measure: quantity.measure,
        party: quantity.party,
        severity: quantity.severity ?? null
      })
    : labelOf(codes, 'measures', quantity.measure);
  const value = formatWithUnit(language, quantity);
  return { label, value: quantity.status ? `${value}, ${labelOf(codes, 'statuses', quantity.status)}` : value };
}

export const agentName = (index: DatasetIndex, id: string): string => index.agents.get(id)?.name ?? id;

/** The title first, then the name. */
export function agentWithTitle(index: DatasetIndex, id: string): string {
  const agent = index.agents.get(id);
  return agent?.title && agent.kind === 'person' ? `${agent.title} ${agent.name}` : (agent?.name ?? id);
}

/** The source a claim is attributed to first: its speaker, or the outlet itself. */
export function primarySource(index: DatasetIndex, claim: Claim): string {
  const link: Attribution | undefined =
    claim.attribution.find(({ role }) => role === 'speaker') ?? claim.attribution[0];
  return link ? agentWithTitle(index, link.agent) : '';
}
