import type { Handle } from '@sveltejs/kit';
import { SOURCE } from '$lib/model/language-folder.ts';
import { withUsedStyles } from '$lib/server/pages/used-styles.ts';

/**
 * The language of a page, in `<html lang>`; and of the styles those that it needs, where it is one of many. Runs at build
 * only, once for each page.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html.replace('%language%', event.params.lang ?? SOURCE);
      return event.params.type ? withUsedStyles(page) : page;
    }
  });
