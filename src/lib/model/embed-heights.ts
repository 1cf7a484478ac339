/**
 * One height in every dialect that content systems hear, as they are posted to the parent window.
 * `id` names the embed where a dialect wants a name; `childId` is the one that pym's host put in the address, if any;
 * `src` is the frame's address, by which the oldest listeners find their frame.
 */
export function heightDialects(
  height: number,
  { id, childId, src }: { id: string; childId: string | null; src: string }
): unknown[] {
  return [
    // AMP, `amp-iframe resizable`.
    { sentinel: 'amp', type: 'embed-size', height },
    // Datawrapper's listener, which content systems of many newsrooms carry.
    { 'datawrapper-height': { [id]: height } },
    // Embedly's, which Medium and others took over: JSON as a text.
    JSON.stringify({ src, context: 'iframe.resize', height }),
    // pym.js: a text with delimiters; its host gives each child a name and hears no other.
    ...(childId === null ? [] : [['pym', childId, 'height', String(height)].join('xPYMx')])
  ];
}
