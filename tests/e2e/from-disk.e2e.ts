import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { BUILD } from './static-server.ts';

// In Firefox and WebKit: other-browsers/from-disk.e2e.ts.
for (const page of ['index.html', 'event/september-clash/index.html', 'embed/index.html'])
  test(`opened from a disk, ${page} says what to do, and offers nothing that does not work`, async ({ page: tab }) => {
    await tab.goto(pathToFileURL(join(BUILD, page)).href);
    const note = tab.getByText('opened from a disk');
    await expect(note).toBeVisible();
    const heading = tab.locator('h1').first();
    const [above, below] = [(await note.boundingBox())!, (await heading.boundingBox())!];
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(
      await tab
        .locator('#page :is(button, input, select)')
        .evaluateAll((all) => all.filter((each) => each.checkVisibility()).length)
    ).toBe(0);
    // Nothing is held back for a program that never comes.
    await expect(tab.locator('[data-event], [data-detail]').first()).toBeVisible();
  });
