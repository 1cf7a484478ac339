import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDesk, type RunningDesk } from '../../../../../src/tools/desk/server/desk-server.ts';

type Heard = { status: number; body: string; headers: Record<string, unknown> };

let desk: RunningDesk;
let cookie: string;
/** What the API was asked, past the guard. */
const heard: string[] = [];

beforeAll(async () => {
  const page = new Map([['/index.html', { body: '<title>Desk</title>', type: 'text/html' }]]);
  desk = await startDesk(async ({ method }, path) => {
    heard.push(`${method} ${path}`);
    return { body: { secret: 'a text' } };
  }, page);
  cookie = String(
    (await ask('GET', new URL(desk.address).search ? `/${new URL(desk.address).search}` : '/')).headers['set-cookie']
  ).split(';')[0]!;
});
afterAll(() => desk.close());

/** A request with whatever headers: `fetch` would not send a foreign Host or Origin. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Heard> {
  const { hostname, port } = new URL(desk.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let body = '';
      response.on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

const own = () => ({ cookie, origin: desk.origin, 'sec-fetch-site': 'same-origin' });

test('the link that is printed opens the desk, and its token goes into a strict cookie', async () => {
  const opened = await ask('GET', `/${new URL(desk.address).search}`);
  expect(opened.status).toBe(200);
  expect(String(opened.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  expect(opened.body).not.toContain(new URL(desk.address).searchParams.get('token'));
  expect((await ask('GET', '/', { cookie })).body).toContain('Desk');
});

test('the page of the desk may read and write', async () => {
  expect(await ask('GET', '/api/desk', own())).toMatchObject({ status: 200 });
  expect(await ask('PUT', '/api/drafts/x', own())).toMatchObject({ status: 200 });
});

describe('refused, and nothing reaches the API:', () => {
  const cases: [string, string, string, () => Record<string, string>][] = [
    ['no token', 'GET', '/api/desk', () => ({})],
    [
      'a wrong token',
      'GET',
      '/api/desk',
      () => ({ cookie: cookie.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x')) })
    ],
    ['a token in another address', 'GET', `/api/desk?token=x`, () => ({})],
    ['a foreign host (DNS rebinding)', 'GET', '/api/desk', () => ({ ...own(), host: 'attacker.example' })],
    [
      'a foreign host with our port',
      'GET',
      '/api/desk',
      () => ({ ...own(), host: `attacker.example:${new URL(desk.origin).port}` })
    ],
    ['our host with another port', 'GET', '/api/desk', () => ({ ...own(), host: '127.0.0.1:1' })],
    [
      'a host that begins like ours',
      'GET',
      '/api/desk',
      () => ({ ...own(), host: `127.0.0.1.nip.io:${new URL(desk.origin).port}` })
    ],
    [
      'a read by another site',
      'GET',
      '/api/desk',
      () => ({ cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })
    ],
    ['a read by another port of this machine', 'GET', '/api/desk', () => ({ cookie, 'sec-fetch-site': 'same-site' })],
    ['a write without an origin', 'PUT', '/api/drafts/x', () => ({ cookie })],
    ['a write by another site', 'PUT', '/api/drafts/x', () => ({ cookie, origin: 'https://attacker.example' })],
    ['a write from a frame without an origin', 'POST', '/api/texts', () => ({ cookie, origin: 'null' })],
    ['a write by another port of this machine', 'POST', '/api/texts', () => ({ cookie, origin: 'http://127.0.0.1:1' })],
    [
      'a form that another site sends',
      'POST',
      '/api/texts',
      () => ({
        cookie,
        origin: 'https://attacker.example',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-site': 'cross-site'
      })
    ],
    [
      'a frame in another site’s page',
      'GET',
      '/',
      () => ({ cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })
    ]
  ];
  test.each(cases)('%s', async (_name, method, path, headers) => {
    const before = heard.length;
    const answer = await ask(method, path, headers());
    expect([403, 421]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
    expect(heard.length).toBe(before);
  });
});

test('every answer, refusals too, lets no other origin use it', async () => {
  for (const answer of [
    await ask('GET', '/api/desk', own()),
    await ask('GET', '/'),
    await ask('GET', '/none', own())
  ]) {
    expect(answer.headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff'
    });
    expect(String(answer.headers['content-security-policy'])).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  }
});

test.each(['0.0.0.0', '::', '192.168.1.20', 'example.org', ''])(
  'it does not listen on “%s”, and says why',
  async (host) => {
    const start = startDesk(async () => null, new Map(), { host });
    await expect(start).rejects.toThrow(/for this machine alone/);
  }
);
