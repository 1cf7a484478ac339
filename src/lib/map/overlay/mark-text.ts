import type { Language } from '../../i18n/language.ts';
import { foreignLang, placeName } from '../../i18n/names.ts';
import type { Localised, NameForm } from '../../model/dataset.ts';
import { labelOf, type DatasetIndex } from '../../model/index-dataset.ts';
import type { Mark } from './marks.ts';
import type { Size } from '../projection.ts';
import { textWidth, wrapText } from '../../svg/text-width.ts';
import type { Happenings } from './happenings.ts';
import { LINE_PX } from './label-layout.ts';

/**
 * The label of a mark, line by line: the place, how it is known, what happened; and its size in CSS pixels. `lang`: of
 * the name, where that is not the language of the page.
 */
export type MarkLabel = { name: string[]; lang?: string; what: string | null; badge: string | null; size: Size };

export const NAME_PX = 12.5;
export const WHAT_PX = 11.5;
export const PAST_PX = 11.5;
/** Padding and border of a badge, which is framed on a button and in brackets in a drawing. */
const BADGE_FRAME_PX = 8;
/** Size of the symbol in a chip. */
export const CHIP_GLYPH_PX = 15;

/** "Town, Clash, 2 events, 1 possible: …; …": begins with the visible text of `label`, so that speech control finds it. */
export function markName(
  language: Language,
  mark: Mark,
  form: NameForm,
  { badge, what }: Pick<MarkLabel, 'badge' | 'what'>
): string {
  const { t } = language;
  const main = placeName(mark.names, form).main;
  const visible = [badge, what].reduce<string>(
    (place, more) => (more === null ? place : t('map.mark.what', { place, what: more })),
    main
  );
  const name = t('map.mark.name', {
    place: mark.type === 'area' ? t('map.mark.area', { place: visible }) : visible,
    counts: countsText(language, mark, what !== null),
    titles: mark.events.map(({ event }) => event.title).join(t('map.mark.and'))
  });
  return mark.basis === 'external' ? t('map.mark.external', { name, basis: t('badge.external') }) : name;
}

/** How many events, and of how many the day is uncertain; not that all are, where that is `told` already. */
export function countsText({ t }: Language, { counts: { certain, possible }, events }: Mark, told = false): string {
  if (certain + possible === 0) return t('map.mark.past', { n: events.length });
  if (certain === 0 && !told) return t('map.mark.possible', { n: possible });
  const total = t('events.count', { n: certain + possible });
  return possible === 0 || certain === 0 ? total : t('map.mark.mixed', { events: total, possible });
}

/** The number on a mark: "2", or "1–3" if some are only possible; `null` if there is only one. */
export function countBadge({ t }: Language, { counts: { certain, possible } }: Mark): string | null {
  const total = certain + possible;
  if (total < 2) return null;
  return possible === 0 ? String(total) : t('map.count.range', { from: certain, to: total });
}

export function markLabel(
  language: Language,
  index: DatasetIndex,
  mark: Mark,
  form: NameForm,
  fitsPx: number
): MarkLabel {
  const { t } = language;
  const past = mark.presence === 'past';
  const namePx = past ? PAST_PX : NAME_PX;
  const { main, lang } = placeName(mark.names, form);
  const name = wrapText(main, fitsPx, namePx, !past);
  const kind = labelOf(index.dataset.codes, 'kinds', mark.events[0]!.event.kind);
  const what = past ? null : mark.presence === 'possible' ? t('map.label.possible', { kind }) : kind;
  const badge = mark.basis === 'external' ? t('map.label.external') : null;
  const lines = name.map((line) => textWidth(line, namePx, !past));
  if (badge) lines.push(badgeWidth(badge));
  if (what) lines.push(textWidth(what, WHAT_PX));
  const size = { width: Math.max(...lines), height: lines.length * LINE_PX };
  return { name, lang: foreignLang(language, lang), what, badge, size };
}

const badgeWidth = (badge: string) => textWidth(badge, WHAT_PX) + BADGE_FRAME_PX;

/** Room for what the label of a place may say on any day: each kind, its day uncertain or not, and the badge. */
export function labelRoom(
  { t }: Language,
  index: DatasetIndex,
  { names, kinds, external }: { names: Localised } & Pick<Happenings, 'kinds' | 'external'>,
  form: NameForm,
  fitsPx: number
): Size {
  const name = wrapText(placeName(names, form).main, fitsPx, NAME_PX, true);
  const whats = [...kinds].map(([id, uncertain]) => {
    const kind = labelOf(index.dataset.codes, 'kinds', id);
    return uncertain ? t('map.label.possible', { kind }) : kind;
  });
  const widths = [
    ...name.map((line) => textWidth(line, NAME_PX, true)),
    ...whats.map((what) => textWidth(what, WHAT_PX)),
    ...(external ? [badgeWidth(t('map.label.external'))] : [])
  ];
  return { width: Math.max(...widths), height: (name.length + 1 + Number(external)) * LINE_PX };
}
