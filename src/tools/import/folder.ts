import {
  createWriteStream,
  type WriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Database } from './database.ts';
import type { Profile } from './profile.ts';
import { BASEMAP } from '../../lib/server/geodata/read.ts';

/** What the importer keeps for itself in a data folder: the report, the refused rows, the import as it was. */
export const OWN_FOLDER = 'import';

export type Release = {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
  published: string | null;
  licence: string;
  licence_href: string;
  credit: string | null;
  map_title: string;
};

/** Each thing on a line of its own: what has changed in a row is one line in the history. */
async function writeLines(path: string, head: string, lines: AsyncIterable<unknown[][]>, tail: string): Promise<void> {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  file.write(head);
  let isFirst = true;
  for await (const [column] of lines) {
    const text = `${isFirst ? '\n' : ',\n'}${column!.join(',\n')}`;
    isFirst = false;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end(`\n${tail}\n`);
  await once(file, 'close');
}

/** Writes all files of a data folder from what the database holds. Files of an import before are replaced. */
export async function writeFolder(
  db: Database,
  dir: string,
  profile: Profile,
  options: { title?: string }
): Promise<void> {
  for (const name of ['articles', 'basemap']) mkdirSync(join(dir, name), { recursive: true });
  const lines = (view: string) => db.chunks(`SELECT line FROM ${view}`, 1);
  const collection = '{"type":"FeatureCollection","features":[';
  await writeLines(join(dir, 'events.json'), '{"events":[', lines('event_lines'), ']}');
  await writeLines(join(dir, 'sites.geojson'), collection, lines('site_lines'), ']}');
  await writeLines(join(dir, 'areas.geojson'), collection, lines('area_lines'), ']}');
  await writeLines(join(dir, 'agents.json'), '{"agents":[', lines('agent_lines'), ']}');
  await writeArticles(db, join(dir, 'articles'));
  const release = await db.one<Release>('SELECT * FROM release');
  writeJson(join(dir, 'origins.json'), {
    origins: [{ id: release.id, name: release.title, note: 'The rows of one table, as its makers coded them.' }]
  });
  writeJson(join(dir, 'codes.json'), await codes(db));
  writeJson(join(dir, 'dataset.json'), await dataset(db, release, profile, options));
  // Until a basemap is made for the region: nothing is drawn below the marks.
  for (const name of BASEMAP) {
    const path = join(dir, 'basemap', `${name}.geojson`);
    if (!existsSync(path)) writeFileSync(path, '{ "type": "FeatureCollection", "features": [] }\n');
  }
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** One file for each article, with its claims in the order of the rows. Articles without claims any more are removed. */
async function writeArticles(db: Database, dir: string): Promise<void> {
  const heads = new Map(
    (await db.rows<{ id: string; head: string }>('SELECT id, head FROM article_heads')).map(({ id, head }) => [
      id,
      head
    ])
  );
  for (const file of readdirSync(dir)) if (!heads.has(file.replace(/\.json$/, ''))) rmSync(join(dir, file));
  let open = null as { id: string; lines: string[]; size: number; file: WriteStream | null } | null;
  const flush = async (isLast: boolean) => {
    if (open === null) return;
    const path = join(dir, `${open.id}.json`);
    // Small articles, of which there are thousands, at once; a large one as it comes.
    if (isLast && open.file === null) {
      writeFileSync(path, `${heads.get(open.id)},"claims":[\n${open.lines.join(',\n')}\n]}\n`);
      return;
    }
    const isStart = open.file === null;
    open.file ??= createWriteStream(path, { highWaterMark: 1 << 20 });
    const text = `${isStart ? `${heads.get(open.id)},"claims":[\n` : ',\n'}${open.lines.join(',\n')}`;
    open.lines = [];
    open.size = 0;
    if (isLast) {
      open.file.end(`${text}\n]}\n`);
      await once(open.file, 'close');
    } else if (!open.file.write(text)) await once(open.file, 'drain');
  };
  for await (const [ids, lines] of db.chunks('SELECT article, line FROM claim_lines ORDER BY article, _row', 2)) {
    for (const [at, id] of (ids as string[]).entries()) {
      if (open?.id !== id) {
        await flush(true);
        open = { id, lines: [], size: 0, file: null };
      }
      const line = lines![at] as string;
      open.lines.push(line);
      if ((open.size += line.length) > 1 << 22) await flush(false);
    }
  }
  await flush(true);
}

async function codes(db: Database): Promise<unknown> {
  const own = JSON.parse(readFileSync(join(import.meta.dirname, 'codes.json'), 'utf8')) as Record<string, unknown>;
  const kinds = await db.rows<{ id: string; label: string; description: string | null; shape: string; colour: string }>(
    'SELECT * FROM kinds'
  );
  const parties = await db.rows<{ id: string; label: string }>('SELECT * FROM parties');
  const measures = await db.rows<{ id: string; label: string }>('SELECT * FROM measures');
  return {
    kinds: kinds.map(({ id, label, description, shape, colour }) => ({
      id,
      label,
      ...(description && { description }),
      shape,
      group: colour
    })),
    topics: kinds.map(({ id, label }) => ({ id, label })),
    ...own,
    measures,
    units: ['persons'],
    parties
  };
}

type Span = { from: string; to: string; west: number; south: number; east: number; north: number };

async function dataset(
  db: Database,
  release: Release,
  profile: Profile,
  { title }: { title?: string }
): Promise<unknown> {
  const span = await db.one<Span>(
    `SELECT strftime(min(coalesce(d0, d1)), '%Y-%m-%d') AS "from", strftime(max(coalesce(d1, d0)), '%Y-%m-%d') AS "to",
      min(lon) AS west, min(lat) AS south, max(lon) AS east, max(lat) AS north FROM used`
  );
  const bounds = boxAround(span);
  const published = release.published === null ? '' : ` of ${release.published}`;
  return {
    id: release.id,
    version: '1.0.0',
    title: title ?? release.map_title,
    subtitle: `What the rows of ${release.title} state`,
    description: `Events from ${release.title}${published}, each with the row that states it.`,
    domain: { from: span.from, to: span.to },
    bounds,
    firstView: { bounds, day: span.to, window: 'all', nameForm: 'en' },
    zoom: { min: zoomFor(bounds), max: 12 },
    languages: ['en'],
    nameForms: [{ id: 'en', label: 'English' }],
    boundary: {
      label: 'Border',
      note: 'Borders are drawn as the basemap has them.',
      policy: ['Borders are drawn as the basemap has them. The data state nothing about them.']
    },
    notices: ['Each event is one row of a table, as its makers coded it. It is no census.'],
    attribution: [
      { text: [release.title, release.licence].join(', '), href: release.url ?? release.licence_href },
      ...(release.credit ? [{ text: release.credit, href: release.url ?? release.licence_href }] : [])
    ],
    licences: [
      { what: 'Events, claims and places', licence: release.licence, href: release.licence_href, covers: 'claims' }
    ],
    ...(profile.sharing === 'shown' && { sharing: 'shown' })
  };
}

/** A box with a margin around all points. */
function boxAround({ west, south, east, north }: Span): [number, number, number, number] {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const [dx, dy] = [Math.max(0.1, (east - west) * 0.05), Math.max(0.1, (north - south) * 0.05)];
  return [
    round(Math.max(-180, west - dx)),
    round(Math.max(-85, south - dy)),
    round(Math.min(180, east + dx)),
    round(Math.min(85, north + dy))
  ];
}

/** The zoom at which the box fits a map as small as a phone’s, with one to spare. */
function zoomFor([west, south, east, north]: readonly number[]): number {
  const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  const world = Math.max((east! - west!) / 360, y(north!) - y(south!));
  return Math.max(0, Math.floor(Math.log2(300 / 512 / world)) - 1);
}
