import { createContext } from 'svelte';

/** Draws a part of a page, known by its name, to HTML in the context that it stands in. `alive`: whether what is drawn will come to life. */
export type Draw = (
  name: string,
  props: Record<string, unknown>,
  context: Map<unknown, unknown>,
  alive: boolean
) => string;

/**
 * Set at build, where pages are drawn. In the browser it draws nothing: the HTML is there, and what is named here is not
 * even fetched.
 */
export const [getDraw, setDraw] = createContext<Draw>();

/** What stands for the prerendered HTML of a part in the browser; anything but an empty text will do. */
export const drawNothing: Draw = () => ' ';

/** One element around a part: `Later` brings to life what is in it. */
export const wrapped = (html: string) => `<div>${html}</div>`;
