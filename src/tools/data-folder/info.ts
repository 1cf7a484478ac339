import { mercatorBox, type Bounds } from '../../lib/map/projection.ts';
import { eastwards } from '../../lib/model/longitude.ts';
import { BASEMAP_CREDITS } from '../basemap/write-basemap.ts';

type Credit = { text: string; href: string };
type Licence = { what: string; licence: string; href: string; covers?: 'claims' | 'geometry' };

/** What differs between `dataset.json` of one region and of another. */
export type Region = {
  id: string;
  title: string;
  subtitle: string;
  description: string;
  /** First and last day, as YYYY-MM-DD. */
  domain: { from: string; to: string };
  bounds: Bounds;
  notices: string[];
  attribution: Credit[];
  licences: Licence[];
};

const BORDERS = 'Borders are drawn as the basemap has them.';

/** `dataset.json` of a region in one language, with a basemap of `writeBasemap` and all that happened in its first view. */
export function infoOf(region: Region): object {
  const { domain, bounds, notices, attribution, licences, ...words } = region;
  return {
    ...words,
    version: '1.0.0',
    domain,
    bounds,
    firstView: { bounds, day: domain.to, window: 'all', nameForm: 'en' },
    zoom: { min: zoomFor(bounds), max: 12 },
    languages: ['en'],
    nameForms: [{ id: 'en', label: 'English' }],
    boundary: {
      label: 'Disputed border',
      note: BORDERS,
      policy: [`${BORDERS} The data state nothing about them.`]
    },
    notices,
    attribution: [...attribution, ...BASEMAP_CREDITS.attribution],
    licences: [...licences, ...BASEMAP_CREDITS.licences]
  };
}

/** The zoom at which the box fits a map as small as a phone’s, with one to spare. */
function zoomFor(bounds: Bounds): number {
  const { width, height } = mercatorBox(eastwards(bounds));
  return Math.max(0, Math.min(11, Math.floor(Math.log2(300 / 512 / Math.max(width, height))) - 1));
}
