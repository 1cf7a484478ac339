/** Attributes that say what the map shows: the keys of its address. */
export const VIEW_KEYS = [
  'day',
  'window',
  'asof',
  'event',
  'site',
  'area',
  'claim',
  'article',
  'hide',
  'without',
  'external',
  'names',
  'chapter'
] as const;
/** Attributes that configure the embed. A changed value reloads the frame. */
export const OPTION_KEYS = ['theme', 'controls', 'height', 'story', 'troops', 'lang', 'isolated'] as const;
/** Those of them that the frame reads from its address as they are. */
const FRAME_KEYS = ['theme', 'controls', 'story', 'troops'] as const;
export const SELECTION_KEYS = ['event', 'site', 'area', 'claim', 'article'] as const;

export type Read = (name: string) => string | null;

/** A height in px, where `height` is a number; `null` where the content decides. */
export function fixedHeight(read: Read): number | null {
  const px = Number(read('height') || NaN);
  return px > 0 && px < 10_000 ? px : null;
}

/**
 * The address of the frame. `shown`: the query of what the frame showed before a reload; it replaces the attributes of
 * the view. `languages`: those of the site, the source language first; an unknown `lang` is ignored.
 */
export function frameAddress(base: string, read: Read, shown: string | null, languages: readonly string[]): string {
  const lang = read('lang') ?? '';
  const url = new URL(languages.indexOf(lang) > 0 ? `${lang}/embed/` : 'embed/', base);
  url.search = shown ?? '';
  const keys = shown === null ? [...VIEW_KEYS, ...FRAME_KEYS] : FRAME_KEYS;
  for (const key of keys) {
    const value = read(key);
    if (value !== null) url.searchParams.set(key, value);
  }
  if (fixedHeight(read) !== null || read('height') === 'fixed') url.searchParams.set('height', 'fixed');
  return url.href;
}
