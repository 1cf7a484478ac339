/**
 * The room that an embed of a width takes, px, so that the page around keeps it free before anything has loaded.
 * Never less than the content's own height, which tests/e2e/embedding.e2e.ts holds it to; a few px more is no harm.
 * `controls` is the attribute; `coarse`: fingers are the pointer. As in EmbedPage.svelte.
 */
export function reservedHeight(widthPx: number, controls: string | null, coarse: boolean): number {
  const map = Math.min(Math.max(widthPx * 0.62, 240), 520);
  // Head, the map's caption, events, source line: they wrap as it narrows, in some languages sooner than in others.
  const steps: [widthPx: number, px: number][] = [
    [300, 362],
    [384, 346],
    [440, 312],
    [500, 302],
    [640, 240]
  ];
  const texts = steps.find(([upTo]) => widthPx <= upTo)?.[1] ?? 226;
  return Math.ceil(map + texts + timeHeight(widthPx, controls, coarse));
}

function timeHeight(widthPx: number, controls: string | null, coarse: boolean): number {
  if (controls === '0') return 0;
  // Buttons stand over the slider until there is room beside it.
  const stacked = controls !== 'minimal' && widthPx < (coarse ? 600 : 540);
  return coarse ? (stacked ? 116 : 72) : stacked ? 92 : 60;
}
