import { hydrate, type Component } from 'svelte';
import { english } from '../i18n/language.ts';
import { groundInPage } from '../map/ground.ts';
import type { MapPageData, PageData } from './page-data.ts';
import Root from './Root.svelte';

/** Ids in the document: where the page is drawn, and what it is made from. As in `src/hooks.server.ts`. */
export const TARGET_ID = 'page';
export const DATA_ID = 'data';

/** Brings the prerendered page to life with the data that stands in it. */
export async function start(Page: Component<{ data: MapPageData }>): Promise<PageData> {
  const data: PageData = JSON.parse(document.getElementById(DATA_ID)!.textContent!);
  // From the page where the ground is drawn; a page that was changed by others is no reason to have none.
  const ground = groundInPage(document) ?? (await import('virtual:static-ground')).default;
  hydrate(Root<MapPageData>, {
    target: document.getElementById(TARGET_ID)!,
    props: { Page, data: { ...data, ground }, language: english }
  });
  return data;
}
