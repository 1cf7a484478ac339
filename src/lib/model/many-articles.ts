import type { Dataset } from './dataset.ts';

/** A table may name a source for each row: of more articles than these a list is no choice, and takes more than a screen. */
const MOST_ARTICLES = 400;

export const hasManyArticles = ({ articles }: Pick<Dataset, 'articles'>): boolean => articles.length > MOST_ARTICLES;
