import basemap from 'virtual:svg-basemap';
import { isLanguage } from '$lib/i18n/languages.ts';
import { SOURCE } from '$lib/model/language-folder.ts';
import { svgBasemapNames } from '$lib/server/basemap/svg-basemap.ts';
import { geodataDir, loadDataset } from '$lib/server/geodata/dataset.ts';
import { dataBlock, headFor, scriptText } from '$lib/server/pages/head.ts';
import { clientData, type PageData } from './page-data.ts';
import { pageTags } from './page-tags.ts';

/** The languages that the data folder declares have pages, and no others; the first language's stand at the root. */
export const entries = () =>
  loadDataset()
    .info.languages.filter(isLanguage)
    .map((id) => (id === SOURCE ? {} : { lang: id }));

/** The first view is rendered in one piece: bit by bit, the slider would be interactive later. */
const EXPECT_LIST = '<link rel="expect" href="#list" blocking="render">';

export async function load({ parent, route }) {
  const { id, dataset, root, home, siteUrl } = await parent();
  const page: PageData = { dataset, root, home, siteUrl, basemapNames: svgBasemapNames(geodataDir(), dataset) };
  return {
    page: { ...page, basemap },
    json: scriptText(clientData(page)),
    client: pageTags(route.id, 'map', id, root),
    head: headFor(dataset, { language: id, path: '', root }, siteUrl) + EXPECT_LIST,
    structuredData: id === SOURCE ? dataBlock(dataset, siteUrl) : ''
  };
}
