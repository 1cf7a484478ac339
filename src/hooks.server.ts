import type { Handle } from '@sveltejs/kit';
import { SOURCE } from '$lib/model/language-folder.ts';

/** The language of a page, in `<html lang>`. Runs at build only, once for each page. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => html.replace('%language%', event.params.lang ?? SOURCE) });
