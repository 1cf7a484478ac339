/** What makes the bytes of a file differ from those that an editor means: their encoding, or marks nobody sees. */
export type EncodingFault = 'UTF-16' | 'byte order mark' | 'CRLF';

/** The first such fault of a file; `null` for UTF-8 without a mark and with plain line ends. */
export function encodingFault(bytes: Buffer): EncodingFault | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  // Without a mark: every other byte of Latin text is zero, and no text holds a zero byte otherwise.
  if (bytes.subarray(0, 200).includes(0)) return 'UTF-16';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'byte order mark';
  return bytes.includes('\r\n') ? 'CRLF' : null;
}
