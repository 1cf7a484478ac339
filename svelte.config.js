import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, inlineScript] =
  /<script>([\s\S]*?)<\/script>/.exec(readFileSync(new URL('src/app.html', import.meta.url), 'utf8')) ?? [];
const inlineHash = createHash('sha256')
  .update(inlineScript ?? '')
  .digest('base64');

// In a frame without an origin `'self'` matches nothing in some browsers: where the site's address is known, it is named.
const { SITE_URL = '' } = process.env;
const origin = URL.canParse(SITE_URL) ? [new URL(SITE_URL).origin] : [];
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
          '../tests/bench/scrub/page/variants/leaflet-timeline.ts'
        ]
      })
    },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        // The one script that must run before anything is drawn.
        'script-src': [...self, `sha256-${inlineHash}`],
        'style-src': self,
        'img-src': [...self, 'data:'],
        'font-src': self,
        'connect-src': self,
        'worker-src': self,
        // The share dialog shows the embed before its code is handed out.
        'frame-src': self,
        'manifest-src': self,
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};
