import type { StaticBasemap } from '$lib/map/svg/map-picture.ts';
import type { Dataset } from '$lib/model/dataset.ts';
import type { DatasetIndex } from '$lib/model/index-dataset.ts';
import type { PackedDataset } from '$lib/model/packed.ts';
import type { PackedHead, PackedTexts } from '$lib/model/texts.ts';
import { whenIdle } from '$lib/ui/when-idle.ts';
import type { Item } from '$lib/model/item-page.ts';
import type { RecordPages, RecordType } from '$lib/model/record-pages.ts';

/** What an interactive page has for itself. Travels in the page, as JSON. */
export type OwnData = {
  /** From the page to the site's folder: `./` or `../`. The same build works at a domain's root and under any sub-path. */
  root: string;
  /** From the page to the map in the page's language. */
  home: string;
  /** What the page is about, where that is not the whole map. */
  item: Item | null;
  /** Frozen versions of the data: those whose builds stand at `v/<version>/`. */
  frozen: readonly string[];
};

/**
 * Where the page has no more in itself, it says where the data is. `first`: the texts of what it is prerendered with, where
 * the others come later.
 */
export type DataApart = OwnData & { dataFile: string; first?: PackedTexts };

/** The data set in a language, with the names on the basemap of the static map. */
export type SharedData = { dataset: Dataset; basemapNames: StaticBasemap['names'] };

/** The same as it travels, in the page or in a file. */
export type PackedData = Omit<SharedData, 'dataset'> & { dataset: PackedDataset };

/** The same of a large data set, whose texts are in files of their own. */
export type PackedDataHead = Omit<SharedData, 'dataset'> & { head: PackedHead };

/**
 * What an interactive page is made from. The map and the embed have all of it in themselves: nothing has to be fetched for
 * them. The pages of items, of which there are many, share one file with the data; and so do all where the data is large.
 */
export type PageData = OwnData & SharedData;

/**
 * With the pieces of the static map's basemap, which do not travel twice where the page has them as SVG, and at build with
 * what is around it: in the browser, what needs that fetches it.
 */
export type MapPageData = PageData & {
  basemap: StaticBasemap['pieces'];
  /** In the browser: of a data set whose texts are yet to come. */
  index?: DatasetIndex;
  /** In the browser: to be waited for before `basemap` is read. */
  loadBasemap?: () => Promise<void>;
  surroundings?: StaticBasemap['surroundings'];
  /** At build, where the record is pages of its own. */
  recordPages?: RecordPages | undefined;
  /** At build: the address of an entry of the record. */
  inRecord?: (type: RecordType, id: string) => string;
  /** Where the prerendered page has the pieces from, if it does not carry them. */
  basemapFile?: string;
};

/** The basemap as drawings take it. */
export const basemapOf = ({ basemap, basemapNames, surroundings, basemapFile }: MapPageData): StaticBasemap => ({
  pieces: basemap,
  names: basemapNames,
  surroundings,
  file: basemapFile
});

/** A module that tells of claims, once all texts are there. */
export const withTexts = <Module>({ texts }: DatasetIndex, module: Promise<Module>): Promise<Module> =>
  Promise.all([module, texts.all()]).then(([loaded]) => loaded);

/** The texts wait no longer than this for the map to come first. */
const TEXTS_MS = 1500;

/** Has the texts fetched once the page has come to rest. Returns its undo. */
export const fetchTexts = ({ texts }: DatasetIndex): (() => void) =>
  whenIdle(() => void texts.all().catch(() => {}), TEXTS_MS);

/** A module that draws the basemap, once that is there too. */
export const withBasemap = <Module>({ loadBasemap }: MapPageData, module: Promise<Module>): Promise<Module> =>
  Promise.all([module, loadBasemap?.()]).then(([loaded]) => loaded);
