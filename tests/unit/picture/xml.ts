export type XmlElement = { tag: string; attributes: Record<string, string>; text: string; inside: string[] };

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const TEXT = /(?:[^<&]|&(?:amp|lt|gt|quot|#\d+);)+/y;

/** Elements of a document in their order, each with its own text and the tags around it. Throws where it is not well formed. */
export function parseXml(source: string): XmlElement[] {
  const open: XmlElement[] = [];
  const found: XmlElement[] = [];
  let at = 0;
  while (at < source.length) {
    TAG.lastIndex = TEXT.lastIndex = at;
    const text = TEXT.exec(source)?.[0];
    if (text !== undefined) {
      if (!open.length) throw new Error(`text outside the root at ${at}`);
      open.at(-1)!.text += plain(text);
      at += text.length;
      continue;
    }
    const match = TAG.exec(source);
    if (!match) throw new Error(`not well formed at ${at}: ${source.slice(at, at + 60)}`);
    const [whole, closes, tag, attributes, empty] = match as unknown as [string, string, string, string, string];
    if (closes) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes another element at ${at}`);
    } else {
      if (!open.length && found.length) throw new Error(`a second root at ${at}`);
      const element = { tag, attributes: attributesOf(attributes), text: '', inside: open.map((each) => each.tag) };
      found.push(element);
      if (!empty) open.push(element);
    }
    at += whole.length;
  }
  if (open.length) throw new Error(`<${open.at(-1)!.tag}> is not closed`);
  return found;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)] as const);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? `&${name};`);
