import type { Dataset, NameForm } from '../../model/dataset.ts';
import { familyOf, filesOf, fontFor, type ScriptFont } from './script-fonts.ts';

/** Letters that the site’s own fonts lack: they have Latin, without Vietnamese, and Cyrillic. */
const OTHER_LETTER =
  /[^\p{ASCII}\u0080-\u036f\u0400-\u045f\u0490\u0491\u04b0\u04b1\u1e00-\u1e9f\u1ef2-\u1eff\u2000-\u22ff\ufeff\ufffd]/gu;

const otherLetters = (text: string): string => [...new Set(text.match(OTHER_LETTER))].join('');

/** Whether there is a font for each of these letters. Signs of no script of their own are as the letters around them. */
const haveFonts = (letters: string): boolean =>
  [...letters].every((letter) => /[\p{Script=Common}\p{Script=Inherited}]/u.test(letter) || hasFont(letter));

function hasFont(letter: string): boolean {
  const font = fontFor(letter);
  return font !== undefined && filesOf(font).length > 0;
}

/** The form of names that the cards have letters for: English where it is not the one asked for. */
export function drawableForm({ sites, areas }: Pick<Dataset, 'sites' | 'areas'>, form: NameForm): NameForm {
  return haveFonts(otherLetters([...sites, ...areas].map(({ names }) => names[form] ?? '').join(''))) ? form : 'en';
}

/** A drawing whose lines ask for the fonts that their letters need, without the letters that would be boxes. */
export function drawable(svg: string): { svg: string; fonts: ScriptFont[] } {
  const fonts = new Set<ScriptFont>();
  const lettered = svg.replace(
    /<(text|tspan)\b([^>]*)>([^<]+)/g,
    (_, tag: string, attributes: string, words: string) => {
      const letters = otherLetters(words);
      const font = fontFor(letters);
      const isThere = font !== undefined && filesOf(font).length > 0;
      if (isThere) fonts.add(font);
      const kept = words.replace(OTHER_LETTER, (letter) => (isThere && haveFonts(letter) ? letter : ''));
      return `<${tag}${attributes}${isThere ? ` font-family="${familyOf(font)}"` : ''}>${kept}`;
    }
  );
  return { svg: lettered, fonts: [...fonts] };
}
