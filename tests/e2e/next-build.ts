import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXT = /\.(html|js|css|json|geojson)$/;
const HASHED = /[\w.-]+\.[\w-]{8}(?=\.(js|css|woff2|geojson)$)/;

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Puts a build into `folder` in place of what is there, as the next one would be: every file with a hash has another
 * name, the version is another, and page, program and style each say which build they are of. Sooner made than built.
 */
export function deploy(build: string, folder: string, id: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(build, folder, { recursive: true });
  const renamed: [string, string][] = [];
  for (const file of filesOf(join(folder, '_app/immutable'))) {
    const name = file.slice(dirname(file).length + 1);
    const next = /\.[\w-]{8}\.\w+$/.test(name) ? name.replace(HASHED, `$&${id}`) : name.replace(/\.\w+$/, `${id}$&`);
    renameSync(file, join(dirname(file), next));
    renamed.push([name, next]);
  }
  const version: string = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')).version;
  for (const file of filesOf(folder).filter((name) => TEXT.test(name))) {
    let text = readFileSync(file, 'utf8').replaceAll(version, version + id.charCodeAt(0));
    for (const [name, next] of renamed) text = text.replaceAll(name, next);
    writeFileSync(file, marked(file, text, id));
  }
  for (const file of programsOf(folder)) {
    writeFileSync(file, `${readFileSync(file, 'utf8')}\ndocument.documentElement.dataset.program = '${id}';`);
  }
}

/** The modules that the pages start with. */
function programsOf(folder: string): Set<string> {
  const pages = filesOf(folder).filter((name) => name.endsWith('.html'));
  const started = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/<script type="module"(?: async)? src="([^"]+)"/g)].map((match) =>
      join(dirname(page), match[1]!)
    )
  );
  return new Set(started.filter((file) => file.startsWith(join(folder, '_app'))));
}

function marked(file: string, text: string, id: string): string {
  if (!file.endsWith('.html')) return text;
  return withPolicy(
    text.replace('<html ', `<html data-page="${id}" `).replace('</style>', `:root{--build:'${id}'}</style>`)
  );
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
