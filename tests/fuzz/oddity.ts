/** What no text on a page or in a file should be. */
const ODD = /\b(?:NaN|undefined|Infinity|\[object Object\])\b|[\ufffd\u202a-\u202e\u2066-\u2069\u2028]|\p{Cs}/u;

/** The first odd thing in a text, with what is around it; `null` where there is none. */
export function oddity(text: string): string | null {
  const found = ODD.exec(text);
  return found && `${JSON.stringify(found[0])}: …${text.slice(Math.max(0, found.index - 60), found.index + 40)}…`;
}
