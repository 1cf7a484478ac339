import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthoredPart } from '../../lib/server/geodata/authored.ts';
import { readParts } from '../../lib/server/geodata/part-folders.ts';
import { sql, type Database } from './database.ts';

const SHARED = readFileSync(join(import.meta.dirname, 'shared.sql'), 'utf8');

/** Throws where a text does not say how many years a part has. */
export function readYears(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--years ${text}: write how many years each part has, such as 5`);
  return Number(text);
}

/**
 * The spans of `years` that rows touch, each with how many do. They begin at multiples of `years`, so that another import
 * has the same ones; the first and the last are cut to the days of the table, `domain`.
 */
export async function partsOf(
  db: Database,
  years: number,
  domain: { from: string; to: string }
): Promise<AuthoredPart[]> {
  const [first, last] = [domain.from, domain.to].map((day) => `DATE ${sql(day)}`);
  const spans = await db.rows<{ span: number; events: number }>(
    `WITH touched AS (
       SELECT year(greatest(coalesce(soft0, ${first}), ${first})) AS first, year(least(coalesce(soft1, ${last}), ${last})) AS last
       FROM used
     ),
     spans AS (SELECT unnest(range(first // ${years}, last // ${years} + 1)) AS span FROM touched)
     SELECT span::INTEGER AS span, count(*)::INTEGER AS events FROM spans GROUP BY span ORDER BY span`
  );
  return spans.map(({ span, events }) => {
    const [start, end] = [span * years, span * years + years - 1].map((year) => String(year).padStart(4, '0')) as [
      string,
      string
    ];
    const [from, to] = [`${start}-01-01`, `${end}-12-31`];
    return {
      id: years === 1 ? start : `${start}-${end}`,
      from: from < domain.from ? domain.from : from,
      to: to > domain.to ? domain.to : to,
      events
    };
  });
}

/** Has `used`, and what its rows share, hold the rows that may be of a part, one part after the other; then all again. */
export async function forEachPart<Part extends AuthoredPart>(
  db: Database,
  parts: readonly Part[],
  run: (part: Part) => Promise<void>
): Promise<void> {
  await db.run('ALTER TABLE used RENAME TO all_used');
  for (const part of parts) {
    const [from, to] = [part.from, part.to].map((day) => `DATE ${sql(day)}`);
    await db.run(
      `CREATE TABLE used AS SELECT * FROM all_used
       WHERE coalesce(soft0, ${from}) <= ${to} AND coalesce(soft1, ${to}) >= ${from};
       ${SHARED}`
    );
    await run(part);
    await db.run('DROP TABLE used');
  }
  await db.run(`ALTER TABLE all_used RENAME TO used; ${SHARED}`);
}

/**
 * Throws where a folder holds one data folder and several are to be made, or the other way round, or several of another
 * length: what is there would be mixed with what comes.
 */
export function checkParts(dir: string, years: number | undefined): void {
  const there = readParts(dir);
  if (there !== null && years !== there.years)
    throw new Error(
      `${dir} holds data folders of ${there.years} ${there.years === 1 ? 'year' : 'years'} each; write --years ${there.years}, or name another folder with --out`
    );
  if (there === null && years !== undefined && existsSync(join(dir, 'dataset.json')))
    throw new Error(
      `${dir} is one data folder, and --years makes several; leave --years out, or name another folder with --out`
    );
}
