import { parseTree, type Node } from 'jsonc-parser';
import type { Translated } from '../../lib/server/geodata/authored.ts';

/**
 * The content of a file of translations with some texts set: nothing else of it changes, order and layout included. A new
 * text goes where it stands in `order`, the paths of the data.
 */
export function withTexts(file: string, texts: ReadonlyMap<string, Translated>, order: readonly string[]): string {
  const properties = parseTree(file)?.children ?? [];
  const present = new Map(properties.map((property) => [String(property.children![0]!.value), property]));
  const newline = file.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^[{\s]*[\r\n]([ \t]+)"/.exec(file)?.[1] ?? '  ';
  const edits: { from: number; to: number; text: string }[] = [];
  // Where the next new text goes: after the last one before it that is there, else at the beginning.
  let after: Node | null = null;
  const added = new Map<Node | null, string[]>();
  for (const key of order) {
    const property = present.get(key);
    const text = texts.get(key);
    if (property) after = property;
    if (!text) continue;
    if (property) edits.push(...fieldEdits(property, text));
    else added.set(after, [...(added.get(after) ?? []), entry(key, text, indent, newline)]);
  }
  const start = file.indexOf('{') + 1;
  for (const [property, entries] of added) {
    if (property) {
      const at = property.offset + property.length;
      edits.push({ from: at, to: at, text: entries.map((each) => `,${newline}${each}`).join('') });
    } else {
      const rest = properties.length > 0 ? ',' : newline;
      const to = properties.length > 0 ? start : file.indexOf('}', start);
      edits.push({ from: start, to, text: `${newline}${entries.join(`,${newline}`)}${rest}` });
    }
  }
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, text }) => result.slice(0, from) + text + result.slice(to), file);
}

function fieldEdits(property: Node, text: Translated): { from: number; to: number; text: string }[] {
  const fields = property.children![1]!.children ?? [];
  return fields.flatMap((field) => {
    const [name, value] = field.children as [Node, Node];
    const wanted = text[name.value as keyof Translated] as string | undefined;
    if (wanted === undefined || wanted === value.value) return [];
    return [{ from: value.offset, to: value.offset + value.length, text: JSON.stringify(wanted) }];
  });
}

function entry(key: string, { en, text }: Translated, indent: string, newline: string): string {
  const fields = Object.entries({ en, text }).map(
    ([name, value]) => `${indent}${indent}"${name}": ${JSON.stringify(value)}`
  );
  return `${indent}${JSON.stringify(key)}: {${newline}${fields.join(`,${newline}`)}${newline}${indent}}`;
}
