import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { BUILD } from './static-server.ts';

const TEXT = /\.(html|js|css|json|geojson)$/;
const HASHED = /[\w.-]+\.[\w-]{8}(?=\.(js|css|woff2|geojson|json)$)/;
const IMMUTABLE = '_app/immutable';

const read = (name: string) => readFileSync(join(BUILD, name));

/**
 * `build/` as a later build would be: every file with a hash has another name, the version is another, and page, program
 * and style each say which build they are of. Sooner made than built. A file is made when it is asked for: 900 of them
 * would take a slow disk twenty seconds.
 */
export class NextBuild {
  readonly version: string;
  /** The names in this build by those in `build/`, and the other way round. */
  readonly #renamed = new Map<string, string>();
  readonly #original = new Map<string, string>();
  readonly #names: RegExp;

  constructor(readonly id: string) {
    const version = versionOfBuild();
    this.version = version + id.charCodeAt(0);
    this.#renamed.set(version, this.version);
    for (const file of filesOf(IMMUTABLE)) {
      const name = basename(file);
      const next = /\.[\w-]{8}\.\w+$/.test(name) ? name.replace(HASHED, `$&${id}`) : name.replace(/\.\w+$/, `${id}$&`);
      this.#renamed.set(name, next);
      this.#original.set(posix.join(posix.dirname(file), next), file);
    }
    this.#names = new RegExp([...this.#renamed.keys()].map((name) => name.replace(/[.]/g, '\\.')).join('|'), 'g');
  }

  /** A file by its path in the site, or `null` where this build has none of that name. */
  file(path: string): Buffer | null {
    const name = this.#original.get(path) ?? path;
    const isThere = statSync(join(BUILD, name), { throwIfNoEntry: false })?.isFile();
    if ((name === path && path.startsWith(IMMUTABLE)) || !isThere) return null;
    const body = read(name);
    if (!TEXT.test(name)) return body;
    const text = body.toString().replace(this.#names, (found) => this.#renamed.get(found)!);
    return Buffer.from(this.#marked(name, text));
  }

  #marked(name: string, text: string): string {
    if (name.endsWith('.html')) {
      return withPolicy(
        text
          .replace('<html ', `<html data-page="${this.id}" `)
          .replace('</style>', `:root{--build:'${this.id}'}</style>`)
      );
    }
    return programs().has(name) ? `${text}\ndocument.documentElement.dataset.program = '${this.id}';` : text;
  }
}

const versionOfBuild = (): string => JSON.parse(read('_app/version.json').toString()).version;

/** Paths in the site of all files in a folder of it. */
const filesOf = (folder: string): string[] =>
  readdirSync(join(BUILD, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(BUILD.length + 1));

let known: Set<string> | undefined;
/** The modules that the pages start with. */
function programs(): Set<string> {
  known ??= new Set(
    filesOf('')
      .filter((name) => name.endsWith('.html'))
      .flatMap((page) =>
        [
          ...read(page)
            .toString()
            .matchAll(/<script type="module"[^>]* src="([^"]+)"/g)
        ].map((match) => posix.join(posix.dirname(page), match[1]!))
      )
      .filter((file) => file.startsWith('_app'))
  );
  return known;
}

/** The page with the hashes of its inline scripts and styles as they are now. */
function withPolicy(html: string): string {
  const hashes = (element: string) =>
    [...html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(
      ([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`
    );
  return ['script', 'style'].reduce(
    (page, element) =>
      page.replace(
        new RegExp(`${element}-src 'self'( 'sha256-[^']+')*`),
        `${element}-src 'self' ${hashes(element).join(' ')}`
      ),
    html
  );
}
