import type { Handle } from '@sveltejs/kit';
import { SOURCE } from '$lib/model/language-folder.ts';
import { withUsedStyles } from '$lib/server/pages/used-styles.ts';

/**
 * Writes the language of a page into `<html lang>`. Pages of items, which are many, get only the styles that they need.
 * Runs at build only, once for each page.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html.replace('%language%', event.params.lang ?? SOURCE);
      return event.params.type ? withUsedStyles(page) : page;
    }
  });
