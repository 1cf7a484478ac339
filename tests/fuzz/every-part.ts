import './looked-at.ts';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { cite } from '../../src/lib/exports/cite.ts';
import { DATA_FILES, type DataFile } from '../../src/lib/exports/file-names.ts';
import { WRITERS } from '../../src/lib/exports/files.ts';
import { selectAll, selectView, type Selected } from '../../src/lib/exports/selection.ts';
import { wholeLanguage } from '../../src/lib/i18n/catalogues.ts';
import type { Language } from '../../src/lib/i18n/language.ts';
import { isLanguage, type LanguageId } from '../../src/lib/i18n/languages.ts';
import type { RenderIsland } from '../../src/lib/islands/island-renderer.ts';
import IslandRoot from '../../src/lib/islands/IslandRoot.svelte';
import { datasetFeatures, sceneFeatures } from '../../src/lib/map/features.ts';
import { awayMarksOf, marksOf } from '../../src/lib/map/overlay/marks.ts';
import type { Dataset } from '../../src/lib/model/dataset.ts';
import { dayOf } from '../../src/lib/model/day.ts';
import { indexDataset, type DatasetIndex } from '../../src/lib/model/index-dataset.ts';
import { placesOf } from '../../src/lib/model/places.ts';
import { sceneAt, storylineOf } from '../../src/lib/model/scene.ts';
import { scriptCode } from '../../src/lib/model/share-code.ts';
import { defaultOptions } from '../../src/lib/model/embed-options.ts';
import { decodeView, encodeView } from '../../src/lib/model/url.ts';
import { changed, firstView, type Selection, type ViewState } from '../../src/lib/model/view.ts';
import { withSelection } from '../../src/lib/model/view-changes.ts';
import ChapterCaption from '../../src/lib/panels/ChapterCaption.svelte';
import Cite from '../../src/lib/panels/Cite.svelte';
import Detail from '../../src/lib/panels/Detail.svelte';
import EventList from '../../src/lib/panels/EventList.svelte';
import Search from '../../src/lib/panels/Search.svelte';
import { composePicture } from '../../src/lib/picture/compose.ts';
import { searchable } from '../../src/lib/search/documents.ts';
import { searchIndex } from '../../src/lib/search/search.ts';
import { svgBasemap, svgBasemapNames, svgSurroundings } from '../../src/lib/server/basemap/svg-basemap.ts';
import { dataBlock, headFor, oembedLink } from '../../src/lib/server/pages/head.ts';
import { oembed } from '../../src/lib/server/pages/oembed.ts';
import TimePanel from '../../src/lib/time/TimePanel.svelte';
import AboutPage from '../../src/routes/[[lang=language]]/about/+page.svelte';
import EmbedPage from '../../src/routes/[[lang=language]]/embed/EmbedPage.svelte';
import { ISLANDS } from '../../src/routes/[[lang=language]]/islands.ts';
import MapPage from '../../src/routes/[[lang=language]]/MapPage.svelte';
import type { MapPageData } from '../../src/routes/[[lang=language]]/page-data.ts';
import InLanguage from './InLanguage.svelte';

const PAGE = 'https://map.example/';
const ACCESSED = dayOf(2024, 10, 4)!;
const nothing = () => {};

/** Renders a part by itself. Typed, so that a part which comes to need more says so here. */
type RenderPart = <Props extends Record<string, unknown>>(Part: Component<Props>, props: Props) => string;

const renderIsland: RenderIsland = (name, props, context) => render(ISLANDS[name]!, { props, context }).body;

