import { formatClaimPlace, formatDate, formatQuantity } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { placeNameAt } from '../../i18n/names.ts';
import type { Claim, NameForm } from '../../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../../model/index-dataset.ts';
import type { FlowLevel, TroopState, TroopStatement } from '../../model/troops.ts';
import { breakLines, wrapText } from '../../svg/text-width.ts';

/** One statement on troops at a place. It leads to its claim. */
export type TroopRow = {
  /** Which one it is of its place: the same on all days. */
  key: string;
  claim: Claim;
  kind: 'total' | 'step' | 'alert' | 'note';
  presence: 'certain' | 'possible';
  lines: string[];
  /** Accessible name: begins with the visible text. */
  name: string;
};

export type RowOptions = { language: Language; index: DatasetIndex; form: NameForm; fitsPx: number };

export const TROOPS_PX = 11.5;
/** How wide a note is, whose words are long: as narrow as the area that it stands in. */
const NOTE_PX = 130;

/**
 * What is in force on a day, by the sites and areas on the map where its claims place the troops; each total, step of a
 * reinforcement, alert and note once. Off the map a claim says where it was said, not where troops are.
 */
export function troopRows(options: RowOptions, state: TroopState): Map<string, TroopRow[]> {
  const { language, index, form, fitsPx } = options;
  const { t } = language;
  const { codes, troops } = index.dataset;
  const found = new Map<string, TroopRow[]>();
  const add = (
    key: string,
    statement: TroopStatement,
    { kind, text, presence, more = [] }: Pick<TroopRow, 'kind' | 'presence'> & { text: string; more?: string[] }
  ) => {
    const { claim } = statement;
    for (const ref of placesOf(index, claim)) {
      const rows = found.get(ref) ?? [];
      found.set(ref, rows);
      // The words of a note name the force themselves.
      const first = kind === 'note' ? text : t('time.troops.line', { title: troops!.forceName, stock: text });
      const name = [
        [first, ...more].join(', '),
        placeNameAt(index, ref, form).main,
        formatDate(language, claim.date),
        formatClaimPlace(language, index, claim)
      ].join('; ');
      const lines = [first, ...more].flatMap((line) =>
        kind === 'note' ? breakLines(line, NOTE_PX, TROOPS_PX) : wrapText(line, fitsPx, TROOPS_PX, kind === 'total')
      );
      rows.push({ key, claim, kind, presence, lines, name });
    }
  };
  if (state.stock) {
    const { statement, ageDays } = state.stock;
    add('total', statement, {
      kind: 'total',
      presence: statement.reported,
      text: formatQuantity(language, statement.quantity),
      more: ageDays > 0 ? [t('troops.age', { n: ageDays })] : []
    });
  }
  for (const level of state.flows) {
    const step = farthest(index, level);
    if (!step) continue;
    const label = labelOf(codes, 'statuses', step.status);
    const status = step.presence === 'possible' ? t('troops.possibly', { status: label }) : label;
    const number = formatQuantity(language, step.quantity);
    add(`step ${level.flow.id}`, step, {
      kind: 'step',
      presence: step.presence,
      text:
        step.quantity.value === null
          ? t('time.troops.step', { what: status, number })
          : t('map.troops.step', { number, status })
    });
  }
  for (const [at, { units, statements }] of state.alerts.entries())
    add(`alert ${at}`, statements.find(({ claim }) => placesOf(index, claim).length > 0) ?? statements[0]!, {
      kind: 'alert',
      presence: 'certain',
      text: units === null ? t('troops.alertNone') : t('troops.alert', { n: units })
    });
  const [note] = state.notes;
  if (note)
    add('note', note, {
      kind: 'note',
      presence: 'possible',
      text: t('time.troops.step', {
        what: labelOf(codes, 'measures', note.quantity.measure),
        number: formatQuantity(language, note.quantity)
      })
    });
  return found;
}

/** Of the steps of a reinforcement that a claim places: the highest certain one with a number, else the highest. */
function farthest(index: DatasetIndex, { steps }: FlowLevel) {
  const placed = steps.filter(({ claim }) => placesOf(index, claim).length > 0);
  const certain = placed.filter(({ presence }) => presence === 'certain');
  const numbered = (list: typeof placed) => list.filter(({ quantity }) => quantity.value !== null).at(-1);
  return numbered(certain) ?? numbered(placed) ?? certain.at(-1) ?? placed.at(-1);
}

/** The sites on the map and the areas that a claim names. */
const placesOf = ({ sites, areas }: DatasetIndex, { places }: Claim): string[] =>
  [...new Set(places.map(({ ref }) => ref))].filter((ref) => areas.has(ref) || sites.get(ref)?.offMap === false);
