import type { Handle } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import ground from 'virtual:static-ground';
import { english } from '$lib/i18n/language.ts';
import AboutPage from '$lib/pages/AboutPage.svelte';
import EmbedPage from '$lib/pages/EmbedPage.svelte';
import { LATER_PARTS } from '$lib/pages/later-parts.ts';
import MapPage from '$lib/pages/MapPage.svelte';
import type { MapPageData, PageData } from '$lib/pages/page-data.ts';
import Root from '$lib/pages/Root.svelte';
import { DATA_ID, TARGET_ID } from '$lib/pages/start.ts';
import { geodataDir, loadDataset } from '$lib/server/dataset.ts';
import { entryTags } from '$lib/server/entries.ts';
import { dataBlock, headFor, scriptText } from '$lib/server/head.ts';
import { siteUrl } from '$lib/server/site-url.ts';
import { staticNames } from '$lib/server/static-ground.ts';
import { wrapped, type Draw } from '$lib/ui/drawing.ts';

type PageOf = {
  Page: Component<{ data: MapPageData }>;
  /** The module of src/entries that runs in the reader's browser. */
  entry: string;
  /** Where it is found and shared, counted from the site's folder; `null` for what only stands in other pages. */
  path: string | null;
  /** Whether it is brought to life, and so must carry its data. */
  live: boolean;
};

const PAGES: Record<string, PageOf> = {
  '/': { Page: MapPage, entry: 'map', path: '', live: true },
  '/about': { Page: AboutPage, entry: 'about', path: 'about/', live: false },
  '/embed': { Page: EmbedPage, entry: 'embed', path: null, live: true }
};

const draw: Draw = (name, props, context) => {
  const Part = LATER_PARTS[name];
  if (!Part) throw new Error(`Later has no part ${name}: name it in src/lib/pages/later-parts.ts`);
  return wrapped(render(Part, { props, context, idPrefix: name }).body);
};

/** Draws each page into its document. Runs at build only, once for each. */
export const handle: Handle = ({ event, resolve }) => {
  const of = PAGES[event.route.id ?? ''];
  if (!of) return resolve(event);
  const { Page, entry, path, live } = of;
  const [dataset, site] = [loadDataset(), siteUrl()];
  const root = '../'.repeat(event.url.pathname.split('/').length - 2) || './';
  const data: PageData = { dataset, root, siteUrl: site, groundNames: staticNames(geodataDir(), dataset) };
  const drawn = render(Root<MapPageData>, { props: { Page, data: { ...data, ground }, language: english, draw } });
  const tags = entryTags(entry, root);
  const head = [drawn.head, ...(path === null ? [] : [headFor(dataset, path, site)]), tags.head].join('\n\t\t');
  const body = [
    `<div id="${TARGET_ID}">${drawn.body}</div>`,
    ...(live ? [`<script type="application/json" id="${DATA_ID}">${scriptText(data)}</script>`] : []),
    ...(path === '' ? [dataBlock(dataset, site)] : []),
    tags.body
  ].join('\n\t\t');
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('</head>', () => `\t${head}\n\t</head>`).replace('</body>', () => `\t${body}\n\t</body>`)
  });
};
