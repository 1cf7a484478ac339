import { printParseErrorCode, visit, type JSONPath } from 'jsonc-parser';
import { pathText } from './problems.ts';

/** The line of each field, keyed by its path as `pathText` writes it. */
export type Lines = ReadonlyMap<string, number>;

/**
 * A JSON text; or the first place where it is no JSON, with what to do where the slip is a common one. Lines and columns
 * are 1-based.
 */
export type JsonText =
  | { ok: true; value: unknown; duplicates: { path: string; line: number }[] }
  | { ok: false; line: number; column: number; found: string; advice?: string };

/** Deeper nesting is a slip, and thousands of levels would overflow the stack. The data folder has at most 9. */
const MAX_DEPTH = 100;

class NotJson extends Error {
  readonly place: { line: number; column: number; advice?: string };
  constructor(line: number, column: number, found: string, advice?: string) {
    super(found);
    this.place = { line: line + 1, column: column + 1, ...(advice !== undefined && { advice }) };
  }
}

/**
 * Reads JSON. The value itself comes from `JSON.parse`. That alone would not do: it names no line in most of its errors,
 * and it drops the first of two equal keys without a word.
 */
export function readJson(text: string): JsonText {
  const duplicates: { path: string; line: number }[] = [];
  /** What is open at the place reached: the keys of an object so far, `null` for an array. */
  const open: (Set<string> | null)[] = [];
  const begin = (keys: Set<string> | null, line: number, column: number): void => {
    if (open.push(keys) > MAX_DEPTH) throw new NotJson(line, column, `more than ${MAX_DEPTH} levels of brackets`);
  };
  const end = (): void => void open.pop();
  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, line, column) => begin(new Set(), line, column),
        onArrayBegin: (_offset, _length, line, column) => begin(null, line, column),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: (key, _offset, _length, line, _column, path) => {
          const keys = open.at(-1)!;
          if (keys.has(key)) duplicates.push({ path: pathText([...path(), key]), line: line + 1 });
          keys.add(key);
        },
        // Only the first error counts: those after it are often no more than its consequences.
        onError: (code, offset, length, line, column) => {
          const said = whatIsWrong(
            printParseErrorCode(code),
            shownToken(text.slice(offset, offset + length)),
            open.at(-1) ? '}' : ']'
          );
          const slip = commonSlip(text, offset, length);
          throw new NotJson(line, column, slip?.found ?? said, slip?.advice);
        }
      },
      { disallowComments: true }
    );
  } catch (error) {
    if (error instanceof NotJson) return { ok: false, ...error.place, found: error.message };
    throw error;
  }
  return { ok: true, value: JSON.parse(text), duplicates };
}

/** Of a text that is JSON. They take more memory than the text. */
export function linesOf(text: string): Lines {
  const lines = new Map<string, number>();
  const note = (line: number, path: JSONPath) => lines.set(pathText(path), line + 1);
  visit(text, {
    onObjectBegin: (_offset, _length, line, _column, path) => void note(line, path()),
    onArrayBegin: (_offset, _length, line, _column, path) => void note(line, path()),
    onLiteralValue: (_value, _offset, _length, line, _column, path) => void note(line, path())
  });
  return lines;
}

type Slip = { found?: string; advice: string };

/** What was probably typed where the text stops being JSON: cause and cure. `null`: no slip that is often made. */
function commonSlip(text: string, offset: number, length: number): Slip | null {
  const token = text.slice(offset, offset + length);
  const before = text.slice(0, offset).trimEnd();
  if (/^[“”„‟‘’‚«»]/.test(token)) {
    const found = `${shownToken(token)} stands in curly quotes`;
    return { found, advice: 'JSON needs straight ones (")' };
  }
  const [thousands] = /\d{1,3},$/.exec(before) ?? [];
  // With a blank between them, or in a list, these would be two numbers.
  if (thousands && before.length === offset && /^\d{3}$/.test(token)) {
    const found = `${thousands}${token} is no number of JSON`;
    return { found, advice: `write ${thousands.slice(0, -1)}${token}, without a comma` };
  }
  if (before.endsWith(',') && /^[}\]]$/.test(token)) {
    const line = before.split('\n').length;
    return { advice: `remove the comma at the end of line ${line}` };
  }
  const between = text.slice(before.length, offset);
  if (before.endsWith('"') && !between.includes('\n') && /^[^\s\d,:{}[\]"]/.test(token)) {
    return {
      found: `a straight quote stands inside a text, before ${shownToken(token)}`,
      advice: 'write “ ” in texts'
    };
  }
  return null;
}

/** Characters that nobody sees, such as the no-break space and the byte order mark, are shown by their number. */
function shownToken(token: string): string {
  if (token === '') return 'the end of the file';
  const short = token.length > 30 ? `${token.slice(0, 30)}…` : token;
  const code = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return short.replace(/(?! )[\p{Z}\p{C}]/gu, (unseen) => `<U+${code(unseen)}>`);
}

/** `error` is a name of jsonc-parser's; `close` is the bracket that ends what is open. */
function whatIsWrong(error: string, token: string, close: string): string {
  switch (error) {
    case 'PropertyNameExpected':
      return `${token} where a key should stand`;
    case 'ValueExpected':
      return `${token} where a value should stand`;
    case 'ColonExpected':
      return `${token} where : should stand`;
    case 'CommaExpected':
      return `${token} where , or ${close} should stand`;
    case 'CloseBraceExpected':
      return `${token} where , or } should stand`;
    case 'CloseBracketExpected':
      return `${token} where , or ] should stand`;
    case 'EndOfFileExpected':
      return `${token} after the end of the data`;
    case 'InvalidCommentToken':
      return `${token} is a comment, which JSON does not have`;
    case 'UnexpectedEndOfString':
      return `${token} has no closing quote on its line`;
    case 'UnexpectedEndOfNumber':
      return `${token} is an unfinished number`;
    case 'InvalidUnicode':
      return `${token} has \\u without four hexadecimal digits after it`;
    case 'InvalidEscapeCharacter':
      return `${token} has a backslash before a character that needs none (write \\\\ for a backslash)`;
    case 'InvalidCharacter':
      return `${token} has a tab or another control character in it (write \\t for a tab)`;
    default:
      return `${token} is not JSON (texts and keys stand in double quotes)`;
  }
}
