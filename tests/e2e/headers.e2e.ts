import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';
import { nginxHttp, nginxLocation } from '../../src/lib/server/pages/headers.ts';
import { folderOf } from '../../src/lib/model/language-folder.ts';
import { findNginx } from './find-nginx.ts';
import { freePort } from './listen.ts';
import { BUILD } from './static-server.ts';
import { expect, test } from '@playwright/test';

const { info } = loadDataset();
const nginx = findNginx();

/** The answer's headers and how many bytes came, as they are. */
const ask = (url: string) =>
  new Promise<{ headers: IncomingHttpHeaders; bytes: number }>((resolve, reject) =>
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => resolve({ headers: response.headers, bytes }));
    }).on('error', reject)
  );

test.describe('nginx with the files of the build', () => {
  test.skip(nginx === null, 'nginx is not installed');
  let child: ChildProcess;
  let folder: string;
  let open: string;
  let closed: string;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    const [port, other] = [await freePort(), await freePort()];
    [open, closed] = [`http://127.0.0.1:${port}/some/map/`, `http://127.0.0.1:${other}/some/map/`];
    const written = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const limited = { info, site: closed, ancestors: 'https://news.example' };
    // Another map's name: two of them on one server.
    const second = { ...limited, info: { ...info, embed: { ...info.embed, element: 'another-map' } } };
    const temporary = ['client_body', 'proxy'].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
    const server = (at: number, location: string) => `server {
      listen 127.0.0.1:${at};
      add_header Content-Security-Policy "default-src 'self'; object-src 'none'";
      location /some/map/ {
        alias ${BUILD}/;
        include ${location};
        add_header Strict-Transport-Security "max-age=31536000";
      }
    }`;
    const config = written(
      'nginx.conf',
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
      events {}
      http {
        access_log off; default_type application/octet-stream; ${temporary.join(' ')}
        types { text/html html; text/css css; application/javascript js; application/json json; image/svg+xml svg; image/png png; font/woff2 woff2; video/mp2t ts; }
        include ${written('http.conf', nginxHttp({ info, site: null, ancestors: null }))};
        include ${written('second-http.conf', nginxHttp(second))};
        ${server(port, written('location.conf', nginxLocation({ info, site: null, ancestors: null })))}
        ${server(other, written('second-location.conf', nginxLocation(second)))}
      }`
    );
    child = spawn(nginx!, ['-c', config, '-p', folder, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
    await expect(async () => void (await ask(open))).toPass();
  });

  test.afterAll(async () => {
    child.kill();
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  });

  test('each file has its type, is kept as long as its name is good for, and comes compressed', async () => {
    const page = await ask(open);
    const script = /<script type="module" async src="\.\/([^"]+)"/.exec(await (await fetch(open)).text())![1]!;
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(page.headers['cross-origin-embedder-policy']).toBe('require-corp');
    const keeps = async (path: string) => (await ask(open + path)).headers['cache-control'];
    expect(await keeps(script)).toBe('public, max-age=31536000, immutable');
    for (const path of ['', 'embed/', 'embed.js', 'service-worker.js', 'data/claims.csv'])
      expect(await keeps(path), path).toBe('public, max-age=600');
    for (const [path, type] of [
      ['data/events.geojson', 'application/geo+json'],
      ['data/claims.jsonld', 'application/ld+json'],
      ['data/claims.csv', 'text/csv'],
      ['embed.d.ts', 'text/plain'],
      ['embed.js', 'javascript']
    ] as const) {
      const { headers } = await ask(open + path);
      expect(headers['content-type'], path).toContain(type);
      expect(headers['content-encoding'], path).toBe('gzip');
      for (const name of ['access-control-allow-origin', 'cross-origin-resource-policy', 'x-content-type-options'])
        expect(headers[name], `${path} ${name}`).toBeDefined();
    }
    expect((await ask(`${open}data/events.geojson`)).bytes).toBeLessThan(60_000);
  });

  test('who may frame what: embeds in every language and the pages around them', async () => {
    const policy = async (url: string) => (await ask(url)).headers['content-security-policy'];
    for (const folder of info.languages.map(folderOf)) {
      expect(await policy(`${closed}${folder}embed/`), folder).toBe("frame-ancestors 'self' https://news.example");
      expect(await policy(`${open}${folder}embed/`), folder).toBeUndefined();
      for (const path of ['', 'about/']) expect(await policy(open + folder + path)).toBe("frame-ancestors 'self'");
    }
    // A worker has the policy of its own file.
    const worker = readdirSync(join(BUILD, '_app/immutable/workers')).map((name) => `_app/immutable/workers/${name}`);
    for (const path of ['service-worker.js', ...worker])
      expect(await policy(open + path), path).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
  });

  test('the map has its styles and its worker, though the server has a policy for all its pages', async ({ page }) => {
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${open}embed/?day=2023-09-24`);
    await expect(page.locator('h1 time')).toHaveText('24 September 2023');
    await page.locator('[data-map-state="ready"]').waitFor();
    expect(await page.locator('.embed').evaluate((embed) => getComputedStyle(embed).display)).toBe('flex');
    expect(problems).toEqual([]);
  });
});
