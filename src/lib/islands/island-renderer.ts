import { createContext, type Component } from 'svelte';

/** Prerenders an island, known by its name, in the context that it stands in. `hydrated`: whether a browser will hydrate it. */
export type RenderIsland = (
  name: string,
  props: Record<string, unknown>,
  context: Map<unknown, unknown>,
  hydrated: boolean
) => string;

/** Set at build only. In the browser there is none: the HTML of an island is in the page. */
export const [getRenderIsland, setRenderIsland] = createContext<RenderIsland | null>();

/** Components by the names that `DeferredIsland` uses. Imported at build only: the browser fetches each on its own. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each has its own props; `DeferredIsland` checks them
export type Islands = { readonly [name: string]: Component<any> };
