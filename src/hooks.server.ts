import type { Handle } from '@sveltejs/kit';
import { SOURCE } from '$lib/model/language-folder.ts';
import { withPolicyFirst } from '$lib/server/pages/policy-first.ts';
import { withUsedStyles } from '$lib/server/pages/used-styles.ts';

/**
 * Writes the language of a page into `<html lang>`, and its policy before its first script. Pages of items, which are many,
 * get only the styles that they need. Runs at build only, once for each page.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = withPolicyFirst(html.replace('%language%', event.params.lang ?? SOURCE));
      return event.params.type ? withUsedStyles(page) : page;
    }
  });
