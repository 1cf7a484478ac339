import { expect, test } from 'vitest';
import { partsIndex, partsSitemap } from '../../../../src/lib/server/pages/parts-index.ts';

const FOLDERS = {
  title: 'Harland & <Shore>',
  years: 5,
  parts: [
    { id: '1985-1989', from: '1989-01-01', to: '1989-12-31', events: 1 },
    { id: '1990-1994', from: '1990-01-01', to: '1993-06-30', events: 12345 }
  ]
};

test('the page over all parts links each with its years and events, and goes on to the last', () => {
  const html = partsIndex(FOLDERS, null);
  expect(html).toContain('<li><a href="1985-1989/">1989</a>, 1 event</li>');
  expect(html).toContain('<li><a href="1990-1994/">1990–1993</a>, 12,345 events</li>');
  expect(html).toContain('content="0; url=1990-1994/"');
  expect(html).toContain('<h1>Harland &amp; &lt;Shore></h1>');
  expect(html).not.toContain('canonical');
});

test('where the address of the site is known, the last part is what search engines keep, and each sitemap is named', () => {
  const site = 'https://e.example/map/';
  expect(partsIndex(FOLDERS, site)).toContain('<link rel="canonical" href="https://e.example/map/1990-1994/">');
  expect(partsSitemap(FOLDERS, site).match(/<loc>.*?<\/loc>/g)).toEqual([
    '<loc>https://e.example/map/1985-1989/sitemap.xml</loc>',
    '<loc>https://e.example/map/1990-1994/sitemap.xml</loc>'
  ]);
  expect(partsSitemap(FOLDERS, null)).not.toContain('<loc>');
});
