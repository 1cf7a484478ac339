import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthoredPart } from './authored.ts';

/** Beside data folders of some years each, as the importer makes them of a large table: which there are. */
export const PARTS_FILE = 'parts.json';

/** `title`: of the whole. `years`: in each part. `parts`: in the order of their days. */
export type PartFolders = { title: string; years: number; parts: AuthoredPart[] };

const FOLDER = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The parts that a folder holds; `null` where it holds none. Throws where `parts.json` is not as the importer writes it. */
export function readParts(dir: string): PartFolders | null {
  const path = join(dir, PARTS_FILE);
  if (!existsSync(path)) return null;
  const read = parsed(readFileSync(path, 'utf8'));
  const ids = Array.isArray(read?.parts) ? read.parts.map((part) => (part as AuthoredPart | null)?.id) : [];
  if (ids.length === 0 || !ids.every((id) => typeof id === 'string' && FOLDER.test(id)))
    throw new Error(`${path} lists no parts; take an older version of it back, or import the table again`);
  return { title: '', years: 0, ...read } as PartFolders;
}

function parsed(text: string): Partial<PartFolders> | null {
  try {
    return JSON.parse(text) as Partial<PartFolders> | null;
  } catch {
    return null;
  }
}
