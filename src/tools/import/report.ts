import type { Database } from './database.ts';
import type { Imported } from './import.ts';
import type { Changes } from './merge.ts';

type Count = { what: string; n: number };

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (value: unknown) => String(value).replace(/[&<>"]/g, (sign) => ESCAPED[sign]!);
const number = (value: number) => value.toLocaleString('en');

async function counts(db: Database, query: string): Promise<Count[]> {
  return (await db.rows<{ what: string; n: string }>(query)).map(({ what, n }) => ({ what, n: Number(n) }));
}

const table = (head: string, rows: readonly Count[]) =>
  rows.length === 0
    ? ''
    : `<table><thead><tr><th scope="col">${html(head)}</th><th scope="col">rows</th></tr></thead><tbody>${rows
        .map(({ what, n }) => `<tr><td>${html(what)}</td><td>${number(n)}</td></tr>`)
        .join('')}</tbody></table>`;

const MOST_NAMED = 200;

async function rowsWhere(db: Database, condition: string): Promise<string> {
  const rows = await db.rows<{ row: string }>(
    `SELECT _row AS row FROM used WHERE ${condition} ORDER BY _row LIMIT ${MOST_NAMED + 1}`
  );
  const more = rows.length > MOST_NAMED ? ' and more' : '';
  return (
    rows
      .slice(0, MOST_NAMED)
      .map(({ row }) => row)
      .join(', ') + more
  );
}

const PRECISIONS: Record<string, string> = {
  named_building: 'a building',
  named_point: 'a point',
  town: 'a town',
  village: 'a village',
  admin2_set: 'somewhere in a district',
  region: 'somewhere in a region',
  country: 'somewhere in a country',
  supranational: 'somewhere in a wider area'
};

const ids = (list: readonly string[]) =>
  `<details><summary>${number(list.length)}</summary><p>${list.slice(0, 1000).map(html).join(', ')}${list.length > 1000 ? ' …' : ''}</p></details>`;

const changesOf = ({ added, changed, gone, edited, kept }: Changes) =>
  `<dl><dt>added</dt><dd>${ids(added)}</dd><dt>changed</dt><dd>${ids(changed)}</dd><dt>gone</dt><dd>${ids(gone)}</dd><dt>gone, though edited by hand</dt><dd>${ids(edited)}</dd></dl><p>${number(kept)} hand-made changes were kept.</p>`;

/** What has become of the events of an import before; of a table in parts, in each. */
function since({ changes, parts, left }: Imported): string {
  const each = changes
    ? [changesOf(changes)]
    : parts.flatMap(({ id, changes }) => (changes ? [`<h3>${html(id)}</h3>${changesOf(changes)}`] : []));
  const gone = left.map((id) => `<p>No row is of ${html(id)} any more: its folder stays, and is no part.</p>`);
  return each.length + gone.length > 0 ? ['<h2>Since the import before</h2>', ...each, ...gone].join('\n') : '';
}

/** What an analyst wants to know of an import, as one page. */
export async function reportPage(db: Database, imported: Imported): Promise<string> {
  const { source, profile, used, refused, parts } = imported;
  const kinds = await counts(
    db,
    'SELECT kinds.label AS what, count(*) AS n FROM used JOIN kinds ON kinds.id = used.kind GROUP BY kinds.label ORDER BY n DESC'
  );
  const years = await counts(
    db,
    `SELECT coalesce(strftime(coalesce(d0, d1), '%Y'), 'open') AS what, count(*) AS n FROM used GROUP BY 1 ORDER BY 1`
  );
  const precisions = (
    await counts(db, 'SELECT precision AS what, count(*) AS n FROM used GROUP BY precision ORDER BY n DESC')
  ).map(({ what, n }) => ({ what: PRECISIONS[what] ?? what, n }));
  const spans = await counts(
    db,
    `SELECT CASE WHEN d0 IS NULL OR d1 IS NULL THEN 'open at one end' WHEN d1 = d0 THEN 'one day' WHEN d1 - d0 < 7 THEN 'up to a week' WHEN d1 - d0 < 31 THEN 'up to a month' WHEN d1 - d0 < 366 THEN 'up to a year' ELSE 'longer' END AS what, count(*) AS n
     FROM used GROUP BY 1 ORDER BY n DESC`
  );
  const { places, articles, actors } = await db.one<Record<string, string>>(
    'SELECT (SELECT count(*) FROM places) AS places, (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM agents) AS actors'
  );
  const flags = await db.one<Record<string, string>>(
    `SELECT count(*) FILTER (is_disordered) AS disordered, count(*) FILTER (is_zero) AS zero, count(*) FILTER (is_unread) AS unread,
      count(*) FILTER (is_undated) AS undated, count(*) FILTER (source_day IS NULL) AS sourceless FROM used`
  );
  const notes: string[] = [];
  const note = (key: string, words: (n: string) => string) => {
    const n = Number(flags[key]);
    if (n > 0) notes.push(`<li>${words(number(n))}</li>`);
  };
  const disordered = await rowsWhere(db, 'is_disordered');
  const unread = await rowsWhere(db, 'is_unread');
  note(
    'disordered',
    (n) =>
      `${n} rows have estimates out of order (low, best, high). They are kept as stated, and shown as open to several readings: rows ${disordered}.`
  );
  note('unread', (n) => `${n} rows have a figure that is no whole number. It is left out: rows ${unread}.`);
  note(
    'zero',
    (n) =>
      `${n} rows have a figure of 0, which may mean none, or none known. No figure is shown for them; <code>-- zero: none</code> in the profile shows 0.`
  );
  note(
    'undated',
    (n) =>
      `${n} rows name sources, but none with a day on which the event had begun: they count as reported with the release.`
  );
  note('sourceless', (n) => `${n} rows rest on the release alone; the others also on a dated source that they name.`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Import of ${html(source.file)}</title>
<style>
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
  table { margin: 0.5rem 0 1rem; border-collapse: collapse; }
  th, td { padding: 0.15rem 1rem 0.15rem 0; border-bottom: 1px solid #8884; text-align: left; }
  td + td, th + th { text-align: right; font-variant-numeric: tabular-nums; }
  dt { font-weight: 600; }
  @media (prefers-color-scheme: dark) { body { background: #181a1b; color: #e8e6e3; } a { color: #8ab4f8; } }
</style>
<h1>Import of ${html(source.file)}</h1>
<p><strong>${number(source.rows)} rows = ${number(used)} events + ${number(source.rows - used)} refused.</strong>
Read as ${html(source.form)}, with the profile ${html(profile.name)} (${html(profile.title)}).</p>
<p>${number(Number(places))} places, ${number(Number(actors))} sides and actors, ${number(Number(articles))} sources.
${profile.sharing === 'shown' ? 'The source forbids handing on its rows: the build has no downloads and no notes, and this folder must not be published.' : ''}</p>
<h2>Refused</h2>
${
  refused.length === 0
    ? '<p>No row was refused.</p>'
    : `${table(
        'why',
        refused.map(({ cause, n }) => ({ what: cause, n }))
      )}<p>Each is in <a href="refused.csv">refused.csv</a>, with its row and its cells. Nothing was guessed.</p>`
}
${notes.length === 0 ? '' : `<h2>To know</h2><ul>${notes.join('')}</ul>`}
${since(imported)}
<h2>What was taken</h2>
${table(
  'part',
  parts.map(({ id, events }) => ({ what: id, n: events }))
)}${parts.length > 0 ? '<p>An event that may reach from one part into another is in both.</p>' : ''}
${table('kind', kinds)}
${table('place', precisions)}
${table('date', spans)}
${table('year', years)}
</html>
`;
}
