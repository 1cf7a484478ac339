import { matchLanguage } from '../model/match-language.ts';

export const SELECTION_KEYS = ['event', 'site', 'area', 'claim', 'article'] as const;
/** Attributes that say what the map shows: the keys of its address. */
export const VIEW_KEYS = [
  'day',
  'window',
  'asof',
  ...SELECTION_KEYS,
  'hide',
  'without',
  'external',
  'names',
  'axis',
  'chapter'
] as const;
/** Attributes that configure the embed. A changed value reloads the frame. */
export const OPTION_KEYS = ['src', 'theme', 'controls', 'height', 'story', 'troops', 'lang', 'isolated'] as const;
/** Those of them that the frame reads from its address as they are. */
const FRAME_KEYS = ['theme', 'controls', 'story', 'troops'] as const;

export type Read = (name: string) => string | null;

/** What may stand around a value whose quotation marks a text editor has changed. */
const QUOTES = /^[\s"'“”„‟‘’‚″′«»]+|[\s"'“”„‟‘’‚″′«»]+$/g;

/** Reads the attributes of an element. */
export const reader =
  (element: Element): Read =>
  (name) =>
    element.getAttribute(name)?.replace(QUOTES, '') ?? null;

/** A height in px, where `height` is a number, with or without its unit; `null` where the content decides. */
export function fixedHeight(read: Read): number | null {
  const px = Number(/^(\d+(?:\.\d+)?)(?:px)?$/i.exec(read('height') ?? '')?.[1] ?? NaN);
  return px > 0 && px < 10_000 ? px : null;
}

/** What cannot be meant by `lang` and `height`, with the values that can. The map itself answers for all other keys. */
export function addressProblems(read: Read, languages: readonly string[]): string[] {
  const [lang, height] = [read('lang') ?? '', read('height') ?? ''];
  const problems: string[] = [];
  if (lang && !matchLanguage(lang, languages))
    problems.push(`lang="${lang}" is none of ${languages.join(', ')}: the map speaks ${languages[0]}`);
  if (height && !/^(auto|fixed)$/.test(height) && fixedHeight(read) === null)
    problems.push(`height="${height}" is not auto, fixed or a number of px: the content decides`);
  return problems;
}

/**
 * The address of the frame, or with `embed` false of the full map at the same view. `shown`: the query of what the frame
 * showed before a reload; it replaces the attributes of the view. `languages`: those of the site, the source language
 * first.
 */
export function frameAddress(
  base: string,
  read: Read,
  shown: string | null,
  languages: readonly string[],
  embed = true
): string {
  const lang = matchLanguage(read('lang') ?? '', languages);
  const folder = lang && lang !== languages[0] ? `${lang}/` : '';
  const url = new URL(folder + (embed ? 'embed/' : './'), base);
  url.search = shown ?? '';
  const frameKeys = embed ? FRAME_KEYS : [];
  for (const key of shown === null ? [...VIEW_KEYS, ...frameKeys] : frameKeys) {
    const value = read(key);
    if (value !== null) url.searchParams.set(key, value);
  }
  if (embed && (fixedHeight(read) !== null || read('height') === 'fixed')) url.searchParams.set('height', 'fixed');
  return url.href;
}
