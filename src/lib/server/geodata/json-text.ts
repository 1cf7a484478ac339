import { pathText } from './problems.ts';

/** A JSON text with the line of every field; or the first place where it is no JSON. */
export type JsonText =
  | { ok: true; value: unknown; lineOf: ReadonlyMap<string, number>; duplicates: { path: string; line: number }[] }
  | { ok: false; line: number; column: number; found: string };

/**
 * Reads JSON and remembers the line of each field, keyed by its path as `pathText` writes it.
 * The value itself comes from `JSON.parse`. That alone would not do: it names no line in most of its errors, and it
 * drops the first of two equal keys without a word.
 */
export function readJson(text: string): JsonText {
  const scan = new Scan(text);
  const failed = scan.run();
  if (failed !== null) return { ok: false, ...positionAt(text, failed.at), found: failed.found };
  return { ok: true, value: JSON.parse(text), lineOf: scan.lineOf, duplicates: scan.duplicates };
}

/** 1-based line and column of a character. */
export function positionAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

const TOKEN =
  // eslint-disable-next-line no-control-regex -- JSON forbids control characters in its strings
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\]:,]/y;

class Failure extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

class Scan {
  readonly lineOf = new Map<string, number>();
  readonly duplicates: { path: string; line: number }[] = [];
  #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  run(): { at: number; found: string } | null {
    try {
      this.#value([]);
      this.#skipSpace();
      if (this.#at < this.#text.length) throw new Failure(this.#at, `${this.#seen()} after the end of the data`);
      return null;
    } catch (error) {
      if (error instanceof Failure) return { at: error.at, found: error.message };
      throw error;
    }
  }

  #value(path: (string | number)[]): void {
    const token = this.#next('a value');
    this.lineOf.set(pathText(path), this.#line);
    if (token === '{') this.#object(path);
    else if (token === '[') this.#array(path);
    else if (token.length === 1 && '}]:,'.includes(token)) {
      throw new Failure(this.#at - 1, `${token} where a value should stand`);
    }
  }

  #object(path: (string | number)[]): void {
    const seen = new Set<string>();
    if (this.#peek() === '}') return void this.#next('}');
    do {
      const at = this.#at;
      const token = this.#next('a key');
      if (!token.startsWith('"'))
        throw new Failure(Math.max(at, this.#at - token.length), `${token} where a key should stand`);
      const key = JSON.parse(token) as string;
      if (seen.has(key)) this.duplicates.push({ path: pathText([...path, key]), line: this.#line });
      seen.add(key);
      this.#expect(':');
      this.#value([...path, key]);
    } while (this.#more('}'));
  }

  #array(path: (string | number)[]): void {
    if (this.#peek() === ']') return void this.#next(']');
    let index = 0;
    do this.#value([...path, index++]);
    while (this.#more(']'));
  }

  /** Reads `,` (more follows) or the closing bracket. */
  #more(close: string): boolean {
    const token = this.#next(`, or ${close}`);
    if (token === ',') return true;
    if (token === close) return false;
    throw new Failure(this.#at - token.length, `${token} where , or ${close} should stand`);
  }

  #expect(wanted: string): void {
    const token = this.#next(wanted);
    if (token !== wanted) throw new Failure(this.#at - token.length, `${token} where ${wanted} should stand`);
  }

  #peek(): string {
    this.#skipSpace();
    return this.#text[this.#at] ?? '';
  }

  #next(wanted: string): string {
    this.#skipSpace();
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    if (!match) throw new Failure(this.#at, `${this.#seen()} where ${wanted} should stand`);
    this.#at = TOKEN.lastIndex;
    return match[0];
  }

  #skipSpace(): void {
    for (; ' \t\r\n'.includes(this.#text[this.#at] ?? 'x'); this.#at++) if (this.#text[this.#at] === '\n') this.#line++;
  }

  #seen(): string {
    const rest = this.#text.slice(this.#at, this.#at + 20).split('\n')[0];
    return rest ? JSON.stringify(rest) : 'the end of the file';
  }
}
