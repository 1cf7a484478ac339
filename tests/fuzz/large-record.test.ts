import './looked-at.ts';
import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeLanguage } from '../../src/lib/i18n/catalogues.ts';
import IslandRoot from '../../src/lib/islands/IslandRoot.svelte';
import { recordHref, recordPath } from '../../src/lib/model/record-pages.ts';
import Record from '../../src/lib/panels/Record.svelte';
import { svgBasemap, svgBasemapNames, svgSurroundings } from '../../src/lib/server/basemap/svg-basemap.ts';
import { join } from '../../src/lib/server/geodata/join.ts';
import { validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { sharedIndex, sharedRecord } from '../../src/lib/server/pages/shared-data.ts';
import { sitemap } from '../../src/lib/server/pages/sitemap.ts';
import { ISLANDS } from '../../src/routes/[[lang=language]]/islands.ts';
import MapPage from '../../src/routes/[[lang=language]]/MapPage.svelte';
import InLanguage from './InLanguage.svelte';
import { OnDisk } from './folders.ts';
import { smallRegion } from './small-region.ts';

/* A region of more events than one page holds: its record is pages of its own, and every link into it finds its place. */

const disk = new OnDisk();
afterAll(() => disk.remove());

const EVENTS = 620;
const SITE = 'https://map.example/';
const language = wholeLanguage('en');
const idsIn = (html: string) => [...html.matchAll(/ id="((?:event|claim|article)-[^"]+)"/g)].map(([, id]) => id!);
const hrefsIn = (html: string) => [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => href!);

describe('a region of many events', () => {
  const day = (at: number) => new Date(Date.UTC(2031, 0, 1 + Math.floor(at / 2))).toISOString().slice(0, 10);
  const record = new Map<string, string>();
  let page = '';
  let places = '';
  const claims: string[] = [];

  beforeAll(() => {
    const events = Array.from({ length: EVENTS }, (_, at) => ({
      place: `Town ${at % 30}`,
      title: `Clash number ${at}`,
      date: day(at)
    }));
    const info = { domain: { from: '2031-01-01', to: '2031-12-31' } };
    const dir = disk.become(smallRegion({ events, info }));
    const dataset = join(validateGeodata(dir).data);
    const index = sharedIndex(dataset);
    const recordPages = sharedRecord(dataset)!;
    claims.push(...dataset.claims.map(({ id }) => id));
    const data = {
      item: null,
      frozen: [],
      dataset: {
        ...dataset,
        info: { ...dataset.info, firstView: { ...dataset.info.firstView, window: 'all' as const } }
      },
      root: './',
      home: './',
      basemapNames: svgBasemapNames(dir, dataset),
      basemap: svgBasemap(dir, dataset),
      surroundings: svgSurroundings(dir, dataset),
      recordPages,
      inRecord: (type: Parameters<typeof recordHref>[0], id: string) => recordHref(type, id, recordPages, '')
    };
    const renderIsland = (name: string, props: { [key: string]: unknown }, context: Map<unknown, unknown>) =>
      render(ISLANDS[name]!, { props, context }).body;
    page = render(IslandRoot<typeof data>, { props: { Page: MapPage, data, language, renderIsland } }).body;
    for (const each of recordPages.pages) {
      const part = { page: each, pages: recordPages, heading: 'Record', home: '../../' };
      const props = { Part: Record, props: { index, part }, language };
      record.set(recordPath(each), render(InLanguage<typeof props.props>, { props }).body);
    }
    places = sitemap(dataset, SITE);
  }, 120_000);

  test('has its record on several pages, each claim at one place of one of them', () => {
    expect(record.size).toBeGreaterThan(5);
    const anchors = [...record.values()].flatMap(idsIn).filter((id) => id.startsWith('claim-'));
    expect(anchors.sort()).toEqual(claims.map((id) => `claim-${id}`).sort());
  });

  test('lists them on the page of the map, which has no claim in it, and in the sitemap', () => {
    const linked = new Set(hrefsIn(page).flatMap((href) => /^\.\/(record\/[^#]+)$/.exec(href)?.[1] ?? []));
    expect([...linked]).toEqual([...record.keys()]);
    expect(idsIn(page)).toEqual([]);
    for (const path of record.keys()) expect(places).toContain(`<loc>${SITE}${path}</loc>`);
  });

  test('without script each mark and each claim leads to where that stands', () => {
    const marks = hrefsIn(page).filter((href) => href.startsWith('record/') && href.includes('#'));
    expect(marks.length).toBeGreaterThan(0);
    const fromPages = [...record].flatMap(([path, html]) =>
      hrefsIn(html)
        .filter((href) => href.includes('#'))
        .map((href) => (href.startsWith('#') ? path + href : href.replace('../../', '')))
    );
    expect(fromPages.length).toBeGreaterThanOrEqual(EVENTS);
    for (const href of [...marks, ...fromPages]) {
      const [path, id] = href.split('#') as [string, string];
      expect(idsIn(record.get(path) ?? ''), href).toContain(id);
    }
  });
});
