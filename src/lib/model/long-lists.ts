/** Lists of more events are virtual: only what is seen of them is made and in the document. */
export const LONG = 200;
