/** A cell: `null` is empty, a number is written as it is, a boolean as `true` or `false`. */
export type Cell = string | number | boolean | null;

export type CsvOptions = {
  /** Starts with a byte order mark: some spreadsheet programs read UTF-8 only with it. */
  bom?: boolean;
};

/** Separates the values of a cell that holds several. */
export const LIST_SEPARATOR = ' | ';

/**
 * RFC 4180: comma, CRLF, quotes doubled, the header first; every row has the header's cells in its order.
 * Text that a spreadsheet would run as a formula is defused, see `defused`.
 */
export function* csvLines<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Record<Column, Cell>>,
  { bom = false }: CsvOptions = {}
): Generator<string> {
  const line = (cells: string[]) => `${cells.join(',')}\r\n`;
  yield (bom ? '\uFEFF' : '') + line(columns.map(cellText));
  for (const row of rows) yield line(columns.map((column) => cellText(row[column])));
}

/** The same as one text. */
export const writeCsv = (...of: Parameters<typeof csvLines>): string => [...csvLines(...of)].join('');

/**
 * Where a spreadsheet would begin a cell: at the start of a text, and after what programs in other countries split lines
 * and cells at, in quotes or not. There, blanks, quotes and apostrophes apart, a sign begins a formula; full-width signs too.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[\s"']*[=+\-@＝＋－＠])|^(?='*[\t\r])/g;
/**
 * The text with an apostrophe before each place from which a spreadsheet could run it as a formula. One taken off at each
 * such place gives the text again.
 */
export const defused = (text: string): string => text.replace(FORMULA, "'");

/** The text that `defused` was given. */
export const undefused = (cell: string): string =>
  cell.replace(/(?<=^|[;\t\r\n])'(?=[\s"']*[=+\-@＝＋－＠])|^'(?='*[\t\r])/g, '');

function cellText(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = defused(value);
  // A semicolon too: some programs split at it in locales with a decimal comma.
  return /[",;\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Several values in one cell. */
export const listCell = (values: readonly (string | number | null | undefined)[]): string | null =>
  values.length ? values.map((value) => value ?? '').join(LIST_SEPARATOR) : null;
