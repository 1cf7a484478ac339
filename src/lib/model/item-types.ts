/** What has a page of its own. By itself, as the service worker needs no more of it. */
export const ITEM_TYPES = ['event', 'chapter', 'article'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];
