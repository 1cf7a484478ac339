import type { Plugin } from 'vite';
import { CATALOGUES } from '../../i18n/catalogues.ts';
import { LANGUAGES, type LanguageId } from '../../i18n/languages.ts';
import { localeFromIntl } from '../../i18n/locale-from-intl.ts';
import { PARTS, partOf, type Part } from '../../i18n/parts.ts';
import { SOURCE } from '../../model/language-folder.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { unusedMessages } from './message-use.ts';

const NAME = 'virtual:messages';
/** Resolved ids look like file names, so that they appear unchanged in the manifest of the build. */
const OWN = new RegExp(`^${NAME}(/[\\w-]+)*$`);

const LANGUAGE_IDS = Object.keys(LANGUAGES) as LanguageId[];
const PART_IDS = Object.keys(PARTS) as Part[];

const messagesOf = (id: LanguageId, wanted: (part: Part | null) => boolean) =>
  Object.fromEntries(Object.entries(CATALOGUES[id]).filter(([key]) => wanted(partOf(key))));

/** An object of functions, one per name, that import the modules. */
const imports = (names: readonly string[], under: string) =>
  `{${names.map((name) => `${JSON.stringify(name)}:()=>import(${JSON.stringify(`${under}/${name}`)})`).join(',')}}`;

/**
 * The modules `virtual:messages`: per language one with its tables and the messages of the first view, and one for each
 * part that is fetched later. Generated here, so that a reader fetches only one language, and transliterated texts
 * instead of the code for it. For prerendering a language is one module.
 * Invalid catalogues stop the build with a list of all problems.
 */
export function messageModules(): Plugin {
  return {
    name: 'messages',
    buildStart() {
      const unused = unusedMessages(Object.keys(CATALOGUES[SOURCE])).map(
        (key) => `${key}: nothing uses it; remove it from every language`
      );
      const problems = [...catalogueProblems(CATALOGUES), ...unused];
      if (problems.length)
        this.error({ message: ['the messages have problems', '', ...problems].join('\n'), stack: '' });
    },
    resolveId: (id) => (OWN.test(id) ? `\0${id}` : undefined),
    load(id, options) {
      if (!id.startsWith('\0') || !OWN.test(id.slice(1))) return undefined;
      const [, language, part] = id.split('/') as [string, LanguageId?, Part?];
      if (!language) return `export const messages=${imports(LANGUAGE_IDS, NAME)};`;
      if (part) return `export default ${JSON.stringify(messagesOf(language, (own) => own === part))};`;
      const first = messagesOf(language, (own) => own === null || options?.ssr === true);
      const parts = options?.ssr
        ? '{}'
        : imports(
            PART_IDS.filter((name) => name !== 'prerendered'),
            `${NAME}/${language}`
          );
      return `export const locale=${JSON.stringify(localeFromIntl(LANGUAGES[language].tag))};export const first=${JSON.stringify(first)};export const parts=${parts};`;
    }
  };
}
