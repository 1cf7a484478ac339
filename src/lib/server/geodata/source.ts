import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Why there are no bytes of a file, and what to do. */
export type Broken = { found: string; advice: string };

/** Where the files of a data folder are read from. Names are those inside it, with `/`: `articles/x.json`. */
export type Source = {
  /** The folder, as reports name it. */
  dir: string;
  /** What is in a folder of it, sorted; `''` is the data folder itself. `null` where there is no such folder. */
  names: (folder: string) => string[] | null;
  bytes: (name: string) => Buffer | Broken;
};

export function onDisk(dir: string): Source {
  return {
    dir,
    names: (folder) => {
      try {
        return readdirSync(join(dir, folder)).sort();
      } catch {
        return null;
      }
    },
    bytes: (name) => bytesOf(join(dir, name))
  };
}

function bytesOf(path: string): Buffer | Broken {
  try {
    if (statSync(path).isDirectory())
      return { found: 'a folder stands in place of the file', advice: 'put the file there' };
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    return code === 'ENOENT'
      ? { found: 'it is a link to a file that is not there', advice: 'put the file itself there' }
      : { found: `it cannot be read (${code})`, advice: 'see who may read it, and what it is' };
  }
}

/** The same folder, as if these files had this content. */
export function withFiles(source: Source, files: ReadonlyMap<string, string>): Source {
  const below = (folder: string) => {
    const start = folder === '' ? '' : `${folder}/`;
    const names = [...files.keys()].filter((name) => name.startsWith(start));
    return names.map((name) => name.slice(start.length).split('/')[0]!);
  };
  return {
    dir: source.dir,
    names: (folder) => {
      const own = source.names(folder);
      const added = below(folder);
      return own === null && added.length === 0 ? null : [...new Set([...(own ?? []), ...added])].sort();
    },
    bytes: (name) => {
      const content = files.get(name);
      return content === undefined ? source.bytes(name) : Buffer.from(content);
    }
  };
}
