import type { ToTranslate } from '../wire.ts';

// A table for a translator, in RFC 4180: path, English, translation. Spreadsheets write semicolons too, and a mark before all.

const cell = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = (texts: readonly ToTranslate[], language: string): string =>
  [['path', 'en', language], ...texts.map(({ path, en, text }) => [path, en, text])]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');

/** The rows of such a table. Throws where it has no columns `path` and `en` and a third one. */
export function textsOfCsv(csv: string): ToTranslate[] {
  const text = csv.replace(/^\ufeff/, '');
  const separator = /^[^\n]*;/.test(text) && !/^[^\n;]*,/.test(text) ? ';' : ',';
  const [head, ...rows] = rowsOf(text, separator);
  const [path, en] = [head?.indexOf('path') ?? -1, head?.indexOf('en') ?? -1];
  const own = head?.findIndex((name, i) => i !== path && i !== en && name !== '') ?? -1;
  if (path === -1 || en === -1 || own === -1)
    throw new Error('its first line names no columns path, en and a language');
  return rows
    .filter((row) => row.length > 1)
    .map((row) => ({ path: row[path] ?? '', en: row[en] ?? '', text: row[own] ?? '' }));
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let value = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quoted) {
      if (character !== '"') value += character;
      else if (text[i + 1] === '"') {
        value += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === separator || character === '\n') {
      rows.at(-1)!.push(value.replace(/\r$/, ''));
      value = '';
      if (character === '\n') rows.push([]);
    } else value += character;
  }
  rows.at(-1)!.push(value);
  return rows;
}
