import { basename } from 'node:path';
import { MOST_KINDS } from '../data-folder/codes.ts';
import type { Database } from './database.ts';
import { encodingOf } from './encoding.ts';
import { profileFor, type Settings } from './profile.ts';
import { readSource, type Source } from './source.ts';

/** A proposal for a table: a profile that there is, or one that is made for it, with what was guessed and what is open. */
export type Suggestion = {
  profile: string;
  isNew: boolean;
  sql: string | null;
  guesses: string[];
  questions: string[];
  settings: Settings;
};

type Sample = Record<string, string | null>;

/** Columns of `events-csv`, by what their headers and HXL tags are called, the most telling first. */
const ROLES: { role: string; called: RegExp; tag?: RegExp; holds?: (values: string[]) => boolean }[] = [
  {
    role: 'lat',
    called:
      /^(lat|latitude|y|breite|breitengrad|geo(?:gr)?.*(?:širina|sirina)|širina|sirina|gjer[eë]si.*|latitud|enlem|широта|szer.*)/i,
    tag: /^#geo\+.*lat/i,
    holds: (values) => areNumbers(values, 90)
  },
  {
    role: 'lon',
    called:
      /^(lon|lng|long|longitude|x|l(?:ä|ae|a)nge.*|geo(?:gr)?.*(?:dužina|duzina|duljina)|dužina|duzina|duljina|gjat[eë]si.*|longitud|boylam|долгота|d[lł]ug.*)/i,
    tag: /^#geo\+.*lon/i,
    holds: (values) => areNumbers(values, 180)
  },
  {
    role: 'end',
    called: /^(end|to|until|ended|date.?end|end.?date|bis|ende|kraj|do|fund(?:i)?|fin|fecha.?fin|окончание|koniec)/i,
    tag: /^#date\+end/i,
    holds: areDates
  },
  {
    role: 'source_date',
    called:
      /^(source.?date|date.?(?:of.?)?(?:source|publication)|published|reported.?(?:on|date)?|objavljeno|veröffentlicht)/i,
    holds: areDates
  },
  {
    role: 'date',
    called:
      /^(date|day|when|start|from|event.?date|date.?start|start.?date|datum|tag|dan|data|fecha|tarih|dátum|дата)/i,
    tag: /^#date/i,
    holds: areDates
  },
  {
    role: 'url',
    called: /^(url|link|href|web|address|adresa|lien|enlace)/i,
    tag: /^#meta\+url/i,
    holds: (values) => share(values, /^https?:/) > 0.5
  },
  {
    role: 'killed',
    called:
      /^(killed|deaths?|dead|fatalities|tote|get(?:ö|oe)tet.*|poginul.*|ubijen.*|mrtvi|vdekur|t[eë] vrar[eë]|morts|muertos|погиб.*|zabit.*)/i,
    tag: /^#affected\+killed/i,
    holds: areCounts
  },
  {
    role: 'injured',
    called:
      /^(injured|wounded|verletzt.*|povrije?đen.*|povredjen.*|ranjen.*|t[eë] plagosur|bless.*|heridos|ранен.*|rann.*)/i,
    tag: /^#affected\+injured/i,
    holds: areCounts
  },
  {
    role: 'kind',
    called:
      /^(kind|type|category|event.?type|art|kategorie|typ|vrsta|tip|kategorija|lloji|catégorie|categor.*|tipo|тип|rodzaj)/i,
    tag: /^#event\+type/i
  },
  {
    role: 'source',
    called: /^(source|sources|quelle|izvor|burimi|fuente|источник|zdroj|źródło|zrodlo|medi(?:j|um|a).*)/i,
    tag: /^#meta\+source/i
  },
  {
    role: 'place',
    called:
      /^(place|location|where|site|town|city|village|locality|ort|stadt|mje?sto|naselje|grad|lokacija|vendi|lieu|lugar|место|miejsce)/i,
    tag: /^#loc/i
  },
  {
    role: 'description',
    called: /^(description|notes?|details?|text|beschreibung|opis|përshkrimi|pershkrimi|descripci.*|описание)/i,
    tag: /^#description/i
  },
  {
    role: 'title',
    called:
      /^(title|name|event|headline|what|summary|titel|ereignis|was|naslov|događaj|dogadjaj|dogadaj|šta|što|titulli|ngjarja|titre|événement|titulo|título|evento|событие|wydarzenie)/i,
    tag: /^#event/i
  },
  { role: 'id', called: /^(id|uid|uuid|event.?id|nr|no|number|broj)$/i }
];

