import type { DatasetInfo } from '../../model/dataset.ts';
import { ITEM_TYPES } from '../../model/item-types.ts';
import { originsOf } from '../basemap/basemap-tiles.js';
import { folderOf } from '../../model/language-folder.ts';

/*
 * Settings for file servers, written for this build: a page cannot say of itself who may frame it, how long its files keep,
 * or what its workers may do. docs/deploying.md says where each file goes.
 */

/** `frozen`: whether earlier versions are kept at `v/<version>/`, each a whole site with embeds and workers of its own. */
export type HeadersOf = { info: DatasetInfo; site: string | null; ancestors: string | null; frozen?: boolean };

/** What every file needs: frames without an origin read it (CORS), and so do pages with COEP (the other two). */
const EVERYWHERE: [name: string, value: string][] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['X-Content-Type-Options', 'nosniff']
];
/** The names hold a hash of the content. */
const KEPT = 'public, max-age=31536000, immutable';
/** The names stay from build to build. */
const RENEWED = 'public, max-age=600';
/** A worker has the policy that its own file comes with; for other scripts this header has no meaning. */
const ofWorkers = ({ info }: HeadersOf) =>
  ["default-src 'none'; script-src 'self'; connect-src 'self'", ...originsOf(info.basemap)].join(' ');
/** Nobody else needs to frame a whole page. The rest of its policy is in the page. */
const OF_PAGES = "frame-ancestors 'self'";
/** Beyond what servers know by themselves. */
const TYPES = {
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
  csv: 'text/csv',
  js: 'text/javascript'
};
/** What gets smaller; HTML always does. */
const COMPRESSED = [
  ...new Set([
    ...Object.values(TYPES),
    'application/javascript',
    'application/json',
    'text/css',
    'text/plain',
    'image/svg+xml'
  ])
];
/** Pages of a language besides the first, by the beginning of their path. */
const PAGES = ['about/', ...ITEM_TYPES.map((type) => `${type}/`)];

const SOURCE_OF_FRAMES = /^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:(\d+|\*))?$/;

/** Sites that may embed the map, from `FRAME_ANCESTORS`; `null`: all. */
export function frameAncestors(text: string | undefined = process.env.FRAME_ANCESTORS): string | null {
  const sites = (text ?? '').split(/\s+/).filter(Boolean);
  const wrong = sites.find((site) => !SOURCE_OF_FRAMES.test(site));
  if (wrong !== undefined) {
    throw new Error(
      `FRAME_ANCESTORS has "${wrong}": list sites without a path, e.g. https://news.example https://*.paper.example`
    );
  }
  return sites.length ? sites.join(' ') : null;
}

/** `'self'` is for the preview in the share dialog. */
const ofEmbeds = ({ ancestors }: HeadersOf) => (ancestors === null ? null : `frame-ancestors 'self' ${ancestors}`);

/**
 * The path of the site’s folder on its server: `/` where the address is not known. Of parts side by side it is the folder
 * that holds them: one set of settings is for all.
 */
const folder = ({ info, site }: HeadersOf) => {
  const path = site === null ? '/' : new URL(site).pathname;
  return info.part ? path.replace(/[^/]+\/$/, '') : path;
};

/** An expression for the beginning of a path in it, or in an earlier version; of any path where the address is not known. */
const rootPattern = (of: HeadersOf) =>
  of.site === null ? '/' : `^${folder(of).replaceAll('.', '\\.')}${of.info.part ? '[^/]+/' : ''}(v/[^/]+/)?`;

const folders = ({ info }: HeadersOf) => info.languages.map(folderOf);

/** An expression for the paths of all embeds, below the site's folder. */
const embedPattern = (of: HeadersOf) =>
  `(${folders(of)
    .map((name) => name.replace('.', '\\.'))
    .join('|')})embed/`;

