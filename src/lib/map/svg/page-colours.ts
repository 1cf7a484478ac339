import { palettes, type Palette } from '../../ui/palette.ts';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The palette as the style sheet's variables: what is drawn with it follows the theme by itself. */
export const pageColours = Object.fromEntries(
  Object.keys(palettes.light).map((name) => [name, `var(--${kebab(name)})`])
) as Palette;