const share = (values: readonly string[], pattern: RegExp) =>
  values.length === 0 ? 0 : values.filter((value) => pattern.test(value)).length / values.length;

function areNumbers(values: readonly string[], most: number): boolean {
  const numbers = values.map((value) => Number(value.replace(',', '.').replace('°', '')));
  return values.length > 0 && numbers.filter((value) => Math.abs(value) <= most).length / values.length > 0.6;
}
function areDates(values: readonly string[]): boolean {
  return (
    share(
      values,
      /^\s*(\d{4}([-./]\d{1,2}){0,2}|\d{1,2}[-./] ?\d{1,2}[-./] ?\d{2,4}\.?|\d{1,2} \p{L}{3,} \d{4}|\p{L}{3,} \d{1,2},? \d{4}|\d{8})([T ].*)?\s*$/u
    ) > 0.6
  );
}
function areCounts(values: readonly string[]): boolean {
  return share(values, /^\s*\d{1,3}([., ]?\d{3})*\s*$/) > 0.6;
}

/** Proposes how to read a table. Nothing is written. */
export async function suggest(db: Database, folder: string, path: string, stated: Settings): Promise<Suggestion> {
  const guesses: string[] = [];
  const questions: string[] = [];
  const settings: Settings = { ...stated };
  if (!settings.encoding && /\.(csv|tsv|tab|txt)(\.gz)?$/i.test(path)) {
    const found = await encodingOf(path);
    if (!found.ok) {
      const [first, second] = found.candidates;
      settings.encoding = first!.encoding;
      const words = (one: { words: string[] }) => one.words.map((word) => `“${word}”`).join(', ');
      guesses.push(`The text is not UTF-8; read as ${first!.encoding} it has words such as ${words(first!)}.`);
      questions.push(
        `Is the encoding ${first!.encoding}? As ${second!.encoding} the words would be ${words(second!)}.`
      );
    }
  }
  const source = await readSource(db, path, folder, settings);
  guesses.unshift(`${source.rows} rows, read as ${source.form}.`);
  const sample = await db.rows<Sample>('SELECT * EXCLUDE (_row) FROM source LIMIT 2000');
  const known = profileFor(source.columns);
  if (known && !settings.encoding) {
    if (known.dates === undefined && known.mayHave.includes('end'))
      askOfDates(sample, ['date', 'end'], questions, guesses);
    return { profile: known.name, isNew: false, sql: null, guesses, questions, settings };
  }
  return { ...own(path, source, sample, settings, guesses, questions), isNew: true };
}

