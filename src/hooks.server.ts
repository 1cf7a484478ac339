import type { Handle } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import basemap from 'virtual:svg-basemap';
import { isLanguage } from '$lib/i18n/languages.ts';
import { folderOf, SOURCE } from '$lib/model/language-folder.ts';
import { openLanguage } from '$lib/i18n/open-language.ts';
import { INITIAL_MESSAGES, type PageName } from '$lib/i18n/parts.ts';
import AboutPage from '$lib/pages/AboutPage.svelte';
import EmbedPage from '$lib/pages/EmbedPage.svelte';
import { LATER_PARTS } from '$lib/pages/later-parts.ts';
import MapPage from '$lib/pages/MapPage.svelte';
import { liveData, type MapPageData, type PageData } from '$lib/pages/page-data.ts';
import Root from '$lib/pages/Root.svelte';
import { DATA_ID, TARGET_ID } from '$lib/pages/start.ts';
import { geodataDir, loadDataset } from '$lib/server/geodata/dataset.ts';
import { entryTags } from '$lib/server/entries.ts';
import { dataBlock, headFor, scriptText, type PagePlace } from '$lib/server/pages/head.ts';
import { withStyle } from '$lib/server/page-style.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';
import { staticNames } from '$lib/server/basemap/svg-basemap.ts';
import { wrapped, type Draw } from '$lib/ui/drawing.ts';

type PageOf = {
  Page: Component<{ data: MapPageData }>;
  /** Also of the module of src/entries that runs in the reader's browser. */
  name: PageName;
  /** Where it is found and shared, counted from its language's folder; `null` for what only stands in other pages. */
  path: PagePlace['path'] | null;
  /** Whether it is brought to life, and so must carry its data. */
  live: boolean;
  /** Drawn once, when the element with this id is here: drawn bit by bit, the page would answer later. */
  drawnFrom?: string;
};

const FOLDER = '/[[lang=language]]';
const PAGES: Record<string, PageOf> = {
  [FOLDER]: { Page: MapPage, name: 'map', path: '', live: true, drawnFrom: 'list' },
  [`${FOLDER}/about`]: { Page: AboutPage, name: 'about', path: 'about/', live: false },
  [`${FOLDER}/embed`]: { Page: EmbedPage, name: 'embed', path: null, live: true }
};

const draw: Draw = (name, props, context, alive) => {
  const Part = LATER_PARTS[name];
  if (!Part) throw new Error(`Later has no part ${name}: name it in src/lib/pages/later-parts.ts`);
  const { body } = render(Part, { props, context, idPrefix: name });
  // Comments are for who brings it to life: in the record there are hundreds.
  return wrapped(alive ? body : body.replace(/<!--.*?-->/g, ''));
};

/** Draws each page into its document. Runs at build only, once for each. */
export const handle: Handle = async ({ event, resolve }) => {
  const of = PAGES[event.route.id ?? ''];
  if (!of) return resolve(event);
  const { Page, name, path, live, drawnFrom } = of;
  const { lang = SOURCE } = event.params;
  const id = isLanguage(lang) ? lang : SOURCE;
  const [dataset, site] = [loadDataset(geodataDir(), id), siteUrl()];
  const root = '../'.repeat(event.url.pathname.split('/').length - 2) || './';
  const data: PageData = {
    dataset,
    root,
    home: root + folderOf(id),
    siteUrl: site,
    basemapNames: staticNames(geodataDir(), dataset)
  };
  const drawn = render(Root<MapPageData>, {
    props: { Page, data: { ...data, basemap }, language: await openLanguage(id), draw }
  });
  const tags = entryTags(name, live ? messageModules(id, name) : [], root);
  const head = [
    drawn.head,
    ...(path === null ? [] : [headFor(dataset, { language: id, path, root }, site)]),
    ...(drawnFrom ? [`<link rel="expect" href="#${drawnFrom}" blocking="render">`] : []),
    tags.head
  ].join('\n\t\t');
  const body = [
    `<div id="${TARGET_ID}">${drawn.body}</div>`,
    ...(live
      ? [`<script type="application/json" id="${DATA_ID}">${scriptText(liveData(data, name === 'map'))}</script>`]
      : []),
    ...(path === '' && id === SOURCE ? [dataBlock(dataset, site)] : []),
    tags.body
  ].join('\n\t\t');
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html
        .replace('%language%', id)
        .replace('</head>', () => `\t${head}\n\t</head>`)
        .replace('</body>', () => `\t${body}\n\t</body>`);
      // Where the site is worked on, its styles are Vite's.
      return import.meta.env.DEV ? page : withStyle(page, root);
    }
  });
};

/** The messages that a page starts with. Its program asks for them only once it knows the language. */
const messageModules = (id: string, name: PageName) =>
  ['', ...INITIAL_MESSAGES[name].map((part) => `/${part}`)].map((part) => `virtual:messages/${id}${part}`);
