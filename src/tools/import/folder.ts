import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bounds } from '../../lib/map/projection.ts';
import type { SymbolShape } from '../../lib/model/dataset.ts';
import { eastwards, LAST_LATITUDE, onGlobe } from '../../lib/model/longitude.ts';
import type { AuthoredPart } from '../../lib/server/geodata/authored.ts';
import { yearsOf } from '../../lib/model/other-years.ts';
import { codesOf, withSymbols, type Kind, type PlainCode } from '../data-folder/codes.ts';
import { infoOf } from '../data-folder/info.ts';
import { writeJson } from '../data-folder/write-json.ts';
import { sql, type Database } from './database.ts';
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

/**
 * Each thing on a line of its own: what has changed in a row is one line in the history. The database writes the lines
 * itself, `query` gives them as `line`: of millions, handing each over to this program would take most of the time.
 */
async function writeLines(db: Database, path: string, head: string, query: string, tail: string): Promise<void> {
  await db.copyLines(`SELECT ${sql(head)} AS line UNION ALL SELECT line || ',' FROM (${query})`, path);
  const { size } = statSync(path);
  const hasLines = size > Buffer.byteLength(head) + 1;
  // The last comma goes, with the end of its line.
  truncateSync(path, size - (hasLines ? 2 : 1));
  appendFileSync(path, `\n${tail}\n`);
}

/** The days that rows tell of, `YYYY-MM-DD`, and the box around their places. */
export type Frame = { from: string; to: string; bounds: Bounds };

/** What all parts of a table have alike, so that going from one to the other moves no map; and which one this is. */
export type OneOfParts = { own: AuthoredPart; parts: readonly AuthoredPart[]; bounds: Bounds };

export type FolderOptions = { title?: string | undefined; part?: OneOfParts };

/** Writes all files of a data folder from what the database holds. Files of an import before are replaced. */
export async function writeFolder(
  db: Database,
  dir: string,
  profile: Profile,
  options: FolderOptions = {}
): Promise<void> {
  mkdirSync(join(dir, 'articles'), { recursive: true });
  const lines = (file: string, head: string, view: string) =>
    writeLines(db, join(dir, file), head, `SELECT line FROM ${view}`, ']}');
  const collection = '{"type":"FeatureCollection","features":[';
  await lines('events.json', '{"events":[', 'event_lines');
  await lines('sites.geojson', collection, 'site_lines');
  await lines('areas.geojson', collection, 'area_lines');
  await lines('agents.json', '{"agents":[', 'agent_lines');
  await writeArticles(db, join(dir, 'articles'));
  const release = await db.one<Release>('SELECT * FROM release');
  writeJson(join(dir, 'origins.json'), {
    origins: [{ id: release.id, name: release.title, note: 'The rows of one table, as its makers coded them.' }]
  });
  writeJson(join(dir, 'codes.json'), await codes(db));
  writeJson(join(dir, 'dataset.json'), await dataset(db, release, profile, options));
}

/** Of articles with more claims than this the file is written by the database. */
const MANY = 2000;

/** One file for each article, with its claims in the order of the rows. Articles without claims any more are removed. */
async function writeArticles(db: Database, dir: string): Promise<void> {
  const articles = await db.rows<{ id: string; head: string; n: string }>(
    'SELECT id, head, n FROM article_heads JOIN articles USING (id)'
  );
  const heads = new Map(articles.map(({ id, head }) => [id, `${head},"claims":[`]));
  for (const file of readdirSync(dir)) if (!heads.has(file.replace(/\.json$/, ''))) rmSync(join(dir, file));
  const many = articles.flatMap(({ id, n }) => (Number(n) > MANY ? [id] : []));
  for (const id of many) {
    const query = `SELECT line FROM claim_lines WHERE article = ${sql(id)} ORDER BY _row`;
    await writeLines(db, join(dir, `${id}.json`), heads.get(id)!, query, ']}');
  }
  // The others, of which there may be thousands, in one go.
  let open: { id: string; lines: string[] } = { id: '', lines: [] };
  const write = () => {
    if (open.lines.length > 0)
      writeFileSync(join(dir, `${open.id}.json`), `${heads.get(open.id)}\n${open.lines.join(',\n')}\n]}\n`);
  };
  const few = `article NOT IN (${['', ...many].map(sql).join(', ')})`;
  const claims = db.chunks(`SELECT article, line FROM claim_lines WHERE ${few} ORDER BY article, _row`, 2);
  for await (const [ids, lines] of claims) {
    for (const [at, id] of (ids as string[]).entries()) {
      if (open.id !== id) {
        write();
        open = { id, lines: [] };
      }
      open.lines.push(lines![at] as string);
    }
  }
  write();
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

/** That of the rows that the database holds. */
export async function frameOf(db: Database): Promise<Frame> {
  const { from, to, ...span } = await db.one<Span>(
    `SELECT strftime(min(coalesce(d0, d1)), '%Y-%m-%d') AS "from", strftime(max(coalesce(d1, d0)), '%Y-%m-%d') AS "to",
      min(lat) AS south, max(lat) AS north FROM used`
  );
  return { from, to, bounds: boxAround({ ...span, ...(await longitudes(db)) }) };
}

const PART_NOTICE =
  'These are some years of a table; its other years are maps of their own. An event that may reach from one into the other is in both.';

async function dataset(
  db: Database,
  release: Release,
  profile: Profile,
  { title = release.map_title, part }: FolderOptions
): Promise<object> {
  const { from, to, bounds } = part ? { ...part.own, bounds: part.bounds } : await frameOf(db);
  const published = release.published === null ? '' : ` of ${release.published}`;
  const years = part ? yearsOf(part.own) : '';
  const info = infoOf({
    id: part ? `${release.id}-${part.own.id}` : release.id,
    title: part ? `${title}, ${years}` : title,
    subtitle: `What the rows of ${release.title} state`,
    description: `Events${part ? ` of ${years}` : ''} from ${release.title}${published}, each with the row that states it.`,
    domain: { from, to },
    bounds,
    notices: [
      'Each event is one row of a table, as its makers coded it. It is no census.',
      ...(part ? [PART_NOTICE] : [])
    ],
    attribution: [
      { text: [release.title, release.licence].join(', '), href: release.url ?? release.licence_href },
      ...(release.credit ? [{ text: release.credit, href: release.url ?? release.licence_href }] : [])
    ],
    licences: [
      { what: 'Events, claims and places', licence: release.licence, href: release.licence_href, covers: 'claims' }
    ]
  });
  return {
    ...info,
    ...(profile.sharing === 'shown' && { sharing: 'shown' }),
    ...(part && { part: part.own.id, parts: part.parts })
  };
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
