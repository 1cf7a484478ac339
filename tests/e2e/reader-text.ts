import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';

/** What a page shows that is no prose: code, citations as published, fields with code to copy, and what runs. */
const NO_PROSE = /<(head|script|style|template|code|pre|textarea|cite)\b[\s\S]*?<\/\1>/g;
const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0', amp: '&' };

/** The pieces of prose of a page, from its HTML: what stands between two tags. */
export function proseOf(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(NO_PROSE, '\n')
    .replace(TAG, '\n')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_entity, name: string) => ENTITIES[name]!)
    .split('\n')
    .map((piece) => piece.trim())
    .filter(Boolean);
}

const ID = /(?<![\p{L}\p{N}/.-])[a-z\d]+(?:-[a-z\d]+)*(?![\p{L}\p{N}/-])/gu;
const RAW_DATE = /(?<![\d/-])\d{4}-\d{2}(?:-\d{2})?(?![\d/-])/;
/** An apostrophe follows a letter. */
const STRAIGHT_QUOTE = /"|(?<!\p{L})'|'(?!\p{L})/u;

const { claims, relations, external, events, articles, sites, areas } = loadDataset();
const ids = new Set([claims, relations, external, events, articles, sites, areas].flat().map(({ id }) => id));

/** What readers should not see: ids of the data, dates as the files have them, straight quotation marks. */
export function slipsIn(prose: readonly string[]): string[] {
  const slips = prose.flatMap((piece) => {
    const text = piece.replace(/https?:\/\/\S+/g, '');
    // An id of one word without a number (a town) is an ordinary word.
    const id = text.match(ID)?.find((word) => ids.has(word) && /[-\d]/.test(word));
    return [
      ...(id === undefined ? [] : [`the id ${id}: ${piece}`]),
      ...(RAW_DATE.test(text) ? [`a raw date: ${piece}`] : []),
      ...(STRAIGHT_QUOTE.test(text) ? [`a straight quotation mark: ${piece}`] : [])
    ];
  });
  return [...new Set(slips)];
}
