/** Lists of more events are virtual: only what is seen of them is made and in the document. */
export const LONG = 200;

/** How high an item of a list is, about. */
export const ITEM_PX = 104;
