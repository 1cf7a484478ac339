/**
 * The height in px that an embed of a given width needs, so that the host page reserves it before anything has loaded.
 * Never less than the content's own height (tests/e2e/embedding.e2e.ts checks it); a few px more does no harm.
 * `controls` is the attribute. `coarse`: the pointer is a finger. `story`: with the key moments and their captions.
 * `troops`: with the troop chart, whose words wrap on narrow frames. `years`: with a row that leads to other years. Has to
 * match EmbedPage.svelte.
 */
export function reservedHeight(
  widthPx: number,
  controls: string | null,
  coarse: boolean,
  { story = false, troops = false, years = false } = {}
): number {
  const map = Math.min(Math.max(widthPx * 0.62, 240), 520);
  // Head, map caption, events, source line: they wrap as the frame narrows, in some languages sooner than in others.
  const steps: [widthPx: number, px: number][] = [
    [300, 362],
    [384, 346],
    [440, 312],
    [500, 302],
    [640, 240]
  ];
  const texts = steps.find(([upTo]) => widthPx <= upTo)?.[1] ?? 226;
  const chart = troops && controls !== '0' ? 420 + Math.max(0, 640 - widthPx) * 0.7 + (coarse ? 60 : 0) : 0;
  const time = timeHeight(widthPx, controls, coarse, troops);
  const links = years && controls !== '0' ? (coarse ? 44 : 28) : 0;
  return Math.ceil(map + texts + time + links + chart + (story ? storyHeight(widthPx, coarse) : 0));
}

/** The row of moments, and what captions need more than the list of events. */
function storyHeight(widthPx: number, coarse: boolean): number {
  const steps: [widthPx: number, px: number][] = [
    [300, 250],
    [340, 200],
    [400, 160],
    [520, 130],
    [700, 100]
  ];
  const captions = steps.find(([upTo]) => widthPx <= upTo)?.[1] ?? 70;
  return 48 + captions + (coarse ? 16 : 0);
}

function timeHeight(widthPx: number, controls: string | null, coarse: boolean, troops: boolean): number {
  if (controls === '0') return 0;
  // The buttons are above the slider until there is room beside it, which the chart takes.
  const stacked = controls !== 'minimal' && (troops || widthPx < (coarse ? 600 : 540));
  return coarse ? (stacked ? 116 : 72) : stacked ? 92 : 60;
}
