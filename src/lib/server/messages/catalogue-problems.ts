import type { Catalogue, MessageKey } from '../../i18n/catalogue.ts';
import { LANGUAGES, type LanguageId } from '../../i18n/languages.ts';
import { SOURCE } from '../../model/language-folder.ts';
import type { Message } from '../../i18n/message.ts';
import { MONTH_FORMS } from '../../i18n/month-forms.ts';

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (text: string) => new Set([...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map((match) => match[1]!));
const list = (names: Iterable<string>) => [...names].sort().join(', ') || 'none';

/**
 * The problems of the catalogues, one line each: a message that is missing, empty or unknown; placeholders that differ
 * from the source language's, or ask for a form that the language does not have; plural forms that differ from the
 * language's.
 */
export function catalogueProblems(catalogues: Record<LanguageId, Partial<Catalogue>>): string[] {
  const source = catalogues[SOURCE];
  const keys = Object.keys(source) as MessageKey[];
  return (Object.keys(catalogues) as LanguageId[]).flatMap((id) => {
    const catalogue = catalogues[id];
    const unknown = Object.keys(catalogue).filter((key) => !(key in source));
    return [
      ...unknown.map((key) => `${id} ${key}: no such message in ${SOURCE}; remove it`),
      ...keys.flatMap((key) => {
        const message = catalogue[key];
        if (message === undefined) return [`${id} ${key}: missing; ${SOURCE} has ${JSON.stringify(source[key])}`];
        return messageProblems(id, message, source[key]!).map((problem) => `${id} ${key}: ${problem}`);
      })
    ];
  });
}

function messageProblems(id: LanguageId, message: Message, source: Message): string[] {
  const problems: string[] = [];
  const forms = formsOf(message);
  if (forms.some((text) => text.trim() === '')) problems.push('empty');
  if ((typeof message === 'string') !== (typeof source === 'string')) {
    problems.push(
      typeof source === 'string' ? 'it has plural forms, the source has none' : 'it has no plural forms, the source has'
    );
  }
  if (typeof message !== 'string') {
    const needed = new Intl.PluralRules(LANGUAGES[id].tag).resolvedOptions().pluralCategories;
    if (list(needed) !== list(Object.keys(message)))
      problems.push(`its plural forms are ${list(Object.keys(message))}; the language has ${list(needed)}`);
  }
  const inflections = Object.keys(MONTH_FORMS[LANGUAGES[id].tag] ?? {});
  const asked = forms.flatMap((text) => [...text.matchAll(/\{(\w+):(\w+)\}/g)]);
  for (const [placeholder, , form] of asked)
    if (!inflections.includes(form!))
      problems.push(`${placeholder}: the forms of the language are ${list(inflections)}`);
  // A form may omit only the number itself ("the one article").
  const wanted = new Set(formsOf(source).flatMap((text) => [...placeholders(text)]));
  const found = new Set(forms.flatMap((text) => [...placeholders(text)]));
  if (list(wanted) !== list(found)) problems.push(`its placeholders are ${list(found)}; ${SOURCE} has ${list(wanted)}`);
  else if (forms.some((text) => [...wanted].some((name) => name !== 'n' && !placeholders(text).has(name))))
    problems.push('a plural form lacks a placeholder');
  return problems;
}
