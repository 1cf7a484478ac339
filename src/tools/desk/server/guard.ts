import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

// What keeps the desk to the person who started it. It writes files, so every request has to show where it comes from: a
// page of another site runs in the same browser, reaches the same loopback address, and must get and change nothing.

/** The names and addresses of the machine itself, which nobody else can reach. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1', '[::1]'];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host.toLowerCase());

/** Throws where the desk would be reachable from elsewhere. */
export function requireLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw new Error(
    `the desk does not listen on ${JSON.stringify(host)}: it writes files and asks for no password, so it is for this ` +
      'machine alone. Leave --host out, or write --host 127.0.0.1'
  );
}

export type Request = { method: string; path: string; headers: IncomingHttpHeaders };
export type Desk = { port: number; token: string };
export type Refusal = { status: 403 | 421; message: string };

/** Cookies count for all ports of a machine: the name keeps two desks apart. */
export const cookieName = (port: number): string => `desk-${port}`;

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Why a request is refused; `null` where it may pass. `withToken`: it brought the token in its address, as the link does
 * that the program prints.
 *
 * - The host must be ours: a foreign name that was made to point here (DNS rebinding) is none.
 * - The token must be there: in the cookie, which `SameSite=Strict` keeps from requests that other sites cause.
 * - A change must come from our own page: `SameSite` alone lets the page of another port of this machine pass.
 */
export function refusal({ method, headers }: Request, desk: Desk, withToken: boolean): Refusal | null {
  const host = headers.host ?? '';
  if (!isOwnHost(host, desk.port))
    return { status: 421, message: `This is no desk of ${host || 'a request without a host'}.` };
  const fetchSite = headers['sec-fetch-site'];
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && isRead(method);
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none' && !isNavigation)
    return { status: 403, message: 'The desk answers its own page only.' };
  // A frame could be laid under the pointer of another page.
  if (isNavigation && fetchSite !== 'same-origin' && headers['sec-fetch-dest'] === 'iframe')
    return { status: 403, message: 'The desk stands in no frame.' };
  if (!isRead(method) && headers.origin !== `http://${host}`)
    return { status: 403, message: 'A change must come from the page of the desk.' };
  if (!withToken && !hasCookie(headers.cookie, desk))
    return { status: 403, message: 'Open the desk by the address that it printed when it was started.' };
  return null;
}

function isOwnHost(host: string, port: number): boolean {
  const [, name, given] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  return name !== undefined && isLoopback(name) && Number(given ?? 80) === port;
}

function hasCookie(cookies: string | undefined, { port, token }: Desk): boolean {
  const name = `${cookieName(port)}=`;
  const values = (cookies ?? '').split(/;\s*/).filter((each) => each.startsWith(name));
  return values.some((value) => isToken(value.slice(name.length), token));
}

/** Takes the same time whatever the first letter that differs. */
export function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // The map of the draft, which is served from another port.
  'frame-src http://127.0.0.1:*',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'"
];

/** Sent with every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY.join('; '),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store'
};
