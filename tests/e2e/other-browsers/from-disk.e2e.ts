import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD } from '../static-server.ts';
import { test } from './test.ts';

test('opened from a disk, a page says what to do', async ({ visit }) => {
  visit.refusing = true;
  await visit.goto(pathToFileURL(join(BUILD, 'event/september-clash/index.html')).href);
  await visit.shows('[data-disk]', 'opened from a disk');
  await visit.until(() => document.querySelector('h1')!.checkVisibility());
  await visit.look('disk');
});
