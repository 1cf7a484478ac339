import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const isGzip = (path: string) => path.toLowerCase().endsWith('.gz');

/** The bytes of a file, unpacked where it is gzip. */
export function bytesOf(path: string): Readable {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  return isGzip(path) ? file.pipe(createGunzip({ chunkSize: 1 << 20 })) : file;
}

/** Encodings of tables from before UTF-8 became the rule, of which a proposal is made. */
const CANDIDATES = ['windows-1250', 'windows-1252', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1256'];

export type Encoding =
  | { ok: true; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  /** Not UTF-8: what it may be, most likely first, each with words that it then has. */
  | { ok: false; candidates: { encoding: string; words: string[] }[] };

/** Reads the whole file once to see how its text is written. */
export async function encodingOf(path: string): Promise<Encoding> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  const odd: Buffer[] = [];
  for await (const bytes of bytesOf(path) as AsyncIterable<Buffer>) {
    if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return { ok: true, encoding: 'utf-16le' };
    if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return { ok: true, encoding: 'utf-16be' };
    first = false;
    const chunk = Buffer.concat([rest, bytes]);
    // A character may be cut in two at the end of a chunk.
    const end = lastWhole(chunk);
    const whole = chunk.subarray(0, end);
    if (!isUtf8(whole)) odd.push(whole);
    if (odd.length >= 4) break;
    rest = chunk.subarray(end);
  }
  if (rest.length > 0 && !isUtf8(rest)) odd.push(rest);
  if (odd.length === 0) return { ok: true, encoding: 'utf-8' };
  return { ok: false, candidates: candidatesFor(Buffer.concat(odd)) };
}

/** Where the last character that is whole ends, as UTF-8 has it. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Letters that words of an encoding’s own languages have; what else it can write is rare in them. */
const OWN_LETTERS: Record<string, RegExp> = {
  'windows-1250': /[čćđšžęąłńśźżőűřěůňťďľĺŕăâîşţČĆĐŠŽĘĄŁŃŚŹŻŐŰŘĚŮŇŤĎĽáéíóúýöüäÁÉÍÓÚÝÖÜÄßôçë]/u,
  'windows-1252': /[àâäçéèêëîïôöùûüÿœæñáíóúãõåøßÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÑÁÍÓÚÃÕÅØ]/u,
  'windows-1251': /\p{Script=Cyrillic}/u,
  'windows-1253': /\p{Script=Greek}/u,
  'windows-1254': /[çğıİöşüâîûÇĞÖŞÜÂÎÛ]/u,
  'windows-1256': /\p{Script=Arabic}/u
};
/** Letters of that kind are a sign against the others: they hardly stand beside them in one table. */
const TELLING: Record<string, RegExp> = { 'windows-1250': /[čćđšžęąłśźżőűřěůČĆĐŠŽŁŚŹŻŐŰŘ]/gu };

function candidatesFor(bytes: Buffer): { encoding: string; words: string[] }[] {
  return CANDIDATES.map((encoding) => {
    const text = decoderOf(encoding)(bytes, false);
    const words = [...new Set(text.match(/[\p{L}\p{M}]*[^\p{ASCII}][\p{L}\p{M}]*/gu) ?? [])];
    const own = OWN_LETTERS[encoding]!;
    const isSound = (word: string) =>
      [...word].every((letter) => /\p{ASCII}/u.test(letter) || own.test(letter)) && !/\p{Ll}\p{Lu}/u.test(word);
    const telling = TELLING[encoding] ? words.filter((word) => word.match(TELLING[encoding]!)).length : 0;
    const mixed = words.filter(
      (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u.test(word)
    );
    const score = (words.filter(isSound).length + telling / 2 - 2 * mixed.length) / Math.max(1, words.length);
    return { encoding, score, words: words.filter((word) => word.length > 2).slice(0, 4) };
  })
    .sort((a, b) => b.score - a.score)
    .map(({ encoding, words }) => ({ encoding, words }));
}

/** What windows-1252 has at 0x80 to 0x9f: Node 20 reads it as ISO 8859-1, which has controls there. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decoderOf(encoding: string): (bytes: Uint8Array, more: boolean) => string {
  const decoder = new TextDecoder(encoding);
  if (decoder.encoding !== 'windows-1252') return (bytes, more) => decoder.decode(bytes, { stream: more });
  return (bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (sign) => UPPER_1252[sign.charCodeAt(0) - 0x80]!);
}

/** Writes the file anew as UTF-8. Throws for an encoding that is not known. */
export async function toUtf8(from: string, encoding: string, to: string): Promise<void> {
  let decode: ReturnType<typeof decoderOf>;
  try {
    decode = decoderOf(encoding);
  } catch {
    throw new Error(`no encoding ${JSON.stringify(encoding)} is known; write one such as windows-1250 or utf-16le`);
  }
  async function* decoded() {
    for await (const bytes of bytesOf(from) as AsyncIterable<Buffer>) yield decode(bytes, true);
    yield decode(new Uint8Array(), false);
  }
  await pipeline(Readable.from(decoded()), createWriteStream(to));
}