/** All that is made of a data folder, at build and in the browser, as text by what it is. Throws where any of it does. */
export function everyPart(dir: string, dataset: Dataset, id: LanguageId): Map<string, string> {
  const made = new Map<string, string>();
  const language = wholeLanguage(id);
  const index = indexDataset(dataset);
  const basemap = {
    pieces: svgBasemap(dir, dataset),
    names: svgBasemapNames(dir, dataset),
    surroundings: svgSurroundings(dir, dataset)
  };
  const root = './';
  const place = { language: id, path: '', root } as const;
  const page: MapPageData = {
    item: null,
    frozen: [],
    dataset,
    root,
    home: root,
    basemapNames: basemap.names,
    basemap: basemap.pieces
  };
  const whole = <Data>(Page: Component<{ data: Data }>, data: Data) =>
    render(IslandRoot<Data>, { props: { Page, data, language, renderIsland } }).body;
  const part: RenderPart = (Part, props) => render(InLanguage<typeof props>, { props: { Part, props, language } }).body;

  // With everything in sight: a page of a single day has little to draw.
  const wide = {
    ...dataset.info,
    firstView: { ...dataset.info.firstView, day: dataset.info.domain.to, window: 'all' as const }
  };
  made.set(
    'page',
    whole(MapPage, { ...page, surroundings: basemap.surroundings, dataset: { ...dataset, info: wide } })
  );
  made.set('embed', whole(EmbedPage, page));
  made.set(
    'about',
    part(AboutPage, {
      data: {
        ...page,
        siteUrl: PAGE,
        id,
        language,
        frozen: [],
        shared: { dataset, basemapNames: basemap.names },
        gaps: dataset.untranslated ? { n: dataset.untranslated.length, all: dataset.untranslated.length } : null,
        head: '',
        client: { head: '', body: '' }
      }
    })
  );
  made.set(
    'head',
    oembedLink(dataset, place, PAGE) +
      headFor(dataset, place, PAGE) +
      dataBlock(dataset, PAGE) +
      JSON.stringify(oembed(dataset.info, PAGE))
  );
  made.set('script', scriptCode(PAGE, '', defaultOptions(id), dataset.info));

  const fileOf = (file: DataFile, selected: Selected) => [...WRITERS[file](language, index, selected)].join('');
  for (const view of views(index)) {
    const story = storylineOf(index, view);
    const scene = sceneAt(index, view, story);
    const name = encodeView(view, firstView(dataset.info));
    const places = placesOf(index, view);
    const marks = [...marksOf(index, places), ...awayMarksOf(index, places)];
    made.set(`features ${name}`, JSON.stringify([sceneFeatures(index, marks), datasetFeatures(index)]));
    made.set(`list ${name}`, part(EventList, { index, scene, stops: [], ...CALLBACKS }));
    made.set(`time ${name}`, part(TimePanel, { index, scene, story, speed: 'normal', ...CALLBACKS }));
    const picture = { language, index, scene, basemap, theme: 'light', size: 'slide', page: PAGE } as const;
    made.set(`picture ${name}`, composePicture(picture));
    for (const selection of selections(index)) addDetail(made, part, { index, view, selection, language });
    for (const file of DATA_FILES) made.set(`${file} ${name}`, fileOf(file, selectView(index, view)));
  }
  for (const { id: chapter } of dataset.story)
    made.set(`chapter ${chapter}`, part(ChapterCaption, { index, chapter, ...CALLBACKS }));
  for (const file of DATA_FILES) made.set(file, fileOf(file, selectAll(index)));
  made.set('search', part(Search, { index, form: dataset.info.firstView.nameForm, ...CALLBACKS }));
  const items = searchable(language, index, dataset.info.firstView.nameForm);
  const found = searchIndex(items).find(dataset.events[0]?.title ?? 'a');
  made.set('found', JSON.stringify(found.map(items.documentAt)));
  return made;
}

const CALLBACKS = {
  onselect: nothing,
  onscrub: nothing,
  onwindow: nothing,
  onasof: nothing,
  onspeed: nothing,
  onopen: nothing,
  onclose: nothing,
  onfind: nothing,
  onshowall: nothing,
  oncountall: nothing
};

function views({ dataset: { info } }: DatasetIndex): ViewState[] {
  const first = firstView(info);
  return [changed(first, { day: info.domain.to, window: 'all', external: true, asOf: 'day' })];
}

/** Everything that can be opened. */
function selections({ dataset }: DatasetIndex): Selection[] {
  const of = (type: Selection['type'], list: readonly { id: string }[]) => list.map(({ id }) => ({ type, id }));
  return [
    ...of('event', dataset.events),
    ...of('site', dataset.sites),
    ...of('area', dataset.areas),
    ...of('claim', dataset.claims),
    ...of('article', dataset.articles)
  ];
}

type Opened = { index: DatasetIndex; view: ViewState; selection: Selection; language: Language };

/** The details of a thing, how it is cited, and that its own link leads to it again. */
function addDetail(made: Map<string, string>, part: RenderPart, { index, view, selection, language }: Opened): void {
  const { info } = index.dataset;
  const name = `${selection.type} ${selection.id}`;
  const opened = withSelection(changed(view, { external: false }), selection, index);
  made.set(name, part(Detail, { index, view, selection, ...CALLBACKS }));
  if (selection.type === 'event' || selection.type === 'claim') {
    const target = { type: selection.type, id: selection.id };
    const citation = cite(language, index, target, { home: PAGE, view: opened, accessed: ACCESSED });
    made.set(`citation ${name}`, JSON.stringify(citation));
    const closed = /^@misc\{[^\s{},]+,\n/.test(citation!.bibtex);
    if (!closed) throw new Error(`${JSON.stringify(citation!.bibtex.slice(0, 60))} is no entry of BibTeX`);
    made.set(`cite ${name}`, part(Cite, { index, view: opened, home: PAGE, accessed: ACCESSED }));
  }
  const own = encodeView(opened, firstView(info), info.version);
  const read = decodeView(new URLSearchParams(own), index);
  if (read.dropped.length) throw new Error(`the link ${own} is not understood: ${read.dropped.join(', ')}`);
}

export const languagesOf = (dataset: Dataset): LanguageId[] => dataset.info.languages.filter(isLanguage);
