import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { PICTURE_SIZES, type PictureSize } from '../../src/lib/picture/sizes.ts';
import { different } from './pixels.ts';
import { english } from '../../src/lib/i18n/catalogues.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { expect, test, type Site } from './site.ts';

const { version } = loadDataset().info;

async function openPanel(site: Site, query: string) {
  await site.open(query, { map: false });
  await site.page.locator('#downloads summary').click();
  await site.page.locator('[data-picture]').waitFor();
}

async function taken(page: Page, kind: 'svg' | 'png'): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-picture-file="${kind}"]`).click()
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width and height in the head of a PNG. */
const pngSize = (png: Buffer) => ({
  signature: png.toString('latin1', 1, 4),
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20)
});

/** The document as a browser draws it on its own, and what is wrong with its texts there. */
async function opened(page: Page, svg: Buffer, size: { width: number; height: number }) {
  const alone = await page.context().newPage();
  try {
    await alone.setViewportSize(size);
    await alone.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    await alone.evaluate(() => document.fonts.ready);
    const texts = await alone.evaluate(() => {
      const root = document.documentElement.getBoundingClientRect();
      const boxes = [...document.querySelectorAll('text')].map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
        inMap: text.closest('svg') !== (document.documentElement as unknown)
      }));
      const outside = boxes.filter(
        ({ box }) => box.left < 0 || box.top < 0 || box.right > root.right || box.bottom > root.bottom
      );
      const alone = boxes.filter(({ inMap }) => !inMap);
      const crossing = alone.flatMap((a, at) =>
        alone.slice(at + 1).flatMap((b) => {
          // Lines stand closer than their letters' boxes are high.
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          return wide > 0 && high > 0.35 * a.box.height ? [`${a.text} / ${b.text}`] : [];
        })
      );
      return { outside: outside.map(({ text }) => text), crossing };
    });
    const unloaded = await alone.evaluate(() => [...document.fonts].filter(({ status }) => status !== 'loaded').length);
    return { picture: await alone.screenshot(), texts, unloaded };
  } finally {
    await alone.close();
  }
}

for (const size of Object.keys(PICTURE_SIZES) as PictureSize[]) {
  test(`the picture of ${size} size is the same as SVG and as PNG, whole and in its own fonts`, async ({
    site,
    page,
    context
  }) => {
    await openPanel(site, '?day=2023-12-31&window=all&external=1&names=sr-Cyrl');
    await page.locator('[data-picture-size]').selectOption(size);
    await page.locator('[data-picture-theme]').selectOption(size === 'square' ? 'dark' : 'light');
    const { width, height } = PICTURE_SIZES[size];
    const svg = await taken(page, 'svg');
    const png = await taken(page, 'png');
    expect(svg.name).toBe(`northern-kosovo-2023-v${version}_2023-12-31_all_${size}.svg`);
    expect(png.name).toBe(svg.name.replace(/svg$/, 'png'));
    expect(pngSize(png.bytes)).toEqual({ signature: 'PNG', width, height });

    const { picture, texts, unloaded } = await opened(page, svg.bytes, { width, height });
    expect(texts).toEqual({ outside: [], crossing: [] });
    expect(unloaded).toBe(0);
    const { mean, blocks } = await different(context, png.bytes, picture);
    expect(mean).toBeLessThan(1);
    expect(blocks).toBeLessThan(0.005);
    // Neither is blank: the letters and the map are not the paper.
    const blank = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${size === 'square' ? '#14171a' : '#fbf9f4'}"/></svg>`
    );
    expect(
      (await different(context, png.bytes, (await opened(page, blank, { width, height })).picture)).blocks
    ).toBeGreaterThan(0.15);
  });
}

test('where the browser makes no PNG the page says so, and the SVG is still to be had', async ({ site, page }) => {
  await openPanel(site, '?day=2023-05-29&window=day');
  await page.evaluate(() => (HTMLCanvasElement.prototype.toBlob = (done) => done(null)));
  await page.locator('[data-picture-file="png"]').click();
  await expect(page.locator('#downloads').getByText(english.t('exports.picture.failed'))).toBeVisible();
  expect((await taken(page, 'svg')).bytes.toString('utf8')).toContain('29 May 2023');
});

test('the picture follows the slider and the filter', async ({ site, page }) => {
  await openPanel(site, '?day=2023-05-29&window=day');
  /** The words in the preview, whatever lines they are broken into. */
  const words = async () => {
    const svg = decodeURIComponent((await page.locator('[data-picture]').getAttribute('src'))!);
    return [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');
  };
  await expect.poll(words).toContain('Clash at the Zvečan town hall');
  await page.getByRole('checkbox', { name: /^Clash with demonstrators/ }).uncheck();
  await expect.poll(words).not.toContain('Clash at the Zvečan town hall');
  expect(await words()).toContain('Kinds of event left out: Clash with demonstrators.');
});
