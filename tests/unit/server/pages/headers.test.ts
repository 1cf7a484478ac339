import { afterEach, expect, test, vi } from 'vitest';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { frameAncestors, HEADER_FILES, underscoreHeaders } from '../../../../src/lib/server/pages/headers.ts';

const { info } = loadDataset();
const OPEN = { info, site: null, ancestors: null };
const CLOSED = { info, site: 'https://e.example/a.b/map/', ancestors: 'https://news.example' };

afterEach(() => vi.unstubAllEnvs());

test('each language’s embed may be framed by the sites that are named, and by the site itself for the preview', () => {
  const text = underscoreHeaders(CLOSED);
  for (const folder of ['', 'sq/', 'sr-Latn/', 'sr-Cyrl/'])
    expect(text).toContain(
      `/a.b/map/${folder}embed/*\n  Content-Security-Policy: frame-ancestors 'self' https://news.example\n`
    );
  expect(underscoreHeaders(OPEN)).not.toContain('embed/*');
});

test('an earlier version that is kept is framed by the same sites, and its workers have their policy', () => {
  const policyOf = (path: string) => {
    // The first is about how long files keep.
    const [, ...patterns] = HEADER_FILES['nginx-http.conf']!(CLOSED).matchAll(/"~(\^[^"]+)" "([^"]*)";/g);
    return patterns.filter(([, pattern]) => new RegExp(pattern!).test(path)).map(([, , value]) => value);
  };
  const kept = underscoreHeaders({ ...CLOSED, frozen: true });
  for (const folder of ['', 'sq/']) {
    expect(policyOf(`/a.b/map/v/1.0.0/${folder}embed/`)).toEqual(["frame-ancestors 'self' https://news.example"]);
    expect(kept).toContain(
      `/a.b/map/v/:version/${folder}embed/*\n  Content-Security-Policy: frame-ancestors 'self' https`
    );
  }
  for (const file of ['service-worker.js', '_app/immutable/workers/w.js'])
    expect(policyOf(`/a.b/map/v/1.0.0/${file}`)).toEqual([expect.stringMatching(/^default-src 'none'/)]);
  expect(underscoreHeaders(CLOSED)).not.toContain('/v/');
});

test('no path has the same header from two rules, which some hosts would join', () => {
  const rules = underscoreHeaders({ ...CLOSED, frozen: true })
    .split(/\n(?=\/)/)
    .slice(1)
    .map((rule) => {
      const [path, ...lines] = rule.trim().split('\n');
      return { path: path!, names: lines.map((line) => line.split(':')[0]!.trim()) };
    });
  const fits = (pattern: string, path: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  for (const { path } of rules) {
    const names = rules.filter((rule) => fits(rule.path, path.replace('*', 'x'))).flatMap((rule) => rule.names);
    expect(new Set(names).size, path).toBe(names.length);
  }
});

test('where the site’s path is known, its expressions begin with it, and a dot in it is a dot', () => {
  for (const [name, write] of Object.entries(HEADER_FILES)) {
    const text = write(CLOSED);
    if (name !== 'nginx-location.conf') expect(text, name).toContain('^/a\\.b/map/(v/[^/]+/)?_app/immutable/');
    expect(text, name).not.toContain('undefined');
  }
});

test('sites that may embed are given as sites; anything else stops the build', () => {
  expect(frameAncestors('')).toBeNull();
  expect(frameAncestors(' https://news.example  https://*.paper.example:8443 ')).toBe(
    'https://news.example https://*.paper.example:8443'
  );
  for (const text of ['news.example', "'self'", 'https://news.example/path', 'https://a.example;', 'https://a"b'])
    expect(() => frameAncestors(text), text).toThrow('FRAME_ANCESTORS');
});

test('the policy of the pages names the site’s origin, which a frame without one needs', async () => {
  vi.stubEnv('SITE_URL', CLOSED.site);
  vi.resetModules();
  const { default: config } = (await import('../../../../svelte.config.js')) as {
    default: { kit: { csp: { directives: Record<string, string[]> } } };
  };
  const { directives } = config.kit.csp;
  for (const kind of ['script', 'style', 'img', 'font', 'connect', 'worker'])
    expect(directives[`${kind}-src`], kind).toContain('https://e.example');
});

test('of parts side by side one set of settings is for all, from the folder that holds them', () => {
  const part = { ...CLOSED, info: { ...info, part: '2023' }, site: 'https://e.example/a.b/map/2023/' };
  const text = underscoreHeaders(part);
  expect(text).toContain('\n/a.b/map/*\n');
  expect(text).toContain('\n/a.b/map/:part/sq/embed/*\n');
  expect(text).not.toContain('/2023/');
  expect(underscoreHeaders({ ...part, site: null })).toContain('\n/:part/_app/immutable/*\n');
  const [, ...patterns] = HEADER_FILES['nginx-http.conf']!(part).matchAll(/"~(\^[^"]+)" "([^"]*)";/g);
  for (const path of ['/a.b/map/2023/embed/', '/a.b/map/1990-1994/sq/embed/'])
    expect(patterns.filter(([, pattern]) => new RegExp(pattern!).test(path)).map(([, , value]) => value)).toEqual([
      "frame-ancestors 'self' https://news.example"
    ]);
});
