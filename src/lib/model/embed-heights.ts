/**
 * The height as a message in every format that content systems listen for, posted to the parent window.
 * `id` names the embed where a format needs a name. `childId` is the id that pym's host put into the address, if any.
 * `src` is the frame's address, by which the oldest listeners identify the frame. `secret` is what WordPress put into it.
 */
export function heightDialects(
  height: number,
  { id, childId, src, secret }: { id: string; childId: string | null; src: string; secret: string | null }
): unknown[] {
  return [
    // AMP, `amp-iframe resizable`.
    { sentinel: 'amp', type: 'embed-size', height },
    // Datawrapper's listener, which the content systems of many newsrooms include.
    { 'datawrapper-height': { [id]: height } },
    // Embedly's format, also used by Medium and others: JSON as a string.
    JSON.stringify({ src, context: 'iframe.resize', height }),
    // pym.js: a delimited string. Its host assigns each child an id and ignores messages with another id.
    ...(childId === null ? [] : [['pym', childId, 'height', String(height)].join('xPYMx')]),
    // WordPress, of a page that it found by oEmbed.
    ...(secret === null ? [] : [{ message: 'height', value: height, secret }])
  ];
}
