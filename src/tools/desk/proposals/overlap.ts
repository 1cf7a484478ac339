export const overlapWith = (_s: string, _t: string) => ({ run: 0, words: '' });
