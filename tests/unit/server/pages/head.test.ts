import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { dataBlock, headFor, type PagePlace } from '../../../../src/lib/server/pages/head.ts';
import { siteUrl } from '../../../../src/lib/server/pages/site-url.ts';
import { structuredData } from '../../../../src/lib/server/pages/structured-data.ts';

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
