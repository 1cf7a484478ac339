/**
 * The language of the list that is meant: in any case, with `_` for `-`, with a region, or without the script (`SR-LATN`,
 * `sr_Cyrl`, `sq-AL`, `sr`). Where only the language is named, the first of it; `null` where none is.
 */
export function matchLanguage(asked: string, languages: readonly string[]): string | null {
  const parts = asked.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  for (let length = parts.length; length > 0; length--) {
    const tag = parts.slice(0, length).join('-');
    const found = languages.find((language) => `${language.toLowerCase()}-`.startsWith(`${tag}-`));
    if (found) return found;
  }
  return null;
}
