import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { basemapTiles, originsOf } from './src/lib/server/basemap/basemap-tiles.js';

/** The data folder: another region is another one. */
const GEODATA = process.env.GEODATA_DIR ?? 'geodata';

const [, inlineScript] =
  /<script>([\s\S]*?)<\/script>/.exec(readFileSync(new URL('src/app.html', import.meta.url), 'utf8')) ?? [];
const inlineHash = createHash('sha256')
  .update(inlineScript ?? '')
  .digest('base64');

/**
 * The version of a build: a hash of all that it is made of. Equal input gives an equal build, which no reader fetches
 * twice. SvelteKit's own is the time of the build.
 */
function contentVersion() {
  const { SITE_URL = '', FRAME_ANCESTORS = '', FROZEN_DIR = '' } = process.env;
  const hash = createHash('sha256').update(JSON.stringify([SITE_URL, FRAME_ANCESTORS]));
  const root = fileURLToPath(new URL('.', import.meta.url));
  /** Files by a name that does not depend on where their folder is; what is missing is told by what reads it. */
  const filesIn = (/** @type {string} */ name, /** @type {string} */ path) => {
    const folder = resolve(root, path);
    if (path === '' || !existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ name: `${name}/${relative(folder, file).replaceAll('\\', '/')}`, file }));
  };
  const files = [
    ...['package-lock.json', 'svelte.config.js', 'vite.config.ts'].map((name) => ({ name, file: join(root, name) })),
    ...['src', 'static'].flatMap((name) => filesIn(name, name)),
    ...filesIn('geodata', GEODATA),
    ...filesIn('FROZEN_DIR', FROZEN_DIR)
  ];
  // Sorted by code unit, as file systems and languages have other orders.
  for (const { name, file } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const bytes = readFileSync(file);
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

// In a frame without an origin `'self'` matches nothing in some browsers: where the site's address is known, it is named.
const site = process.env.SITE_URL ?? '';
const origin = URL.canParse(site) ? [new URL(site).origin] : [];
/** @type {any[]} */
const self = ['self', ...origin];

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    // Of each component; in the page some thousand times, so it is short.
    cssHash: ({ hash, filename, css }) => `s-${hash(filename === '(unknown)' ? css : filename).slice(0, 4)}`
  },
  kit: {
    adapter: adapter({ strict: true }),
    version: { name: contentVersion() },
    // Relative paths: the same build works at a domain's root and under any sub-path.
    paths: { relative: true },
    // Styles stand in the page: a file of its own would be fetched only after it, and nothing rendered until then.
    inlineStyleThreshold: Infinity,
    // Registered by hand (src/lib/offline/register.ts): embeds must not, and the first view comes before it. What else
    // lies in static/ is for other sites and for those who host this one.
    serviceWorker: { register: false, files: (file) => file === 'favicon.svg' },
    typescript: {
      config: (config) => ({
        ...config,
        // An example page as people write it, served as it is; and two files that need what only their benchmark installs.
        exclude: [
          ...config.exclude,
          '../tests/bench/bare/**',
          '../tests/bench/scrub/node_modules/**',
          '../tests/bench/scrub/page/variants/deck.ts',
          '../tests/bench/scrub/page/variants/deck-grid.ts',
          '../tests/bench/scrub/page/variants/leaflet-timeline.ts'
        ]
      })
    },
    prerender: {
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      // A data set may have no items with pages, and its record may be one page.
      handleUnseenRoutes({ routes, message }) {
        if (routes.some((route) => !/\[type=item\]|\/record\//.test(route))) throw new Error(message);
      }
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        // The one script that must run before anything is drawn.
        'script-src': [...self, `sha256-${inlineHash}`],
        'style-src': self,
        'img-src': [...self, 'data:'],
        'font-src': self,
        // Tiles from elsewhere, where the data name some.
        'connect-src': [...self, ...originsOf(basemapTiles(GEODATA))],
        'worker-src': self,
        // The share dialog shows the embed before its code is handed out.
        'frame-src': self,
        'manifest-src': self,
        'base-uri': ['none'],
        'form-action': ['none'],
        // No text becomes markup or the address of a script, but by these: Svelte's templates, `offline/register.ts`,
        // `ui/worker-policy.ts`.
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'service-worker', 'default']
      }
    }
  }
};
