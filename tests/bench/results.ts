import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const HEAD = '# Benchmarks\n';

/** In this order in the file; each begins with its title. */
export const SECTIONS = [
  'How soon the page is there',
  'The page with many events',
  'Scrubbing at any number of events'
] as const;
export type Section = (typeof SECTIONS)[number];

/** RESULTS.md with one section put in, or in the place of its last version; the others stay as they are. */
export function withSection(file: string, section: Section, body: string): string {
  const bodies = new Map<Section, string>(
    SECTIONS.flatMap((title) => {
      const found = bodyOf(file, title);
      return found === null ? [] : [[title, found]];
    })
  );
  bodies.set(section, body.trim());
  const texts = SECTIONS.flatMap((title) => (bodies.has(title) ? [`## ${title}\n\n${bodies.get(title)}\n`] : []));
  return [HEAD, ...texts].join('\n');
}

function bodyOf(file: string, section: Section): string | null {
  const [, after] = `\n${file}`.split(`\n## ${section}\n`);
  return after === undefined ? null : after.split(/\n## /)[0]!.trim();
}

/** Puts a section into RESULTS.md. */
export function writeResults(section: Section, body: string): void {
  writeFileSync(RESULTS, withSection(existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '', section, body));
}

/** The machine that measured, for the head of a section. */
export function machineOf(browserVersion: string): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Chromium ${browserVersion}, WebGL by software`;
}
