import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

const found = () => PLACES.find((program) => spawnSync(program, ['-v']).status === 0) ?? null;

/** An installed nginx, or Debian's, which is installed where that is possible; or `null`, said aloud. */
export function findNginx(): string | null {
  const installed = found();
  if (installed) return installed;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No nginx found: installing Debian’s nginx-light.');
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'nginx-light')) return found();
  }
  console.warn(
    'SKIPPED: the headers for nginx, which is not installed and cannot be (Debian: apt-get install nginx-light)'
  );
  return null;
}
