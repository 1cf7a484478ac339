import type { Plugin } from 'vite';

/** Runs something once the pages of a build are written. */
export function afterBuild(name: string, run: () => void): Plugin {
  let last = false;
  return {
    name,
    apply: 'build',
    configResolved(config) {
      // SvelteKit builds for the browser inside the build of the server’s program, and writes the pages as that closes.
      last = Boolean(config.build.ssr);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        if (last) run();
      }
    }
  };
}