function own(
  path: string,
  source: Source,
  sample: readonly Sample[],
  settings: Settings,
  guesses: string[],
  questions: string[]
): Omit<Suggestion, 'isNew'> {
  const valuesOf = (column: string) => sample.flatMap((row) => (row[column]?.trim() ? [row[column]!.trim()] : []));
  const columns = new Map<string, string>();
  const free = new Set(source.columns);
  const take = (role: string, column: string) => {
    columns.set(role, column);
    free.delete(column);
  };
  for (const by of ['tag', 'name', 'values'] as const) {
    for (const { role, called, tag, holds } of ROLES) {
      if (columns.has(role)) continue;
      const fits = (column: string) =>
        by === 'tag'
          ? tag?.test(source.tags[column] ?? '')
          : by === 'name'
            ? called.test(column.trim().replaceAll('_', ' ')) && (holds?.(valuesOf(column)) ?? true)
            : role === 'date' && holds!(valuesOf(column));
      const column = [...free].find(fits);
      if (column) take(role, column);
    }
  }
  // What reads like sentences is the best title there is.
  if (!columns.has('title')) {
    const wordy = [...free]
      .map((column) => ({ column, length: average(valuesOf(column)) }))
      .sort((a, b) => b.length - a.length)[0];
    const title = wordy && wordy.length > 8 ? wordy.column : (columns.get('description') ?? columns.get('place'));
    if (title) columns.set('title', title);
    if (title) free.delete(title);
    if (title === columns.get('description')) columns.delete('description');
    questions.push(
      title ? `No column is called a title: is “${title}” what happened?` : 'Which column says what happened?'
    );
  }
  for (const [role, column] of columns) guesses.push(`“${column}” is the ${role}.`);
  for (const role of ['date', 'lat', 'lon'])
    if (!columns.has(role))
      questions.push(`Which column is the ${role}? Write it into the profile: -- column ${role}: NAME`);
  if (free.size > 0) questions.push(`Not used: ${[...free].join(', ')}. Is one of them needed?`);
  askOfDates(sample, [columns.get('date'), columns.get('end'), columns.get('source_date')], questions, guesses);
  const zero = ['killed', 'injured'].some((role) => columns.has(role) && valuesOf(columns.get(role)!).includes('0'));
  if (zero)
    questions.push(
      'Does a figure of 0 mean that there were none? Then write -- zero: none. Without, rows with 0 show no figure.'
    );
  const kinds = new Set(columns.has('kind') ? valuesOf(columns.get('kind')!) : []).size;
  if (kinds > MOST_KINDS)
    questions.push(
      `There are ${kinds} kinds; the ${MOST_KINDS - 1} most frequent are kept, the others are “Other”. Is another column better?`
    );
  questions.push(
    'Who publishes the table, when, and under which licence may its rows be shown? Write it into the profile.'
  );
  const id =
    basename(path)
      .replace(/\..*$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'table';
  return { profile: id, sql: write(id, columns, source, settings, questions), guesses, questions, settings };
}

const average = (values: readonly string[]) =>
  values.length === 0 || share(values, /\p{L}/u) < 0.8
    ? 0
    : values.reduce((sum, { length }) => sum + length, 0) / values.length;

/** What the dates of a table say about the order of day and month, where slashes part them. */
function askOfDates(
  sample: readonly Sample[],
  columns: (string | undefined)[],
  questions: string[],
  guesses: string[]
): void {
  const dates = columns.flatMap((column) => (column ? sample.map((row) => row[column] ?? '') : []));
  const parts = dates.flatMap((date) => {
    const [, a, b] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(date) ?? [];
    return a && b ? [[Number(a), Number(b)] as const] : [];
  });
  const unclear = parts.filter(([a, b]) => a <= 12 && b <= 12 && a !== b).length;
  if (unclear === 0) return;
  const dayFirst = parts.filter(([a]) => a > 12).length;
  const monthFirst = parts.filter(([, b]) => b > 12).length;
  guesses.push(
    `${unclear} dates could be two days; of the others ${dayFirst} have the day first, ${monthFirst} the month.`
  );
  questions.push(
    'Does the day or the month come first? Write -- dates: day-first or -- dates: month-first; else these rows are refused.'
  );
}

function write(
  id: string,
  columns: ReadonlyMap<string, string>,
  source: Source,
  { encoding, delimiter }: Settings,
  questions: readonly string[]
): string {
  const expects = [...new Set(['date', 'lat', 'lon', 'title'].flatMap((role) => columns.get(role) ?? []))];
  const text = (value: string) => value.replaceAll("'", "''");
  return [
    `-- profile: ${id}`,
    `-- title: ${source.file}`,
    `-- based on: events-csv`,
    `-- expects: ${expects.join(', ')}`,
    ...(encoding ? [`-- encoding: ${encoding}`] : []),
    ...(delimiter ? [`-- delimiter: ${delimiter}`] : []),
    '-- sharing: all',
    '-- dates: ask',
    '-- zero: ask',
    ...[...columns].map(([role, column]) => `-- column ${role}: ${column}`),
    '--',
    '-- Open questions:',
    ...questions.map((question) => `--   ${question}`),
    '',
    'CREATE VIEW release AS',
    'SELECT',
    `  '${id}' AS id,`,
    `  '${text(source.file)}' AS title,`,
    `  'The maker of the table' AS publisher,`,
    `  'table-maker' AS agent,`,
    `  'The maker of the table' AS agent_name,`,
    '  NULL AS url,',
    '  NULL AS published,',
    `  'Rows of a table, as its maker wrote them.' AS reliability,`,
    `  'Not stated: ask the maker of the table' AS licence,`,
    `  'https://example.org/' AS licence_href,`,
    '  NULL AS credit,',
    `  'Events of ${text(source.file)}' AS map_title;`,
    ''
  ].join('\n');
}
