import type { Handle } from '@sveltejs/kit';
import { SOURCE } from '$lib/model/language-folder.ts';
import { withPolicyFirst } from '$lib/server/pages/policy-first.ts';
import { withFonts, withUsedStyles } from '$lib/server/pages/used-styles.ts';
import fonts from '$lib/ui/fonts.css?url';

/**
 * Writes the language of a page into `<html lang>`, its policy before its first script, and the style sheet of the fonts to
 * its end. Pages of items and of a record, which are many, get only the styles that they need. Runs at build only, once
 * for each page.
 */
export const handle: Handle = ({ event, resolve }) => {
  const root = '../'.repeat(event.url.pathname.split('/').length - 2) || './';
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = withPolicyFirst(html.replace('%language%', event.params.lang ?? SOURCE));
      // Svelte's comments are for hydration; in the record there are hundreds.
      const own = event.params.page ? page.replace(/<!--.*?-->/g, '') : page;
      return withFonts(event.params.type || event.params.page ? withUsedStyles(own) : own, root + fonts.slice(1));
    }
  });
};
