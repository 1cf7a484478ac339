import { MediaQuery } from 'svelte/reactivity';
import type { Theme } from '../ui/palette.ts';

const dark = new MediaQuery('(prefers-color-scheme: dark)', false);

/** The current theme, for what CSS variables cannot style: the map's layers. */
export const currentTheme = (): Theme => (dark.current ? 'dark' : 'light');
