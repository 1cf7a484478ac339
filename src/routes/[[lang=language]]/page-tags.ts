import { INITIAL_MESSAGES, type PageName } from '$lib/i18n/parts.ts';
import type { LanguageId } from '$lib/i18n/languages.ts';
import { clientTags, type ClientTags } from '$lib/islands/client-tags.ts';

/** Build only: the tags of a page's script, with the messages that it starts with, which it imports once it knows its language. */
export function pageTags(route: string, page: PageName, language: LanguageId, root: string): ClientTags {
  const messages = ['', ...INITIAL_MESSAGES[page].map((part) => `/${part}`)];
  return clientTags(
    route,
    messages.map((part) => `virtual:messages/${language}${part}`),
    root
  );
}
