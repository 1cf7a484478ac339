import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bytesOf } from './encoding.ts';

/** Whether a text has an empty line, be it inside a cell. */
export async function hasBlankLine(path: string): Promise<boolean> {
  // As if a line ended before the first.
  let rest: Buffer = Buffer.from('\n');
  for await (const bytes of bytesOf(path) as AsyncIterable<Buffer>) {
    const chunk = Buffer.concat([rest, bytes]);
    if (chunk.includes('\n\n') || chunk.includes('\n\r\n')) return true;
    rest = chunk.subarray(-2);
  }
  return false;
}

/**
 * Writes a table without its empty lines, which are no rows: the database passes over some and takes others for cells.
 * Returns for each how many records stand before it, the header among them, so that rows can be numbered as in the table.
 */
export async function dropBlankLines(from: string, to: string, delimiter = ''): Promise<number[]> {
  const endsInCell = cellReader(delimiter);
  const before: number[] = [];
  let records = 0;
  let isInside = false;
  const isKept = (line: string) => {
    if (!isInside && (line === '' || line === '\r')) {
      before.push(records);
      return false;
    }
    isInside = endsInCell(line, isInside);
    if (!isInside) records++;
    return true;
  };
  async function* kept() {
    let rest = '';
    for await (const bytes of bytesOf(from) as AsyncIterable<Buffer>) {
      // Each byte as one character: none of UTF-8’s longer ones holds a sign that is looked for.
      const lines = (rest + bytes.toString('latin1')).split('\n');
      rest = lines.pop()!;
      yield Buffer.from(lines.map((line) => (isKept(line) ? `${line}\n` : '')).join(''), 'latin1');
    }
    yield Buffer.from(rest, 'latin1');
  }
  await pipeline(Readable.from(kept()), createWriteStream(to));
  return before;
}

/** Says whether a line ends inside a cell in quotation marks; `isInside`: whether it begins there. */
function cellReader(delimiter: string): (line: string, isInside: boolean) => boolean {
  const opening = new RegExp(
    `(?:^|[${[...`,;|\t${delimiter}`].map((sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`).join('')}])"`,
    'gu'
  );
  return (line, isInside) => {
    for (let at = 0; ;) {
      if (isInside) {
        const end = line.indexOf('"', at);
        if (end === -1) return true;
        isInside = line[end + 1] === '"';
        at = end + (isInside ? 2 : 1);
      } else {
        opening.lastIndex = at;
        if (!opening.test(line)) return false;
        isInside = true;
        at = opening.lastIndex;
      }
    }
  };
}
