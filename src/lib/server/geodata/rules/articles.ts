import type { Geodata } from '../authored.ts';
import { pathText } from '../problems.ts';
import type { Finding } from './rule.ts';

/** V27: an attribution chain is not empty and ends at the publisher of the article. */
export function* chainsEndAtPublisher(data: Geodata): Iterable<Finding> {
  for (const { item, article, ...at } of data.claims) {
    const last = item.attribution.at(-1);
    const { publisherAgent } = article.item;
    const below = 'attribution';
    if (last === undefined)
      yield { at, below, found: 'the chain is empty', advice: `name who said it, and end with "${publisherAgent}"` };
    else if (last.agent !== publisherAgent) {
      yield {
        at,
        below,
        found: `the chain ends at "${last.agent}"`,
        advice: `end it with the publisher, "${publisherAgent}"`
      };
    }
  }
}

/** A figure as stated may be "< 30"; a tag or an entity is markup. */
const MARKUP = /<\/?[a-z!][^>]*>?|&(?:[a-z]+|#\d+);/i;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/;

/** V43: text is plain text: no markup, no entities, no control characters. */
export function* textIsPlain(data: Geodata): Iterable<Finding> {
  for (const { item, file } of data.files) {
    for (const { path, text } of texts(item)) {
      const at = { file, path };
      const markup = MARKUP.exec(text);
      if (markup)
        yield {
          at,
          below: '',
          found: `it holds markup, ${JSON.stringify(markup[0])}`,
          advice: 'write plain text: it is shown as it stands'
        };
      if (CONTROL.test(text))
        yield { at, below: '', found: 'it holds a control or broken character', advice: 'retype the text' };
    }
  }
}

/** Every text of a JSON value, with its path. */
export function* texts(
  json: unknown,
  keys: readonly (string | number)[] = []
): Iterable<{ path: string; text: string; keys: readonly (string | number)[] }> {
  if (typeof json === 'string') yield { path: pathText(keys), text: json, keys };
  else if (Array.isArray(json)) for (const [index, value] of json.entries()) yield* texts(value, [...keys, index]);
  else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) yield* texts(value, [...keys, key]);
  }
}

/** V44: addresses are complete and of the web. */
export function* addressesAreWeb(data: Geodata): Iterable<Finding> {
  for (const { at, below, url } of addresses(data)) {
    if (isWebAddress(url)) continue;
    yield {
      at,
      below,
      found: `${JSON.stringify(url)} is no web address`,
      advice: '(e.g. https://example.org/article)'
    };
  }
  for (const { item, ...at } of data.external) {
    if (item.urls.length === 0)
      yield {
        at,
        below: 'urls',
        found: `"${item.id}" has no address`,
        advice: 'give at least one: a fact without a source is no evidence'
      };
  }
}

function* addresses(data: Geodata): Iterable<{ at: Finding['at']; below: string; url: string }> {
  for (const { item, ...at } of data.articles) if (item.url !== null) yield { at, below: 'url', url: item.url };
  for (const { item, ...at } of data.external) {
    for (const [index, url] of item.urls.entries()) yield { at, below: `urls[${index}]`, url };
  }
  if (data.info === null) return;
  const { item, ...at } = data.info;
  for (const list of ['attribution', 'licences'] as const) {
    for (const [index, { href }] of item[list].entries()) yield { at, below: `${list}[${index}].href`, url: href };
  }
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\/[^/\s]+\.[^/\s]+/.test(url) && !/\s/.test(url);
}
