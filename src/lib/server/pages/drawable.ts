import type { Dataset, NameForm } from '../../model/dataset.ts';
import { facesFor, type Face } from './script-fonts.ts';

/** Letters that the fonts of all cards have no outline of: they have Latin and Cyrillic. */
const OTHER_LETTER =
  /[^\p{ASCII}\u0080-\u036f\u0400-\u045f\u0490\u0491\u04b0\u04b1\u1e00-\u1e9f\u1ef2-\u1eff\u2000-\u22ff\ufeff\ufffd]/gu;

/** The letters of a text that need a font of their own. */
const otherLetters = (text: string): string => [...new Set(text.match(OTHER_LETTER))].join('');

/** The form of names that the cards have letters for: English where it is not the one asked for. */
export function drawableForm({ sites, areas }: Pick<Dataset, 'sites' | 'areas'>, form: NameForm): NameForm {
  const names = [...sites, ...areas].map(({ names }) => names[form] ?? '').join('');
  return facesFor(otherLetters(names)).missing === '' ? form : 'en';
}

/** A text without the letters that would be drawn as boxes, and the faces that the others need. */
export function drawable(text: string): { text: string; faces: Face[] } {
  const { faces, missing } = facesFor(otherLetters(text));
  return { text: missing === '' ? text : text.replace(new RegExp(`[${missing}]`, 'gu'), ''), faces };
}
