import { findNodeAtLocation, getNodeValue, parseTree, type Node } from 'jsonc-parser';
import { broken, houseJson } from './house-json.ts';

// Changes of JSON text that leave every byte which they do not have to touch: the order, the line breaks, the blanks.

export type Keys = (string | number)[];

type Edit = { offset: number; length: number; content: string };

/** The value as it now stands in the text; `undefined` where there is none. */
export function valueAt(text: string, at: Keys): unknown {
  const node = nodeAt(text, at);
  return node && getNodeValue(node);
}

/** Puts items into a list, the first of them at `index` (default: the end). */
export function insertItems(text: string, at: Keys, items: readonly unknown[], index?: number): string {
  const list = nodeAt(text, at);
  if (list?.type !== 'array') throw new Error(`there is no list at ${JSON.stringify(at)}`);
  if (items.length === 0) return text;
  const children = list.children ?? [];
  const place = Math.min(index ?? children.length, children.length);
  if (!isSpread(text, list)) {
    const values: unknown[] = getNodeValue(list);
    return replaced(text, list, [...values.slice(0, place), ...items, ...values.slice(place)]);
  }
  const style = styleAmong(text, children);
  return applied(text, [
    insertion(
      text,
      children,
      place,
      items.map((item) => style(item))
    )
  ]);
}

/**
 * Gives fields to an object: those that it has keep their place, others come after the nearest field before them in
 * `order` that the object has, or at its end.
 */
export function setFields(
  text: string,
  at: Keys,
  fields: Readonly<Record<string, unknown>>,
  order: readonly string[] = []
): string {
  const object = nodeAt(text, at);
  if (object?.type !== 'object') throw new Error(`there is no object at ${JSON.stringify(at)}`);
  const own = new Map((object.children ?? []).map((property, index) => [nameOf(property), index]));
  const added = Object.entries(fields).filter(([key]) => !own.has(key));
  if (added.length < Object.keys(fields).length) {
    const changed = Object.entries(fields).filter(([key]) => own.has(key));
    const result = changed.reduce((so, [key, value]) => update(so, [...at, key], value), text);
    return setFields(result, at, Object.fromEntries(added), order);
  }
  if (added.length === 0) return text;
  if (!isSpread(text, object)) return replaced(text, object, placed(getNodeValue(object), fields, order));
  const children = object.children!;
  const places = new Map<number, [string, unknown][]>();
  for (const field of byOrder(added, order)) {
    const after = before(order, field[0]).find((key) => own.has(key));
    const first = order.includes(field[0]) ? 0 : children.length;
    const place = after === undefined ? first : own.get(after)! + 1;
    places.set(place, [...(places.get(place) ?? []), field]);
  }
  const style = styleAmong(text, children.map(valueOf));
  return applied(
    text,
    [...places].map(([place, some]) => {
      const name = (key: string) => `${JSON.stringify(key)}: `;
      return insertion(
        text,
        children,
        place,
        some.map(([key, value]) => name(key) + style(value, name(key).length))
      );
    })
  );
}

/** Takes a field or an item out, with the comma that parted it. */
export function remove(text: string, at: Keys): string {
  const node = nodeAt(text, at);
  if (node === undefined) return text;
  const member = node.parent?.type === 'property' ? node.parent : node;
  const siblings = member.parent!.children!;
  const index = siblings.indexOf(member);
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  if (siblings.length === 1) {
    const { offset, length } = member.parent!;
    return applied(text, [{ offset, length, content: member.parent!.type === 'array' ? '[]' : '{}' }]);
  }
  // The last one goes with the comma before it, every other with the one after it.
  const [from, to] = next ? [member.offset, next.offset] : [endOf(previous!), endOf(member)];
  return applied(text, [{ offset: from, length: to - from, content: '' }]);
}

/**
 * Makes the value at a place another one, and touches only what differs: fields by their keys, items of a list by their
 * ids where they have some, else by their places where there are as many.
 */
export function update(text: string, at: Keys, value: unknown): string {
  const node = nodeAt(text, at);
  if (node === undefined) throw new Error(`there is nothing at ${JSON.stringify(at)}`);
  const now: unknown = getNodeValue(node);
  if (isSame(now, value)) return text;
  if (!isSpread(text, node)) return replaced(text, node, value);
  if (Array.isArray(now) && Array.isArray(value)) return updateList(text, at, now, value);
  if (isObject(now) && isObject(value)) {
    const gone = Object.keys(now).filter((key) => value[key] === undefined);
    const kept = Object.keys(value).filter((key) => value[key] !== undefined && now[key] !== undefined);
    const added = Object.entries(value).filter(([key, item]) => item !== undefined && now[key] === undefined);
    let result = gone.reduce((so, key) => remove(so, [...at, key]), text);
    result = kept.reduce((so, key) => update(so, [...at, key], value[key]), result);
    return setFields(result, at, Object.fromEntries(added), Object.keys(value));
  }
  return replaced(text, node, value);
}

