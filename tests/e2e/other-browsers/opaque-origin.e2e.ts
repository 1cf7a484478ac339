import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { listen } from '../listen.ts';
import { BUILD } from '../static-server.ts';
import { expect, test } from './test.ts';

/** The embed on an origin of its own, its files open to all, as an opaque origin asks for them by CORS. */
async function serveMap(
  policyOf: (policy: string, origin: string) => string
): Promise<{ server: Server; map: string }> {
  const files = sirv(BUILD, {
    dev: true,
    setHeaders: (response) => response.setHeader('access-control-allow-origin', '*')
  });
  let origin = '';
  const page = readFileSync(join(BUILD, 'embed/index.html'), 'utf8');
  const server = createServer((request, response) => {
    if (new URL(request.url!, 'http://map').pathname !== '/embed/') return files(request, response);
    const html = page.replace(/(?<=content-security-policy" content=")[^"]+/, (policy) => policyOf(policy, origin));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  origin = await listen(server);
  return { server, map: `${origin}/embed/` };
}

const POLICIES = {
  'whose policy says only “self”': (policy: string) => policy,
  // As a build with SITE_URL writes it.
  'whose policy names its origin': (policy: string, origin: string) => policy.replaceAll("'self'", `'self' ${origin}`)
};

for (const [which, policyOf] of Object.entries(POLICIES))
  test(`in a frame with an opaque origin, a build ${which} shows its first view`, async ({ visit, engine }) => {
    const { server, map } = await serveMap(policyOf);
    const host = createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<title>Host</title><iframe width="600" height="700" sandbox="allow-scripts" src="${map}?day=2023-09-24"></iframe>`
        )
    );
    await visit.goto(await listen(host));
    await visit.intoFrame();
    const named = which.includes('names');
    await visit.shows('h1 time', named || engine === 'firefox' ? '24 September 2023' : '31 December 2023');
    await visit.until(() =>
      ['h1 time', '.events [data-event]', '.stage svg'].every((selector) =>
        document.querySelector(selector)!.checkVisibility({ visibilityProperty: true })
      )
    );
    expect(await visit.evaluate(() => self.origin)).toBe('null');
    // Styled: a font of the list, not the browser's own.
    expect(await visit.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Noto Sans');
    await visit.look(named ? 'named' : 'self');
    visit.refusing = !named;
    for (const each of [server, host]) each.close();
  });
