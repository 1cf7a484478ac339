/** The language that the data and the messages are written in first; its pages stand at the root of the site. */
export const SOURCE = 'en';

/** The folder of a language's pages, from the site's: empty, or with a slash at its end. */
export const folderOf = (language: string): string => (language === SOURCE ? '' : `${language}/`);
