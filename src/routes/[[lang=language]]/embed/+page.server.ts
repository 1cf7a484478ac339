import basemap from 'virtual:svg-basemap';
import { svgBasemapNames } from '$lib/server/basemap/svg-basemap.ts';
import { geodataDir } from '$lib/server/geodata/dataset.ts';
import { scriptText } from '$lib/server/pages/head.ts';
import { clientData, type PageData } from '../page-data.ts';
import { pageTags } from '../page-tags.ts';

export { entries } from '../+page.server.ts';

export async function load({ parent, route }) {
  const { id, dataset, root, home, siteUrl } = await parent();
  const page: PageData = { dataset, root, home, siteUrl, basemapNames: svgBasemapNames(geodataDir(), dataset) };
  return {
    page: { ...page, basemap },
    json: scriptText(clientData(page)),
    client: pageTags(route.id, 'embed', id, root)
  };
}
