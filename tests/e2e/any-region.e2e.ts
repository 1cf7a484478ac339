import { otherRegion } from '../other-region.ts';
import { goThrough, speakingOfThePublished } from './region/go-through.ts';
import { test } from './site.ts';

/* What `GEODATA_DIR=my-region npm test` sees in the browser: the build of that folder, from its map to its embed. */

test('the site of this region can be read and used, on a desktop and a phone', async ({ site, page }) => {
  site.letMapCome();
  await goThrough(page, site.url(), { mayName: speakingOfThePublished(otherRegion() ?? 'geodata').length > 0 });
});
