import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { dataBlock, headFor, oembedLink, type PagePlace } from '../../../../src/lib/server/pages/head.ts';
import { siteUrl } from '../../../../src/lib/server/pages/site-url.ts';
import { oembed } from '../../../../src/lib/server/pages/oembed.ts';
import { sitemap } from '../../../../src/lib/server/pages/sitemap.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import { itemPath, itemsOf } from '../../../../src/lib/model/item-page.ts';
import { itemData, structuredData } from '../../../../src/lib/server/pages/structured-data.ts';

const dataset = loadDataset('tests/fixtures/region');
const FIRST: PagePlace = { language: 'en', path: '', root: './' };
const SITE = 'https://example.org/maps/region/';

type Node = Record<string, unknown> & { '@type': string; '@id': string };
const nodes = (site: string | null) => structuredData(dataset, site)['@graph'] as Node[];
const ofType = (type: string, site: string | null = null) => nodes(site).filter((node) => node['@type'] === type);

describe('the structured data', () => {
  test('says what the data set is about, when and where, under which licences', () => {
    const [node] = ofType('Dataset');
    const { info } = dataset;
    expect(node).toMatchObject({
      name: info.title,
      version: info.version,
      license: [expect.stringContaining('creativecommons.org')]
    });
    expect(node!.temporalCoverage).toMatch(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
    const [west, south, east, north] = info.bounds;
    expect(node!.spatialCoverage).toMatchObject({ geo: { box: `${south} ${west} ${north} ${east}` } });
  });

  test('names every claim with the article it appears in, and rates none', () => {
    const claims = ofType('Claim');
    expect(claims.map(({ text }) => text)).toEqual(dataset.claims.map(({ what }) => what));
    const articles = new Set(ofType('NewsArticle').map((node) => node['@id']));
    for (const claim of claims) expect(articles).toContain((claim.appearance as Node)['@id']);
    expect(JSON.stringify(nodes(SITE))).not.toMatch(/ClaimReview|Rating/);
  });

  test('refers only to nodes that it has', () => {
    const all = nodes(SITE);
    const ids = new Set(all.map((node) => node['@id']));
    const named = [...JSON.stringify(all).matchAll(/"@id":"([^"]+)"/g)].map((match) => match[1]);
    expect(named.filter((id) => !ids.has(id!))).toEqual([]);
  });
});

describe('the head', () => {
  test('has no absolute address of its own where the address of the site is not known', () => {
    const head = headFor(dataset, FIRST, null);
    expect(head).not.toMatch(/canonical|og:url|og:image/);
    expect(head).toContain('og:title');
  });

  test('names the page itself where the address of the site is known', () => {
    expect(headFor(dataset, FIRST, SITE)).toContain(`<link rel="canonical" href="${SITE}">`);
    expect(headFor(dataset, { ...FIRST, path: 'about/' }, SITE)).toContain(
      `<meta property="og:url" content="${SITE}about/">`
    );
  });

  test('names the page in every language, itself too, and the first for all others', () => {
    const of = (place: PagePlace, site: string | null) =>
      headFor({ ...dataset, info: { ...dataset.info, languages: ['en', 'sq'] } }, place, site);
    const links = (head: string) =>
      [...head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(([, language, href]) => [
        language,
        href
      ]);
    expect(links(of({ language: 'sq', path: 'about/', root: '../../' }, null))).toEqual([
      ['en', '../../about/'],
      ['sq', '../../sq/about/'],
      ['x-default', '../../about/']
    ]);
    expect(of({ language: 'sq', path: '', root: '../' }, SITE)).toContain(`<link rel="canonical" href="${SITE}sq/">`);
    expect(links(of({ language: 'sq', path: '', root: '../' }, SITE))).toContainEqual(['sq', `${SITE}sq/`]);
  });

  test('names no other page where there is one language', () => {
    expect(headFor(dataset, FIRST, SITE)).not.toContain('hreflang');
  });

  test('is not ended by a text of the data', () => {
    const claims = dataset.claims.map((claim) => ({ ...claim, what: '</script><script>alert(1)</script>' }));
    const info = { ...dataset.info, description: '"><script>' };
    expect(headFor({ ...dataset, info }, FIRST, null)).not.toMatch(/<\/?script/);
    expect(dataBlock({ ...dataset, claims, info }, null).match(/<\/?script/g)).toEqual(['<script', '</script']);
  });
});

describe('the page of an item', () => {
  const index = indexDataset(dataset);
  const items = itemsOf(dataset);
  const item = items.find(({ type }) => type === 'event')!;
  const about = { title: 'An event', description: 'What it was.' };
  const place: PagePlace = { language: 'en', path: itemPath(item), root: '../../', about };

  test('names itself and its card, and tells of the item', () => {
    const head = headFor(dataset, place, SITE);
    const own = SITE + itemPath(item);
    expect(head).toContain(`<link rel="canonical" href="${own}">`);
    for (const [key, content] of [
      ['og:url', own],
      ['og:image', `${own}card.png`],
      ['og:title', 'An event'],
      ['og:description', 'What it was.']
    ])
      expect(head).toContain(`<meta property="${key}" content="${content}">`);
  });

  test('links its answer for oEmbed in its language, where the address of the site is known', () => {
    const sq: PagePlace = { ...place, language: 'sq', about: { ...about, title: '"A" & <B>' } };
    expect(oembedLink(dataset, sq, SITE)).toBe(
      `<link rel="alternate" type="application/json+oembed" href="${SITE}sq/${itemPath(item)}oembed.json" title="&quot;A&quot; &amp; &lt;B>">`
    );
    expect(oembedLink(dataset, FIRST, SITE)).toContain(`href="${SITE}oembed.json" title="${dataset.info.title}"`);
    expect(oembedLink(dataset, sq, null)).toBe('');
  });

  test('its structured data names the event and the articles, and refers to the claims in the record', () => {
    const home = { path: itemPath(item), home: '', language: 'en' };
    for (const each of items) {
      const graph = itemData(index, each, about, home, SITE)['@graph'] as Node[];
      const types = graph.map((node) => node['@type']);
      expect(types[0]).toBe('WebPage');
      expect(types.includes('Event')).toBe(each.type === 'event');
      expect(types).toContain('NewsArticle');
      const record = new Set(nodes(SITE).map((node) => node['@id']));
      const claims = [...JSON.stringify(graph).matchAll(/"([^"]+#(?:claim|article)-[^"]+)"/g)].map(([, id]) => id!);
      expect(claims.length).toBeGreaterThan(0);
      expect(claims.filter((id) => !record.has(id))).toEqual([]);
    }
  });

  test('is answered about with its own frame, in its language, and with its title', () => {
    const answer = oembed(dataset.info, SITE, { folder: 'sq/', path: itemPath(item), title: '<Ngjarje>' });
    expect(answer).toMatchObject({
      type: 'rich',
      title: '<Ngjarje>',
      thumbnail_url: `${SITE}sq/${itemPath(item)}card.png`
    });
    expect(answer).toHaveProperty(
      'html',
      expect.stringContaining(`src="${SITE}sq/embed/${itemPath(item)}?height=fixed" title="&lt;Ngjarje>"`)
    );
  });
});

describe('the sitemap', () => {
  test('names every page in every language with its alternates, and no embed', () => {
    const info = { ...dataset.info, languages: ['en', 'sq'] };
    const text = sitemap({ ...dataset, info }, SITE);
    const found = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc!);
    const paths = ['', 'about/', ...itemsOf(dataset).map(itemPath)];
    expect(found.sort()).toEqual(paths.flatMap((path) => [SITE + path, `${SITE}sq/${path}`]).sort());
    expect(text.match(/hreflang="x-default"/g)).toHaveLength(found.length);
  });
  test('names none where the address of the site is not known', () => {
    expect(sitemap(dataset, null)).not.toMatch(/<loc>|https?:\/\/(?!www\.(sitemaps|w3)\.org)/);
  });
});

describe('SITE_URL', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('is taken with or without a slash at its end', () => {
    expect(siteUrl('https://example.org/maps/region')).toBe(SITE);
    expect(siteUrl(SITE)).toBe(SITE);
  });
  test('may be absent', () => {
    vi.stubEnv('SITE_URL', '');
    expect(siteUrl()).toBeNull();
  });
  test.each(['example.org/maps', 'file:///maps/', 'https://example.org/?map'])(
    'stops the build where it is %s',
    (text) => {
      expect(() => siteUrl(text)).toThrow(/SITE_URL is/);
    }
  );
});
