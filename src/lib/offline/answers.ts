/*
 * What a server's answers are worth. Many hosts answer what they lack with a page and "200 OK", or send the reader to
 * another address: what is kept of that would stand for the file until the next build.
 */

/** Whether `answer` is the file of `path`, and may be kept as such: from there, or for a page from there without its slash. */
export function isFile(path: string, { status, redirected, url, headers }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  if (status !== 200 || (redirected && !isWithoutSlash(path, url))) return false;
  if (path.endsWith('/')) return /^text\/html\b/.test(type);
  if (path.endsWith('.js')) return /javascript/.test(type);
  return !/\bhtml\b/.test(type);
}

/** Whether a host sent from the page at `path` to `url`, as some do with all that end in a slash. */
const isWithoutSlash = (path: string, url: string) =>
  path.endsWith('/') && url === globalThis.location.origin + path.slice(0, -1);

/**
 * Whether a navigation's answer is the server's last word: the page, the way to another one, or that there is none any
 * more. All else (403, 408, 429, 5xx, another type) may be different a minute later.
 */
export function isFinal({ ok, status, type, headers }: Response): boolean {
  if (type === 'opaqueredirect' || status === 404 || status === 410) return true;
  return ok && /^text\/html\b/.test(headers.get('content-type') ?? '');
}

/** What comes before the body of a page; the rest need not have arrived. */
export async function headOf(page: Response): Promise<string> {
  const reader = page.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (!text.includes('</head>')) continue;
    void reader.cancel();
    return text.slice(0, text.indexOf('</head>'));
  }
}
