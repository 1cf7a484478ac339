/** The address of a script of this name, and nothing after it but a query. */
const OWN = /^(https?:\/\/[^\s()]+\/)embed\.js(?:[?#][^\s()]*)?$/;
/** The first frame of a stack in Chromium (`at https://…`, `at f (https://…`) and elsewhere (`module code@https://…`). */
const FRAME = /^(?:\s*at (?:[^\s()]+ \()?|[\w ]*@)(https?:[^\s()]+):\d+:\d+\)?$/;

/**
 * The folder of the site from its own script: `script` is the element that runs, `stack` where the code runs, for a
 * script of type module, which no element tells. `null` where it is not known: the code is in a bundle, in the page, or
 * was run by a loader. Another script of the page is never taken for it.
 */
export function ownAddress(script: unknown, stack = ''): string | null {
  const src = script instanceof HTMLScriptElement ? script.src : '';
  const first = stack.split('\n').find((line) => /^\s*at |@/.test(line)) ?? '';
  return OWN.exec(src || (FRAME.exec(first)?.[1] ?? ''))?.[1] ?? null;
}

/** The folder that an address names: with or without a slash at its end, or of a file in it; `null` for none. */
export function siteFolder(address: string): string | null {
  let url: URL;
  try {
    // Not URL.canParse, which the oldest browsers that are supported do not have.
    url = new URL(address, document.baseURI);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  return url.origin + url.pathname.replace(/\/[^/]*\.\w+$|\/?$/, '/');
}
