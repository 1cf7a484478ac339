import { isLanguage } from '$lib/i18n/languages.ts';
import { SOURCE } from '$lib/model/language-folder.ts';

/** The folder of a language's pages; the first language has none. */
export const match = (param: string) => param !== SOURCE && isLanguage(param);
