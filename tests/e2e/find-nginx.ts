import { spawnSync } from 'node:child_process';

const PLACES = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/** An installed nginx; or `null`. */
export const findNginx = (): string | null => PLACES.find((program) => spawnSync(program, ['-v']).status === 0) ?? null;
