import type { Geodata } from '../authored.ts';
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

/** What is shown is where it leads: no user before an `@`, nothing unseen, nothing that turns the text. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text) || !/^https?:\/\/[^/\s]+\.[^/\s]+/.test(text) || /[\s\p{C}]/u.test(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
