import { hydrate, type Component } from 'svelte';
import { isLanguage } from '../i18n/languages.ts';
import { openLanguage } from '../i18n/open-language.ts';
import { INITIAL_MESSAGES, type PageName } from '../i18n/parts.ts';
import { basemapInPage, basemapIsIn } from '../map/svg/basemap-pieces.ts';
import { SOURCE } from '../model/language-folder.ts';
import type { MapPageData, PageData } from './page-data.ts';
import { textsFromRecord } from './record-texts.ts';
import Root from './Root.svelte';

/** Ids in the document: where the page is drawn, and what it is made from. As in `src/hooks.server.ts`. */
export const TARGET_ID = 'page';
export const DATA_ID = 'data';

/** Brings the prerendered page to life with the data that stands in it, in the language that it names. */
export async function start(name: PageName, Page: Component<{ data: MapPageData }>): Promise<PageData> {
  const data: PageData = JSON.parse(document.getElementById(DATA_ID)!.textContent!);
  data.dataset.claims = textsFromRecord(data.dataset.claims, document);
  const { lang } = document.documentElement;
  const language = await openLanguage(isLanguage(lang) ? lang : SOURCE, INITIAL_MESSAGES[name]);
  // A page that others have changed may have lost its picture: that is no reason to have no basemap.
  const basemap = basemapIsIn(document) ? null : (await import('virtual:svg-basemap')).default;
  hydrate(Root<MapPageData>, {
    target: document.getElementById(TARGET_ID)!,
    props: { Page, data: withBasemap(data, basemap), language }
  });
  return data;
}

/** Read from the page when it is asked for: the page answers before its basemap is drawn again. */
function withBasemap(data: PageData, basemap: MapPageData['basemap'] | null): MapPageData {
  return {
    ...data,
    get basemap() {
      return (basemap ??= basemapInPage(document));
    }
  };
}
