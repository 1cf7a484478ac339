import type { Page } from '@playwright/test';
import { isoDay, parseDay } from '../../src/lib/model/day.ts';
import { indexDataset } from '../../src/lib/model/index-dataset.ts';
import { decodeView } from '../../src/lib/model/url.ts';
import { isInWindow } from '../../src/lib/model/view-changes.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { numbers } from '../unit/random-view.ts';
import { expect, test } from './site.ts';

const index = indexDataset(loadDataset());
const { info } = index.dataset;

const decoded = (url: string) => decodeView(new URL(url).searchParams, index);

/** The day and the selection, as each part of the page tells them. */
const told = (page: Page) =>
  page.evaluate(() => {
    const text = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? null;
    const query = new URLSearchParams(location.search);
    const slider = document.querySelector<HTMLInputElement>('[data-slider="day"]')!;
    return {
      head: text('.now time', 'datetime'),
      slider: Number(slider.value),
      address: query.get('day'),
      addressEvent: query.get('event'),
      detail: text('[data-detail]', 'data-detail'),
      lanes: [...document.querySelectorAll('[data-lane] [aria-current="true"][data-event]')].map((mark) =>
        mark.getAttribute('data-event')
      ),
      marks: [...document.querySelectorAll('.stage [data-mark][aria-pressed="true"]')].map((mark) =>
        mark.getAttribute('data-mark')
      ),
      list: [...document.querySelectorAll('#list [data-list="events"] [data-event]')].map((item) =>
        item.getAttribute('data-event')
      ),
      counts: document.querySelector('[data-counts]')?.textContent?.trim() ?? null
    };
  });

test('after any sequence of actions, head, slider, list, details, map, lanes and address tell the same', async ({
  site,
  page
}) => {
  test.slow();
  await site.open('?day=2023-05-29&window=day');
  const random = numbers(20230924);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next().value * list.length)]!;
  /** Presses one of what matches and is seen, if any: at once, as what is there may change. */
  const press = (selector: string) =>
    page.evaluate(
      ([selector, share]) => {
        const seen = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
        seen[Math.floor(share * seen.length)]?.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true })
        );
      },
      [selector, random.next().value] as const
    );
  const ACTIONS: Record<string, () => Promise<void>> = {
    next: () => press('[data-step="nextEvent"]'),
    previous: () => press('[data-step="previousEvent"]'),
    day: () => press('[data-step="nextDay"], [data-step="previousDay"]'),
    scrub: () =>
      page
        .locator('[data-slider="day"]')
        .fill(String(info.domain.from + Math.floor(random.next().value * (info.domain.to - info.domain.from)))),
    from: () => page.locator('[data-slider="from"]').press(pick(['ArrowLeft', 'PageDown', 'Home'])),
    choose: () => press('#list [data-event] a'),
    lane: () => press('[data-lane] [data-event]'),
    neighbour: () => press('[data-neighbour]'),
    close: () => press('[data-back]'),
    goBack: async () => void (await page.goBack()),
    filter: () => press('.filters input[type="checkbox"]'),
    clock: () => press('.as-of label')
  };
  for (let sequence = 0; sequence < 50; sequence++) {
    const did: string[] = [];
    for (let i = 0; i < 5; i++) {
      const name = pick(Object.keys(ACTIONS));
      did.push(name);
      await ACTIONS[name]!();
      // Beyond the first page of the history there is another site.
      if (!page.url().includes('day=')) await page.goForward();
    }
    await expect(async () => {
      const now = await told(page);
      const day = parseDay(now.head!)!;
      expect(now, did.join()).toMatchObject({ slider: day, address: isoDay(day) });
      const open = now.detail?.startsWith('event/') ? now.detail.slice('event/'.length) : null;
      expect(now.addressEvent, did.join()).toBe(open);
      if (open === null) {
        expect(now.lanes).toEqual([]);
        if (now.detail === null) expect(now.counts).not.toBeNull();
        return;
      }
      const event = index.events.get(open)!;
      const { view } = decoded(page.url());
      expect(isInWindow(event, view, index), `${open} is one of the days shown; ${did.join()}`).toBe(true);
      expect(now.lanes.every((id) => id === open)).toBe(true);
      const here = event.places.map(({ ref }) => ref);
      expect(now.marks.filter((mark) => !here.includes(mark!))).toEqual([]);
    }).toPass({ timeout: 10_000 });
  }
});
