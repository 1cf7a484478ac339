import basemap from 'virtual:svg-basemap';
import surroundings from 'virtual:svg-surroundings';
import type { LanguageId } from '$lib/i18n/languages.ts';
import { INITIAL_MESSAGES, type PageName } from '$lib/i18n/parts.ts';
import { buildOnly } from '$lib/islands/build-only.ts';
import { clientTags, emittedFile } from '$lib/islands/client-tags.ts';
import type { Item } from '$lib/model/item-page.ts';
import { isLarge, recordHref, type RecordType } from '$lib/model/record-pages.ts';
import { basemapFile } from '$lib/server/basemap/basemap-file.ts';
import { firstTexts } from '$lib/server/pages/first-texts.ts';
import { forBrowser, sharedRecord } from '$lib/server/pages/shared-data.ts';
import { scriptText } from '$lib/server/pages/head.ts';
import { datasetFile } from '$lib/server/pages/vite-datasets.ts';
import type { OwnData, SharedData } from './page-data.ts';

/** Made once for all pages: its name is a hash of what it holds. */
const BASEMAP_FILE = basemapFile(basemap).fileName;

/** What a page runs that has its data apart, and where the texts of these are yet to come. */
const DATA_APART = 'src/routes/[[lang=language]]/data-apart.ts';
const COMING_TEXTS = 'src/lib/state/coming-texts.svelte.ts';

type Layout = Omit<OwnData, 'item'> & { id: LanguageId; shared: SharedData };

/** The route whose `client.ts` runs in a page. */
const CLIENTS: Record<Exclude<PageName, 'about'>, string> = {
  map: '/[[lang=language]]',
  embed: '/[[lang=language]]/embed'
};

/**
 * Build only: what `HydratedPage` needs: the page's data, what of it the page carries as JSON for the browser, and the
 * tags of its script with what it fetches as soon as it knows its language: messages, and the file of the data, which pages
 * of items share. They share the basemap too, which the map needs.
 */
export function hydratedPage(
  { id, shared, root, home, frozen }: Layout,
  name: keyof typeof CLIENTS,
  item: Item | null = null
) {
  const own: OwnData = { root, home, item, frozen };
  const messages = ['', ...INITIAL_MESSAGES[name].map((part) => `/${part}`)].map(
    (part) => `virtual:messages/${id}${part}`
  );
  const dataFile = item || isLarge(shared.dataset) ? emittedFile(datasetFile(id), root) : null;
  const recordPages = sharedRecord(shared.dataset);
  const first = firstTexts(shared.dataset);
  // On the page of the map the record stands itself, or a list of its pages.
  const recordHome = item === null && name === 'map' ? '' : home;
  return buildOnly({
    data: {
      ...own,
      ...shared,
      recordPages: recordPages ?? undefined,
      inRecord: (type: RecordType, id: string) => recordHref(type, id, recordPages, recordHome),
      basemap,
      surroundings,
      basemapFile: item ? root + BASEMAP_FILE : undefined
    },
    json: scriptText(dataFile !== null ? { ...own, dataFile, first } : { ...own, ...forBrowser(shared) }),
    client: clientTags(CLIENTS[name], {
      modules: dataFile === null ? messages : [...messages, DATA_APART, ...(first ? [COMING_TEXTS] : [])],
      data: dataFile,
      next: [...(item ? ['virtual:svg-basemap'] : []), 'src/lib/map/MapView.svelte'],
      root
    })
  });
}
