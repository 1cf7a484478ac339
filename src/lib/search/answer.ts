import type { SearchText } from './documents.ts';
import { SearchIndex } from './search.ts';

/** What the worker is sent: items to add, or a query. */
export type SearchMessage = { add: readonly SearchText[] } | { find: string };

/** Answers messages in their order: with what was found, with nothing to items. */
export function answerer(): (message: SearchMessage) => number[] {
  const index = new SearchIndex();
  return (message) => {
    if ('find' in message) return index.find(message.find);
    index.add(message.add);
    return [];
  };
}
