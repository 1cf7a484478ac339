import { getContext, setContext } from 'svelte';

/** Where links lead, relative to the page that they stand on. */
export type PageLinks = {
  /** The map in the language of the page. */
  home: string;
  /** The page with the record, or with the list of its pages; empty where this is it. */
  record: string;
  /** A claim in the record. */
  claimInRecord: (id: string) => string;
  /** Events and articles have pages of their own. */
  items: boolean;
};

const KEY = Symbol('page links');
const AT_HOME: PageLinks = { home: './', record: '', claimInRecord: (id) => `#claim-${id}`, items: true };

/** Set once by the page. */
export const setPageLinks = (links: PageLinks): PageLinks => setContext(KEY, links);

export const getPageLinks = (): PageLinks => getContext<PageLinks | undefined>(KEY) ?? AT_HOME;
