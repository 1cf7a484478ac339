/** The language in which the data and messages are written; its pages are at the root of the site. */
export const SOURCE = 'en';

/** The folder of a language's pages, relative to the site's: empty, or with a trailing slash. */
export const folderOf = (language: string): string => (language === SOURCE ? '' : `${language}/`);
