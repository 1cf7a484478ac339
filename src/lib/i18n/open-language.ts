import { messages } from 'virtual:messages';
import { createLanguage, type Language } from './language.ts';
import type { LanguageId } from './languages.ts';
import type { Part } from './parts.ts';

/** Fetches a language: the messages that all pages need, and the parts given. Other languages are not fetched. */
export async function openLanguage(id: LanguageId, parts: readonly Part[] = []): Promise<Language> {
  const sources = await messages[id]();
  const language = createLanguage(id, sources.locale, sources.first, sources.parts);
  await language.load(...parts);
  return language;
}
