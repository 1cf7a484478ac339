import { messages } from 'virtual:messages';
import { createLanguage, type Language } from './language.ts';
import type { LanguageId } from './languages.ts';
import type { Part } from './parts.ts';

/** The language with the messages that all pages need, and parts besides. One language is fetched, whatever others there are. */
export async function openLanguage(id: LanguageId, parts: readonly Part[] = []): Promise<Language> {
  const sources = await messages[id]();
  const language = createLanguage(id, sources.first, sources.parts);
  await language.load(...parts);
  return language;
}
