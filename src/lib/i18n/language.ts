import { createContext } from 'svelte';
import type { Catalogue, MessageKey } from './catalogue.ts';
import { LANGUAGES, type LanguageId } from './languages.ts';
import type { Locale } from './locale.ts';
import { translator, type Translate } from './message.ts';
import type { Part } from './parts.ts';

/** The language of the page: its BCP 47 tag, how it writes days and numbers, and its messages. */
export type Language = {
  id: LanguageId;
  locale: Locale;
  t: Translate<MessageKey>;
  /**
   * Fetches message parts that the first view does not need; await it before using them. Calling it again is harmless.
   */
  load(...parts: Part[]): Promise<void>;
  /** Resolves to the module once the message parts that it uses have loaded too. */
  loadWithMessages<Module>(module: Promise<Module>, ...parts: Part[]): Promise<Module>;
};

/** How the parts of a language are fetched. A part without an entry is among the first messages already. */
export type PartSources = Partial<Record<Part, () => Promise<{ default: Partial<Catalogue> }>>>;

export function createLanguage(
  id: LanguageId,
  locale: Locale,
  first: Partial<Catalogue>,
  sources: PartSources = {}
): Language {
  const messages = { ...first };
  async function load(...parts: Part[]) {
    const loaded = await Promise.all(parts.map((part) => sources[part]?.()));
    for (const part of loaded) Object.assign(messages, part?.default);
  }
  return {
    id,
    locale,
    t: translator(messages, locale, LANGUAGES[id].plurals),
    load,
    loadWithMessages: async (module, ...parts) => (await Promise.all([module, load(...parts)]))[0]
  };
}

/** Set once by the layout; every component reads it from context. */
export const [getLanguage, setLanguage] = createContext<Language>();