function updateList(text: string, at: Keys, now: readonly unknown[], value: readonly unknown[]): string {
  const [old, ids] = [now.map(idOf), value.map(idOf)];
  if (!isListOfIds(old) || !isListOfIds(ids)) {
    if (now.length === value.length)
      return value.reduce<string>((so, item, index) => update(so, [...at, index], item), text);
    return spliced(text, at, now, value);
  }
  const kept = old.filter((id) => ids.includes(id));
  // Another order: nothing says which of them has moved.
  if (
    !isSame(
      kept,
      ids.filter((id) => old.includes(id))
    )
  )
    return replaced(text, nodeAt(text, at)!, value);
  let result = text;
  for (const [index, id] of [...old.entries()].reverse())
    if (!ids.includes(id)) result = remove(result, [...at, index]);
  for (const [index, item] of value.entries()) {
    result = old.includes(ids[index]!) ? update(result, [...at, index], item) : insertItems(result, at, [item], index);
  }
  return result;
}

/** A list without ids that is shorter or longer: what is the same at its beginning and its end stays. */
function spliced(text: string, at: Keys, now: readonly unknown[], value: readonly unknown[]): string {
  const most = Math.min(now.length, value.length);
  let [start, end] = [0, 0];
  while (start < most && isSame(now[start], value[start])) start += 1;
  while (end < most - start && isSame(now.at(-1 - end), value.at(-1 - end))) end += 1;
  // The last item leaves an empty list, which has no lines to put others on.
  if (start + end === 0) return replaced(text, nodeAt(text, at)!, value);
  let result = text;
  for (let index = now.length - end; index-- > start;) result = remove(result, [...at, index]);
  return insertItems(result, at, value.slice(start, value.length - end), start);
}

const idOf = (item: unknown): string | null => (isObject(item) && typeof item.id === 'string' ? item.id : null);
const isListOfIds = (ids: readonly (string | null)[]): ids is string[] =>
  !ids.includes(null) && new Set(ids).size === ids.length;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same JSON; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => isSame(a[key], b[key]));
}

function nodeAt(text: string, at: Keys): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, at);
}

const endOf = ({ offset, length }: Node) => offset + length;
const nameOf = (property: Node): string => property.children![0]!.value;
const valueOf = (property: Node): Node => property.children![1]!;

/** Whether what is in it stands on lines of its own. */
function isSpread(text: string, node: Node): boolean {
  const [first] = node.children ?? [];
  return first !== undefined && text.slice(node.offset, first.offset).includes('\n');
}

/** The blanks that begin the line of a place. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)![0];
}

const endOfLine = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');
const unitOf = (text: string) => /^[ \t]+/m.exec(text)?.[0] ?? '  ';

/** How deep a line stands, in steps of indentation. */
const levelAt = (text: string, offset: number) => Math.round(indentAt(text, offset).length / unitOf(text).length);

/** The value in the place of a node, as the house writes it. */
function replaced(text: string, { offset, length }: Node, value: unknown): string {
  const column = offset - (text.lastIndexOf('\n', offset - 1) + 1) - indentAt(text, offset).length;
  const content = houseJson(value, levelAt(text, offset), column, unitOf(text)).replaceAll('\n', endOfLine(text));
  return applied(text, [{ offset, length, content }]);
}

/** How a value is written among others: as features of GeoJSON are, one a line; as it fits; always on several lines. */
function styleAmong(text: string, values: readonly Node[]): (value: unknown, before?: number) => string {
  const objects = values.filter(({ type }) => type === 'object');
  const own = (node: Node) => text.slice(node.offset, endOf(node));
  const [first] = objects;
  if (first && own(first) === JSON.stringify(getNodeValue(first))) return (item) => JSON.stringify(item);
  const level = levelAt(text, values[0]!.offset);
  const unit = unitOf(text);
  const fits = (node: Node) => !houseJson(getNodeValue(node), level, 0, unit).includes('\n');
  // Not one that would fit is in one line.
  const all = objects.every((node) => isSpread(text, node)) && objects.some(fits);
  return (item, before = 0) =>
    all && isObject(item) ? broken(item, level, unit) : houseJson(item, level, before, unit);
}

/** Lines put before the member `place` of a list or an object whose members stand on lines of their own. */
function insertion(text: string, children: readonly Node[], place: number, parts: readonly string[]): Edit {
  const eol = endOfLine(text);
  const indent = indentAt(text, children[0]!.offset);
  const lines = parts.map((part) => part.replaceAll('\n', eol));
  const next = children[place];
  if (next === undefined) {
    const content = lines.map((line) => `,${eol}${indent}${line}`).join('');
    return { offset: endOf(children.at(-1)!), length: 0, content };
  }
  return { offset: next.offset, length: 0, content: lines.map((line) => `${line},${eol}${indent}`).join('') };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((so, { offset, length, content }) => so.slice(0, offset) + content + so.slice(offset + length), text);
}

/** The keys that stand before one in an order, the nearest first. */
function before(order: readonly string[], key: string): string[] {
  return order.slice(0, Math.max(0, order.indexOf(key))).reverse();
}

function byOrder(fields: readonly [string, unknown][], order: readonly string[]): [string, unknown][] {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...fields].sort(([a], [b]) => place(a) - place(b));
}

function placed(value: object, fields: Readonly<Record<string, unknown>>, order: readonly string[]): object {
  return Object.fromEntries(byOrder(Object.entries({ ...value, ...fields }), order));
}
