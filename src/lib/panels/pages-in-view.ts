/** Heights of the pages of a long list, px: as measured, or else the expected height. */
export type PageHeights = { measured: ReadonlyMap<number, number>; expectedPx: number; count: number };

/** Pages to render, `[from, to)`, and the total height of those before and after them. */
export type PagesInView = { from: number; to: number; beforePx: number; afterPx: number };

/** The pages that are, wholly or partly, between `topPx` and `bottomPx`, relative to the top of the list. */
export function pagesInView(
  { measured, expectedPx, count }: PageHeights,
  topPx: number,
  bottomPx: number
): PagesInView {
  const height = (page: number) => measured.get(page) ?? expectedPx;
  let page = 0;
  let beforePx = 0;
  while (page < count - 1 && beforePx + height(page) <= topPx) beforePx += height(page++);
  const from = page;
  let end = beforePx;
  while (page < count && (page === from || end < bottomPx)) end += height(page++);
  const to = page;
  let afterPx = 0;
  while (page < count) afterPx += height(page++);
  return { from, to, beforePx, afterPx };
}
