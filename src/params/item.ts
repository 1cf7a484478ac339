import { ITEM_TYPES, type ItemType } from '$lib/model/item-types.ts';

/** What has a page of its own. */
export const match = (param: string): param is ItemType => ITEM_TYPES.some((type) => type === param);
