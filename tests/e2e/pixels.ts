import type { BrowserContext, Locator } from '@playwright/test';

const BLOCK_PX = 8;
const CLEARLY = 24;

/**
 * How much two screenshots of equal size differ, coarsely: `mean` over all channels, and the share of blocks of 8 by 8
 * pixels whose mean colour differs by more than 24 of 255 in a channel. The browser decodes the pictures.
 */
export async function different(
  context: BrowserContext,
  a: Buffer,
  b: Buffer
): Promise<{ mean: number; blocks: number }> {
  const page = await context.newPage();
  try {
    return await page.evaluate(
      async ([first, second, block, clearly]) => {
        const pixels = async (base64: string) => {
          const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const paint = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
          paint.drawImage(picture, 0, 0);
          return paint.getImageData(0, 0, picture.width, picture.height);
        };
        const [one, two] = [await pixels(first), await pixels(second)];
        if (one.width !== two.width || one.height !== two.height) return { mean: 255, blocks: 1 };
        let sum = 0;
        let differing = 0;
        let count = 0;
        for (let top = 0; top + block <= one.height; top += block) {
          for (let left = 0; left + block <= one.width; left += block) {
            const channels = [0, 0, 0];
            for (let y = top; y < top + block; y++) {
              for (let x = left; x < left + block; x++) {
                for (let channel = 0; channel < 3; channel++) {
                  const at = 4 * (y * one.width + x) + channel;
                  channels[channel]! += two.data[at]! - one.data[at]!;
                }
              }
            }
            const means = channels.map((difference) => Math.abs(difference) / block ** 2);
            sum += (means[0]! + means[1]! + means[2]!) / 3;
            if (Math.max(...means) > clearly) differing++;
            count++;
          }
        }
        return { mean: sum / count, blocks: differing / count };
      },
      [a.toString('base64'), b.toString('base64'), BLOCK_PX, CLEARLY] as const
    );
  } finally {
    await page.close();
  }
}

/** A screenshot that is the same as the one before it: nothing is fading in or still on its way. */
export async function atRest(locator: Locator): Promise<Buffer> {
  for (let last = await locator.screenshot(); ;) {
    const now = await locator.screenshot();
    if (now.equals(last)) return now;
    last = now;
  }
}
