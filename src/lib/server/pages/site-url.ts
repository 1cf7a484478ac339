/**
 * The address that the site will have, from `SITE_URL`, with a slash at its end; null where it is not set. A build is
 * made for any place: an address is never guessed, and what needs one is left out.
 */
export function siteUrl(text: string | undefined = process.env.SITE_URL): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `SITE_URL is "${text}": give the address of the map's folder, e.g. https://example.org/maps/northern-kosovo/`
    );
  }
  return url.href.replace(/\/*$/, '/');
}
