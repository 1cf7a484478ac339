import { groundInPage } from '$lib/map/ground.ts';

/** The static map's ground: from the page where it is drawn there already, else from a file of its own. */
export async function load({ data }) {
  const drawn = typeof document === 'undefined' ? null : groundInPage(document);
  return { ...data, ground: drawn ?? (await import('virtual:static-ground')).default };
}
