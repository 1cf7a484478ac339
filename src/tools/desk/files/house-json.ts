/** As wide as Prettier makes lines in this project. */
const WIDTH = 120;

/**
 * JSON as the files of the data folder are written: an object or a list of plain values in one line where it fits, lists
 * of objects with one object a line. `level`: how deep the value stands; `before`: what stands before it in its line,
 * beyond the indentation. Without an end of line. Keys whose value is `undefined` are left out.
 */
export function houseJson(value: unknown, level = 0, before = 0, unit = '  '): string {
  const inline = inOneLine(value);
  // A comma follows.
  if (inline !== null && level * unit.length + before + inline.length + 1 <= WIDTH) return inline;
  return broken(value, level, unit);
}

/** The value with its outermost braces or brackets on lines of their own, as all entries of some files are. */
export function broken(value: unknown, level = 0, unit = '  '): string {
  const [end, inner] = [unit.repeat(level), unit.repeat(level + 1)];
  const lines = (open: string, parts: string[], close: string) =>
    parts.length === 0 ? open + close : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${end}${close}`;
  if (Array.isArray(value)) {
    const parts = value.map((item) => houseJson(item, level + 1, 0, unit));
    return lines('[', parts, ']');
  }
  if (typeof value === 'object' && value !== null) {
    const parts = entriesOf(value).map(([key, item]) => {
      const name = `${JSON.stringify(key)}: `;
      return name + houseJson(item, level + 1, name.length, unit);
    });
    return lines('{', parts, '}');
  }
  return plain(value);
}

/** `null` for what never stands in one line: a list of objects. */
function inOneLine(value: unknown): string | null {
  if (Array.isArray(value)) {
    if (value.some((item) => typeof item === 'object' && item !== null && !Array.isArray(item))) return null;
    const parts = value.map(inOneLine);
    return parts.includes(null) ? null : `[${parts.join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) return plain(value);
  const parts = entriesOf(value).map(([key, item]) => {
    const text = inOneLine(item);
    return text === null ? null : `${JSON.stringify(key)}: ${text}`;
  });
  if (parts.length === 0) return '{}';
  return parts.includes(null) ? null : `{ ${parts.join(', ')} }`;
}

const entriesOf = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined);

const plain = (value: unknown) => JSON.stringify(value) ?? 'null';
