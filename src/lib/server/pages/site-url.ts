/**
 * The site's future address, from `SITE_URL`, with a trailing slash; null if it is not set. A build works at any
 * address, so it is never guessed; what needs an address is left out.
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
