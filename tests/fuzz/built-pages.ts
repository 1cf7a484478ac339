import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { wholeLanguage } from '../../src/lib/i18n/catalogues.ts';
import HydratedPage from '../../src/lib/islands/HydratedPage.svelte';
import type { Dataset } from '../../src/lib/model/dataset.ts';
import { svgBasemap, svgBasemapNames, svgSurroundings } from '../../src/lib/server/basemap/svg-basemap.ts';
import { scriptText } from '../../src/lib/server/pages/head.ts';
import { forBrowser } from '../../src/lib/server/pages/shared-data.ts';
import EmbedPage from '../../src/routes/[[lang=language]]/embed/EmbedPage.svelte';
import { ISLANDS } from '../../src/routes/[[lang=language]]/islands.ts';
import MapPage from '../../src/routes/[[lang=language]]/MapPage.svelte';
import type { MapPageData } from '../../src/routes/[[lang=language]]/page-data.ts';

/**
 * The map page and the embed as a build of this data set would have them, each put into the page that was built: what is
 * around it and all files stay those of the build.
 */
export function builtPages(dataset: Dataset, dir: string, built: { map: string; embed: string }) {
  const basemapNames = svgBasemapNames(dir, dataset);
  const page = (Page: Component<{ data: MapPageData }>, root: string, whole: string) => {
    const own = { root, home: root, item: null, frozen: [] };
    const data = {
      ...own,
      dataset,
      basemapNames,
      basemap: svgBasemap(dir, dataset),
      surroundings: svgSurroundings(dir, dataset)
    };
    const json = scriptText({ ...own, ...forBrowser({ dataset, basemapNames }) });
    const client = { head: '', body: '' };
    const props = { Page, data, json, language: wholeLanguage('en'), islands: ISLANDS, client };
    const { body } = render(HydratedPage<MapPageData>, { props });
    return whole.replace(/<div id="page">.*?<script type="application\/json" id="data">.*?<\/script>/s, () => body);
  };
  return { map: page(MapPage, './', built.map), embed: page(EmbedPage, '../', built.embed) };
}
