import type { Dataset, NameForm } from '../../model/dataset.ts';

/** Letters that no font of the cards has: they have Latin and Cyrillic. */
const NO_FONT = /[^\p{ASCII}\u0080-\u052f\u1e00-\u1eff\u2000-\u22ff\ufeff\ufffd]/u;
const ALL_WITHOUT_FONT = new RegExp(NO_FONT, 'gu');

/** The form of names that the cards have letters for: English where it is not the one asked for. */
export function drawableForm({ sites, areas }: Pick<Dataset, 'sites' | 'areas'>, form: NameForm): NameForm {
  return [...sites, ...areas].some(({ names }) => NO_FONT.test(names[form] ?? '')) ? 'en' : form;
}

/** A text without the letters that would be drawn as boxes. */
export const withoutBoxes = (text: string): string => text.replace(ALL_WITHOUT_FONT, '');
