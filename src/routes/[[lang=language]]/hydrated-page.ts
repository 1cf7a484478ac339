import basemap from 'virtual:svg-basemap';
import surroundings from 'virtual:svg-surroundings';
import type { LanguageId } from '$lib/i18n/languages.ts';
import { INITIAL_MESSAGES, type PageName } from '$lib/i18n/parts.ts';
import { clientTags } from '$lib/islands/client-tags.ts';
import { svgBasemapNames } from '$lib/server/basemap/svg-basemap.ts';
import { geodataDir } from '$lib/server/geodata/dataset.ts';
import { scriptText } from '$lib/server/pages/head.ts';
import { clientData, type PageData } from './page-data.ts';

type Layout = Omit<PageData, 'basemapNames'> & { id: LanguageId };

/**
 * Build only: what `HydratedPage` needs for a route: the page's data, the same as JSON for the browser, and the tags of its
 * script with the messages that it imports as soon as it knows its language.
 */
export function hydratedPage({ id, dataset, root, home, siteUrl }: Layout, route: string, name: PageName) {
  const page: PageData = { dataset, root, home, siteUrl, basemapNames: svgBasemapNames(geodataDir(), dataset) };
  const messages = ['', ...INITIAL_MESSAGES[name].map((part) => `/${part}`)];
  return {
    page: { ...page, basemap, surroundings },
    json: scriptText(clientData(page)),
    client: clientTags(route, {
      modules: messages.map((part) => `virtual:messages/${id}${part}`),
      next: ['src/lib/map/MapView.svelte'],
      root
    })
  };
}
