import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTable, type Imported, type Options } from '../../../../src/tools/import/import.ts';
import type {
  AreaFeature,
  AuthoredArticle,
  AuthoredClaim,
  AuthoredEvent,
  SiteFeature
} from '../../../../src/lib/server/geodata/authored.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export type Row = Record<string, string>;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Rows as CSV. */
export function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0]!);
  return [columns, ...rows.map((row) => columns.map((column) => row[column]!))]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('');
}

export const folder = () => mkdtempSync(join(tmpdir(), 'import-test-'));

export function write(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

export const json = <T>(dir: string, file: string): T => JSON.parse(readFileSync(join(dir, file), 'utf8')) as T;

export type Made = {
  imported: Imported;
  dir: string;
  events: AuthoredEvent[];
  articles: AuthoredArticle[];
  /** Claims by their row. */
  byRow: Map<number, { claim: AuthoredClaim; event: AuthoredEvent; article: AuthoredArticle }>;
  places: Map<string, SiteFeature | AreaFeature>;
};

/** What an import writes, read anew. */
export async function imported(path: string, options: Partial<Options> = {}): Promise<Made> {
  const dir = options.out ?? join(folder(), 'data');
  const result = await importTable(path, { ...options, out: dir });
  return { imported: result, dir, ...readMade(dir) };
}

export function readMade(dir: string): Omit<Made, 'imported' | 'dir'> {
  const { events } = json<{ events: AuthoredEvent[] }>(dir, 'events.json');
  const articles = readdirSync(join(dir, 'articles')).map((file) => json<AuthoredArticle>(dir, `articles/${file}`));
  const eventOf = new Map(events.map((event) => [event.claims[0]!.id, event]));
  const byRow = new Map(
    articles.flatMap((article) =>
      article.claims.map((claim) => [
        (claim.locator as { row: number }).row,
        { claim, event: eventOf.get(claim.id)!, article }
      ])
    )
  );
  const features = ['sites', 'areas'].flatMap(
    (file) => json<{ features: (SiteFeature | AreaFeature)[] }>(dir, `${file}.geojson`).features
  );
  return { events, articles, byRow, places: new Map(features.map((feature) => [feature.properties.id, feature])) };
}
