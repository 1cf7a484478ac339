import { palettes, type Palette } from './palette.ts';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The palette as references to CSS variables: shapes that use it follow the theme without being rendered again. */
export const pageColours = Object.fromEntries(
  Object.keys(palettes.light).map((name) => [name, `var(--${kebab(name)})`])
) as Palette;
