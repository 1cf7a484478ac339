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
 * The label of a mark, line by line: the place, how it is known, what happened; and its size in CSS pixels, whole and
 * without what happened. `lang`: of the name, where that is not the language of the page.
 */
export type MarkLabel = {
  name: string[];
  lang?: string;
  what: string | null;
  badge: string | null;
  size: Size;
  short: Size;
};

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
  const main = placeWords(language, mark, form);
  const visible = [badge, what].reduce<string>(
    (place, more) => (more === null ? place : t('map.mark.what', { place, what: more })),
    main
  );
  const name = t('map.mark.name', {
    place: mark.type === 'area' ? t('map.mark.area', { place: visible }) : visible,
    counts: countsText(language, mark, what !== null),
    titles: titlesOf(language, mark)
  });
  return mark.basis === 'external' ? t('map.mark.external', { name, basis: t('badge.external') }) : name;
}

/** More titles than these are no name: the panel has them. */
export const MOST_TITLES = 12;

/** Of the events that it represents. */
export function titlesOf({ t }: Language, { events, total }: Mark): string {
  // Of some the texts are yet to come.
  const titles = events.slice(0, MOST_TITLES).flatMap(({ event }) => event.title || []);
  const more = total - titles.length;
  return [...titles, ...(more > 0 ? [t('map.mark.rest', { n: more })] : [])].join(t('map.mark.and'));
}

/** "Town", "Town and 2 more". */
function placeWords({ t }: Language, { names, places }: Mark, form: NameForm): string {
  const place = placeName(names, form).main;
  return places.length > 1 ? t('map.mark.more', { place, n: places.length - 1 }) : place;
}

/** How many events, and of how many the day is uncertain; not that all are, where that is `told` already. */
export function countsText({ t }: Language, { counts: { certain, possible }, total: all }: Mark, told = false): string {
  if (certain + possible === 0) return t('map.mark.past', { n: all });
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
  // A chip for areas that are apart is none of them: it has a number instead.
  if (mark.type === 'area' && mark.apart) return { name: [], what: null, badge: null, size: NO_WORDS, short: NO_WORDS };
  const { lang } = placeName(mark.names, form);
  const name = wrapText(placeWords(language, mark, form), fitsPx, namePx, !past);
  const kind = labelOf(index.dataset.codes, 'kinds', mark.events[0]!.event.kind);
  const told = !past && (mark.places.length === 1 || mark.alike);
  const what = told ? (mark.presence === 'possible' ? t('map.label.possible', { kind }) : kind) : null;
  const badge = mark.basis === 'external' ? t('map.label.external') : null;
  const lines = name.map((line) => textWidth(line, namePx, !past));
  if (badge) lines.push(badgeWidth(badge));
  const short = sizeOf(lines);
  const size = what === null ? short : sizeOf([...lines, textWidth(what, WHAT_PX)]);
  return { name, lang: foreignLang(language, lang), what, badge, size, short };
}

export const NO_WORDS: Size = { width: 0, height: LINE_PX };
const sizeOf = (widths: readonly number[]): Size => ({ width: Math.max(...widths), height: widths.length * LINE_PX });

const badgeWidth = (badge: string) => textWidth(badge, WHAT_PX) + BADGE_FRAME_PX;

/**
 * Room for what the label of a place may say on any day: each kind, its day uncertain or not, and the badge. `short`:
 * without what happened.
 */
export function labelRoom(
  { t }: Language,
  index: DatasetIndex,
  { names, kinds, external }: { names: Localised } & Pick<Happenings, 'kinds' | 'external'>,
  form: NameForm,
  fitsPx: number
): { size: Size; short: Size } {
  const name = wrapText(placeName(names, form).main, fitsPx, NAME_PX, true);
  const whats = [...kinds].map(([id, uncertain]) => {
    const kind = labelOf(index.dataset.codes, 'kinds', id);
    return uncertain ? t('map.label.possible', { kind }) : kind;
  });
  const lines = name.map((line) => textWidth(line, NAME_PX, true));
  if (external) lines.push(badgeWidth(t('map.label.external')));
  const what = Math.max(...whats.map((what) => textWidth(what, WHAT_PX)));
  return { size: sizeOf([...lines, what]), short: sizeOf(lines) };
}
