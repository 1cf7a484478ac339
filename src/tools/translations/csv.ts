import { parse } from 'csv-parse/sync';
import { undefused, writeCsv } from '../../lib/exports/csv.ts';
import type { Entry } from './entries.ts';
import type { Handed } from './returned.ts';

const COLUMNS = ['key', 'state', 'of', 'english', 'present'] as const;
const TRANSLATION = /^translation (\S+)$/;

/** A table for a translator, who fills in its last column. It begins with a byte order mark, for spreadsheet programs. */
export function toCsv(entries: readonly Entry[], language: string): string {
  const last = `translation ${language}`;
  const rows = entries.map((entry) => ({ ...entry, [last]: '' }) as Record<string, string>);
  return writeCsv([...COLUMNS, last], rows, { bom: true });
}

/** Reads such a table again, whatever a spreadsheet program parts its cells with. Throws where it is none. */
export function fromCsv(text: string): Handed {
  const [head = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const delimiter = [',', ';', '\t'].find((each) => head.split(each).length > COLUMNS.length) ?? ',';
  const rows = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  const names = rows[0] ?? [];
  const column = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`the table has no column “${name}”; it begins with ${names.slice(0, 4).join(', ')}`);
    return at;
  };
  const language = names.map((name) => TRANSLATION.exec(name.trim())?.[1]).find((name) => name !== undefined);
  if (language === undefined) throw new Error('the table has no column “translation …” with the language in its name');
  const [key, english, translation] = [column('key'), column('english'), column(`translation ${language}`)];
  const texts = rows.slice(1).map((cells, at) => {
    const cell = (of: number) => undefused(cells[of] ?? '');
    return { key: cell(key), english: cell(english), translation: cell(translation).trim(), at: `row ${at + 2}` };
  });
  return { language, texts };
}
