import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { layoutFaults, TARGET_PX } from '../layout-faults.ts';

/** Words of the region that this project publishes. */
const OF_THE_PUBLISHED = /Kosov|KFOR|Zve[cč]an|Mitrovic/;

/** The files of a folder that are text and speak of the published region. */
export function speakingOfThePublished(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(html|js|json|txt|xml|svg|geojson)$/.test(name))
    .filter((name) => OF_THE_PUBLISHED.test(readFileSync(join(folder, name), 'utf8')));
}

/**
 * Goes through a site as a reader would, whatever its data are: map, slider, an event and its source, a phone’s width,
 * the page about the data, the embed. `mayName`: its data speak of the published region themselves.
 */
export async function goThrough(page: Page, base: string, { mayName = false } = {}): Promise<void> {
  const saysNothingForeign = async () => {
    const said = `${await page.title()}\n${await page.locator('body').innerText()}`;
    if (!mayName) expect(said).not.toMatch(OF_THE_PUBLISHED);
  };
  await page.goto(base);
  await page.locator('[data-map-state="ready"]').waitFor();
  await saysNothingForeign();
  const day = page.locator('[data-slider="day"]');
  await day.press('Home');
  await expect(day).toHaveAttribute('aria-valuetext', /\d/);
  await day.press('End');
  // Be it in a list that is closed on this day.
  const event = page.locator('#list [data-event]').first();
  if (await event.count()) {
    await page.goto(`${base}?event=${await event.getAttribute('data-event')}`);
    await expect(page.locator('[data-claim]').first()).toBeVisible();
    await saysNothingForeign();
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base);
  await page.locator('[data-hydrated]').waitFor({ state: 'attached' });
  expect(await layoutFaults(page, TARGET_PX.fine)).toEqual([]);
  for (const path of ['about/', 'embed/']) {
    await page.goto(`${base}${path}`);
    await page.locator('body').waitFor();
    await saysNothingForeign();
  }
}
