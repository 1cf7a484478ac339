import { overlaps } from '../../src/lib/map/box.ts';
import { expect, test } from './site.ts';

test('troops stand on the map where a claim places them, and lead to it', async ({ site, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await site.open('?day=2023-05-29&window=day');
  const notes = page.locator('[data-troop-note]');
  await page.locator('[data-locator]').waitFor();
  // Nothing was stated yet, so nothing is said.
  await expect(notes).toHaveCount(0);
  const slider = page.locator('[data-slider="day"]');
  await slider.press('ArrowRight');
  await expect(notes.filter({ hasText: 'KFOR: 700 decided' })).toHaveAttribute('data-troop-note', 'kosovo');
  // Said in Oslo and in Pristina: no troops are there.
  expect(new Set(await notes.evaluateAll((all) => all.map((each) => each.getAttribute('data-troop-note'))))).toEqual(
    new Set(['kosovo'])
  );
  await site.open('?day=2023-12-07&window=day');
  const total = notes.filter({ hasText: 'more than 4,500' });
  await expect(total).toContainText('last stated 17 days ago');
  // All of it on the map.
  const stage = (await page.locator('.stage').boundingBox())!;
  const box = (await total.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(stage.x);
  expect(box.y).toBeGreaterThanOrEqual(stage.y);
  expect(box.x + box.width).toBeLessThanOrEqual(stage.x + stage.width);
  expect(box.y + box.height).toBeLessThanOrEqual(stage.y + stage.height);
  await total.click();
  await expect(page.locator('[data-detail="claim/unidentified-14"]')).toBeVisible();
  await expect(total).toHaveAttribute('aria-current', 'true');
});

test('however far the map is zoomed, no words on troops lie on others', async ({ site, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await site.open('?day=2023-12-31&window=all');
  await page.locator('[data-locator]').waitFor();
  const kinds = new Set<string>();
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let left = true; left;) {
    const boxes = await page.locator('[data-troop-note]').evaluateAll((notes: HTMLElement[]) =>
      notes.map((note) => {
        const { x, y, width, height } = note.getBoundingClientRect();
        return { x, y, width, height, text: note.textContent.trim(), kind: note.dataset.kind! };
      })
    );
    for (const { kind } of boxes) kinds.add(kind);
    const crossing = boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => overlaps(a, b))
        .map((b) => `${a.text} / ${b.text}`)
    );
    expect(crossing).toEqual([]);
    left = (await zoomIn.getAttribute('aria-disabled')) === 'false';
    if (left) await zoomIn.click();
  }
  // With room enough all kinds are told.
  expect([...kinds].sort()).toEqual(['alert', 'note', 'step', 'total']);
});