/** `_headers`, which Netlify, Cloudflare Pages and others read at the root of what they serve. */
export function underscoreHeaders(of: HeadersOf): string {
  const rule = (path: string, headers: [string, string][]) =>
    [folder(of) + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const policy = (value: string): [string, string][] => [['Content-Security-Policy', value]];
  const embeds = ofEmbeds(of);
  const sites = of.info.part ? [':part/'] : of.frozen ? ['', 'v/:version/'] : [''];
  // Where two rules fit, some of these hosts send both values: so no path has the same header from two. What is not kept
  // for ever they ask for again each time, which is right for the rest.
  return [
    `# Who may frame what, what is kept, what workers may do. Written at build; see docs/deploying.md.`,
    rule('*', EVERYWHERE),
    ...sites.flatMap((site) => [
      rule(`${site}_app/immutable/*`, [['Cache-Control', KEPT], ...policy(ofWorkers(of))]),
      rule(`${site}service-worker.js`, policy(ofWorkers(of))),
      rule(`${site}embed.d.ts`, [['Content-Type', 'text/plain; charset=utf-8']]),
      rule(`${site}data/events.geojson`, [['Content-Type', TYPES.geojson]]),
      rule(`${site}data/claims.jsonld`, [['Content-Type', TYPES.jsonld]]),
      ...folders(of).flatMap((name) => [
        rule(site + name, policy(OF_PAGES)),
        ...PAGES.map((page) => rule(`${site}${name}${page}*`, policy(OF_PAGES))),
        ...(embeds === null ? [] : [rule(`${site}${name}embed/*`, policy(embeds))])
      ])
    ]),
    ''
  ].join('\n');
}

/** The first of two files for nginx: what stands in its `http` block. */
export function nginxHttp(of: HeadersOf): string {
  const name = variable(of);
  const root = rootPattern(of);
  return `# For the http block, after mime.types; on Debian, copy it into /etc/nginx/conf.d/. Written at build.
map $uri $${name}_cache {
  default "${RENEWED}";
  "~${root}_app/immutable/" "${KEPT}";
}
map $uri $${name}_policy {
  default "${OF_PAGES}";
  "~${root}(_app/immutable/|service-worker\\.js$)" "${ofWorkers(of)}";
  "~${root}${embedPattern(of)}" "${ofEmbeds(of) ?? ''}";
}
types {
  ${TYPES.geojson} geojson;
  ${TYPES.jsonld} jsonld;
  ${TYPES.csv} csv;
}
`;
}

/** The second: what stands in the `location` of the map. */
export function nginxLocation(of: HeadersOf): string {
  const name = variable(of);
  return `# For the location of the map: location ${folder(of)} { include …; }. Needs nginx-http.conf. Written at build.
#
# add_header in a location switches off those of the server around it. For a policy of the whole server that is right: it
# would take the map's styles away. Repeat the others here that the map should send too, such as Strict-Transport-Security
# (from nginx 1.29.3 on, "add_header_inherit merge;" keeps them all: then the policy too).
${EVERYWHERE.map(([header, value]) => `add_header ${header} "${value}";`).join('\n')}
add_header Cache-Control $${name}_cache;
add_header Content-Security-Policy $${name}_policy;

index index.html;
charset utf-8;
gzip on;
gzip_vary on;
gzip_min_length 1000;
gzip_types ${COMPRESSED.join(' ')};

location ~ /embed\\.d\\.ts$ {
  types { }
  default_type text/plain;
}
`;
}

/** For Apache 2.4: as `.htaccess` in the map’s folder, or in its `<Directory>`. */
function apache(of: HeadersOf): string {
  const embeds = ofEmbeds(of);
  const root = rootPattern(of);
  const when = (pattern: string, ...lines: string[]) =>
    [`  <If "%{REQUEST_URI} =~ m#${root}${pattern}#">`, ...lines.map((line) => `    ${line}`), '  </If>'].join('\n');
  const policy = (value: string) => `Header set Content-Security-Policy "${value}"`;
  return `# For Apache 2.4: copy it to .htaccess in the map's folder (AllowOverride FileInfo Indexes), or include it in its
# <Directory>. Written at build.
<IfModule mod_headers.c>
${EVERYWHERE.map(([header, value]) => `  Header set ${header} "${value}"`).join('\n')}
  Header set Cache-Control "${RENEWED}"
  # A policy of the whole server would take the map's styles away.
  Header always unset Content-Security-Policy
  ${policy(OF_PAGES)}
${when('_app/immutable/', `Header set Cache-Control "${KEPT}"`, policy(ofWorkers(of)))}
${when('service-worker\\.js$', policy(ofWorkers(of)))}
${when(embedPattern(of), embeds === null ? 'Header unset Content-Security-Policy' : policy(embeds))}
</IfModule>
DirectoryIndex index.html
${Object.entries(TYPES)
  .map(([extension, type]) => `AddType ${type} .${extension}`)
  .join('\n')}
<Files "embed.d.ts">
  ForceType text/plain
</Files>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html ${COMPRESSED.join(' ')}
</IfModule>
`;
}

/** Two maps on one server have variables of their own. */
const variable = ({ info }: HeadersOf) => info.embed.element.replaceAll('-', '_');

/** By name, in the folder `headers/` of the build. */
export const HEADER_FILES: Record<string, (of: HeadersOf) => string> = {
  'nginx-http.conf': nginxHttp,
  'nginx-location.conf': nginxLocation,
  'apache.htaccess': apache
};
