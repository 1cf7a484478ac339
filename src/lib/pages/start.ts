import { hydrate, type Component } from 'svelte';
import { english } from '../i18n/language.ts';
import { groundInPage, groundIsIn } from '../map/ground.ts';
import type { MapPageData, PageData } from './page-data.ts';
import Root from './Root.svelte';

/** Ids in the document: where the page is drawn, and what it is made from. As in `src/hooks.server.ts`. */
export const TARGET_ID = 'page';
export const DATA_ID = 'data';

/** Brings the prerendered page to life with the data that stands in it. */
export async function start(Page: Component<{ data: MapPageData }>): Promise<PageData> {
  const data: PageData = JSON.parse(document.getElementById(DATA_ID)!.textContent!);
  // A page that others have changed may have lost its picture: that is no reason to have no ground.
  const ground = groundIsIn(document) ? null : (await import('virtual:static-ground')).default;
  hydrate(Root<MapPageData>, {
    target: document.getElementById(TARGET_ID)!,
    props: { Page, data: withGround(data, ground), language: english }
  });
  return data;
}

/** Read from the page when it is asked for: the page answers before its ground is drawn again. */
function withGround(data: PageData, ground: MapPageData['ground'] | null): MapPageData {
  return {
    ...data,
    get ground() {
      return (ground ??= groundInPage(document));
    }
  };
}
