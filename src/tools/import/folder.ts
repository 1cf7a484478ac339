import { createWriteStream, type WriteStream, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Bounds } from '../basemap/reach.ts';
import type { SymbolShape } from '../../lib/model/dataset.ts';
import { eastwards, LAST_LATITUDE, onGlobe } from '../../lib/model/longitude.ts';
import { codesOf, withSymbols, writeJson, type Kind, type PlainCode } from '../data-folder/codes.ts';
import { infoOf } from '../data-folder/info.ts';
import type { Database } from './database.ts';
import type { Profile } from './profile.ts';

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
  mkdirSync(join(dir, 'articles'), { recursive: true });
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

type KindRow = PlainCode & { description: string | null; shape: SymbolShape | null; colour: string };

async function codes(db: Database): Promise<unknown> {
  const rows = await db.rows<KindRow>('SELECT * FROM kinds');
  const symbols = withSymbols(rows);
  const kinds = rows.map(({ id, label, description, shape, colour }, at): Kind => {
    const { shape: free, badge } = symbols[at]!;
    // A profile gives shapes to all of its kinds, or to none.
    const symbol = shape ? { shape } : { shape: free, ...(badge && { badge }) };
    return { id, label, ...(description && { description }), ...symbol, group: colour };
  });
  const [parties, measures] = [
    await db.rows<PlainCode>('SELECT * FROM parties'),
    await db.rows<PlainCode>('SELECT * FROM measures')
  ];
  return codesOf(kinds, parties, measures);
}

type Span = { from: string; to: string; south: number; north: number };

async function dataset(
  db: Database,
  release: Release,
  profile: Profile,
  { title }: { title?: string }
): Promise<object> {
  const { from, to, ...span } = await db.one<Span>(
    `SELECT strftime(min(coalesce(d0, d1)), '%Y-%m-%d') AS "from", strftime(max(coalesce(d1, d0)), '%Y-%m-%d') AS "to",
      min(lat) AS south, max(lat) AS north FROM used`
  );
  const bounds = boxAround({ ...span, ...(await longitudes(db)) });
  const published = release.published === null ? '' : ` of ${release.published}`;
  const info = infoOf({
    id: release.id,
    title: title ?? release.map_title,
    subtitle: `What the rows of ${release.title} state`,
    description: `Events from ${release.title}${published}, each with the row that states it.`,
    domain: { from, to },
    bounds,
    notices: ['Each event is one row of a table, as its makers coded it. It is no census.'],
    attribution: [
      { text: [release.title, release.licence].join(', '), href: release.url ?? release.licence_href },
      ...(release.credit ? [{ text: release.credit, href: release.url ?? release.licence_href }] : [])
    ],
    licences: [
      { what: 'Events, claims and places', licence: release.licence, href: release.licence_href, covers: 'claims' }
    ]
  });
  return { ...info, ...(profile.sharing === 'shown' && { sharing: 'shown' }) };
}

type Longitudes = { west: number; east: number };

/** From where to where the points lie, the shorter way round: over the antimeridian the east is below the west. */
async function longitudes(db: Database): Promise<Longitudes> {
  const { west, east } = await db.one<Longitudes>('SELECT min(lon) AS west, max(lon) AS east FROM used');
  const gap = await db.one<Longitudes>(
    `SELECT arg_max(before, lon - before) AS east, arg_max(lon, lon - before) AS west
     FROM (SELECT lon, lag(lon) OVER (ORDER BY lon) AS before FROM (SELECT DISTINCT lon FROM used)) WHERE before IS NOT NULL`
  );
  // Only where it halves the way: bounds that cross it are harder to read.
  const isShorter = gap.west !== null && 360 - (gap.west - gap.east) < (east - west) / 2;
  return isShorter ? gap : { west, east };
}

/** A box with a margin around all points. */
function boxAround({ west, south, east, north }: Longitudes & { south: number; north: number }): Bounds {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const width = eastwards([west, south, east, north])[2] - west;
  const [dx, dy] = [Math.max(0.1, width * 0.05), Math.max(0.1, (north - south) * 0.05)];
  const rows = [round(Math.max(-LAST_LATITUDE, south - dy)), round(Math.min(LAST_LATITUDE, north + dy))] as const;
  if (east < west) return [round(onGlobe(west - dx)), rows[0], round(onGlobe(east + dx)), rows[1]];
  return [round(Math.max(-180, west - dx)), rows[0], round(Math.min(180, east + dx)), rows[1]];
}
