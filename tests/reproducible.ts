import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  readlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherRegion } from './other-region.ts';

/*
 * Equal input gives equal bytes: builds the site a second time, in another folder, time zone and language and with other
 * rights, and compares it with `build/`. Whoever doubts a published site can build it and compare.
 */

const INPUT = [
  'src',
  'static',
  'geodata',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'LICENSE'
];
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

if (!existsSync('build/index.html')) fail('there is no build: run `npm run build` first');
const folder = mkdtempSync(join(tmpdir(), 'built again, '));
let differing: string[];
try {
  process.umask(0o077);
  for (const name of INPUT) cpSync(name, join(folder, name), { recursive: true });
  // Not a link to the folder: what lies in it would then have the paths of this one.
  linkAll('node_modules', join(folder, 'node_modules'));
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    env: { ...process.env, ...ELSEWHERE, GEODATA_DIR: otherRegion() ?? 'geodata' },
    encoding: 'utf8'
  });
  if (run.status !== 0) throw new Error(`the second build failed:\n${run.stdout}${run.stderr}`);
  const [first, second] = [hashes('build'), hashes(join(folder, 'build'))];
  differing = [...new Set([...first.keys(), ...second.keys()])].filter((name) => first.get(name) !== second.get(name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (differing.length)
  fail(`two builds of the same input differ in ${differing.length} files:\n  ${differing.sort().join('\n  ')}`);
console.log('two builds of the same input are the same, byte for byte');

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The hash of each file of a folder, by its path. */
function hashes(dir: string): Map<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dir.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    })
  );
}

/** The same files under another path, without copying them where the system can do that. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // What tools keep there is of one folder.
    if (entry.name === '.vite' || entry.name === '.cache') continue;
    if (entry.isDirectory()) linkAll(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}
