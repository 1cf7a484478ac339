import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bytesOf } from './encoding.ts';

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'"\\{}[]'].map((sign) => sign.charCodeAt(0));

/** What stands before the features of a collection: `{ "name": … }`; its beginning alone. */
export type Features = { head: string; count: number };

/**
 * Writes each member of the list `features` of a GeoJSON file as a line of its own. The file need not fit into memory, as
 * it would have to as one JSON value. Throws where there is no such list.
 */
export async function featureLines(from: string, to: string): Promise<Features> {
  const found = { head: '', count: 0 };
  await pipeline(Readable.from(members(bytesOf(from), found)), createWriteStream(to));
  if (found.count === 0 && !/"features"\s*:\s*\[/.test(found.head)) throw new Error('it has no list "features"');
  return found;
}

async function* members(bytes: Readable, found: Features): AsyncIterable<Buffer> {
  let isInside = false;
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let parts: Buffer[] = [];
  for await (let chunk of bytes as AsyncIterable<Buffer>) {
    if (!isInside) {
      found.head += chunk.toString('latin1');
      const start = /"features"\s*:\s*\[/.exec(found.head);
      if (!start) {
        if (found.head.length > 1 << 22) return;
        continue;
      }
      const at = start.index + start[0].length;
      chunk = Buffer.from(found.head.slice(at), 'latin1');
      found.head = found.head.slice(0, at);
      isInside = true;
    }
    let from = depth > 0 ? 0 : -1;
    const lines: Buffer[] = [];
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (byte === OPEN || byte === OPEN_LIST) {
        if (depth++ === 0) from = at;
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (depth === 0) {
          if (lines.length > 0) yield Buffer.concat(lines);
          return;
        }
        if (--depth === 0) {
          const whole = Buffer.concat([...parts, chunk.subarray(from, at + 1)]);
          // A line end outside a text would cut the record.
          for (let i = 0; i < whole.length; i++) if (whole[i] === 10 || whole[i] === 13) whole[i] = 32;
          lines.push(whole, Buffer.from('\n'));
          found.count++;
          parts = [];
          from = -1;
        }
      }
    }
    if (depth > 0) parts.push(chunk.subarray(from));
    if (lines.length > 0) yield Buffer.concat(lines);
  }
}
