/**
 * The room that an embed of a width takes, px, so that the page around keeps it free before anything has loaded.
 * Never less than the content's own height, which tests/e2e/embedding.e2e.ts holds it to; a few px more is no harm.
 * As in src/routes/embed/+page.svelte.
 */
export function reservedHeight(widthPx: number, controls: string | null, coarse: boolean): number {
  const map = Math.min(Math.max(widthPx * 0.62, 240), 520);
  // Under and over the map: head, its caption, time, events, source line. Lines wrap as it narrows.
  const texts = widthPx <= 384 ? 440 : widthPx <= 440 ? 386 : widthPx <= 500 ? 364 : widthPx <= 560 ? 332 : 284;
  // Buttons stand over the slider until there is room beside it.
  const stacked = widthPx < 562;
  const time = stacked ? 90 : 58;
  const fingers = coarse ? (stacked ? 24 : 12) : 0;
  if (controls === '0') return Math.ceil(map + texts - time);
  if (controls === 'minimal') return Math.ceil(map + texts - (stacked ? 32 : 0) + (coarse ? 12 : 0));
  return Math.ceil(map + texts + fingers);
}
