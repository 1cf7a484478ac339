import { ITEM_TYPES, type Item } from '$lib/model/item-page.ts';

/** What has a page of its own. */
export const match = (param: string): param is Item['type'] => ITEM_TYPES.some((type) => type === param);
