import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cookieName, isToken, refusal, requireLoopback, SECURITY_HEADERS, type Desk } from './guard.ts';
import { Refused, send, type Answer } from './http.ts';
import type { PageFiles } from './page-files.ts';

/** Answers a request below `/api/`; `null` where no route has this method and path. */
export type Api = (request: IncomingMessage, path: string) => Promise<Answer | null>;

export type RunningDesk = {
  /** With the token: whoever has it may use the desk. */
  address: string;
  origin: string;
  close: () => Promise<void>;
};

/** Starts the desk: its API and the files of its page, on the loopback address alone. Throws for any other address. */
export async function startDesk(
  api: Api,
  page: PageFiles,
  { host = '127.0.0.1', port = 0 } = {}
): Promise<RunningDesk> {
  requireLoopback(host);
  const desk: Desk = { port: 0, token: randomBytes(24).toString('base64url') };
  const server = createServer((request, response) => void answer(request, response, desk, api, page));
  await listen(server, host, port);
  desk.port = (server.address() as AddressInfo).port;
  const origin = `http://${host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host}:${desk.port}`;
  return {
    address: `${origin}/?token=${desk.token}`,
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/[[\]]/g, ''), () => resolve());
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  desk: Desk,
  api: Api,
  page: PageFiles
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk');
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const method = request.method ?? 'GET';
  const isLink = url.pathname === '/' && isToken(url.searchParams.get('token') ?? '', desk.token);
  const refused = refusal({ method, path: url.pathname, headers: request.headers }, desk, isLink);
  if (refused) return send(response, { status: refused.status, body: refused.message });
  try {
    if (isLink) return send(response, takeToken(desk));
    if (url.pathname.startsWith('/api/')) {
      const found = await api(request, url.pathname.slice('/api'.length) + url.search);
      return send(response, found ?? { status: 404, body: { message: 'The desk has no such thing.' } });
    }
    // Asked for by the browser itself.
    if (url.pathname === '/favicon.ico') return send(response, { status: 204, body: '' });
    const file = page.get(url.pathname === '/' ? '/index.html' : url.pathname);
    send(response, file ?? { status: 404, body: 'The desk has no such file.' });
  } catch (error) {
    if (error instanceof Refused)
      return send(response, { status: error.status, body: { message: error.message, ...error.more } });
    console.error(error);
    send(response, { status: 500, body: { message: error instanceof Error ? error.message : String(error) } });
  }
}

/**
 * The token goes from the address into a cookie, and the address without it is opened: it stays out of the history. Not a
 * redirect: if the link was followed from another site’s page, no strict cookie would come with that.
 */
function takeToken({ port, token }: Desk): Answer {
  return {
    body: '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Desk</title>',
    type: 'text/html; charset=utf-8',
    headers: { 'Set-Cookie': `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict` }
  };
}
