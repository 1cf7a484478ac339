import { parseArgs } from 'node:util';
import { readTexts, soundText } from '../../lib/server/geodata/article-text.ts';
import { geodataDir } from '../../lib/server/geodata/dataset.ts';
import { gatherFolder } from '../../lib/server/geodata/validate.ts';
import { evaluateProposals, formatScores, type ArticleToEvaluate } from './proposals/evaluation.ts';

const USAGE = `usage: npm run edit:evaluate -- --articles DIR [--dir DIR]
  --articles DIR  the texts of the articles
  --dir DIR       the data folder (default: GEODATA_DIR, or geodata)`;

/** Compares what the desk proposes for the passage of each claim with what was curated, and prints both. */
function main(): number {
  let options: { articles?: string; dir?: string };
  try {
    options = parseArgs({ options: { articles: { type: 'string' }, dir: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  if (options.articles === undefined) {
    console.error(USAGE);
    return 2;
  }
  const data = gatherFolder(options.dir ?? geodataDir());
  const texts = readTexts(data, options.articles);
  const articles = data.articles.flatMap(({ item }): ArticleToEvaluate[] => {
    const text = soundText(texts, item.id);
    return text ? [{ article: item, text: text.characters.join('') }] : [];
  });
  console.log(formatScores(evaluateProposals(data, articles)));
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
