import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ strict: true }),
    // Relative paths: the same build works at a domain's root and under any sub-path.
    paths: { relative: true },
    // Registered by hand (src/lib/offline/register.ts): embeds must not, and the first view comes before it.
    serviceWorker: { register: false, files: (file) => !file.endsWith('.png') },
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
        'script-src': ['self'],
        'style-src': ['self'],
        // One attribute only: the visually hidden region in which SvelteKit announces a change of page.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        // The share dialog shows the embed before its code is handed out.
        'frame-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};
