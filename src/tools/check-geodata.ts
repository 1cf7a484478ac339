import { parseArgs } from 'node:util';
import type { Texts } from '../lib/server/geodata/article-text.ts';
import type { Geodata } from '../lib/server/geodata/authored.ts';
import { changedPassages, newArticles, sentencesToReread, versionIsRaised } from '../lib/server/geodata/changes.ts';
import { geodataDir } from '../lib/server/geodata/dataset.ts';
import { asCommitted } from '../lib/server/geodata/last-commit.ts';
import { count, formatReport, type Problem } from '../lib/server/geodata/problems.ts';
import { recoverPublication } from '../lib/server/geodata/publication.ts';
import { hasErrors, validateGeodata } from '../lib/server/geodata/validate.ts';

const USAGE = `usage: npm run check:geodata -- [--articles DIR] [--draft | --strict] [--dir DIR]
  --articles DIR  also check the data against the article texts that are in DIR
  --draft         leave translations, and article texts that are not in DIR, alone
  --strict        a text that is not translated is a problem
  --dir DIR       check this data folder (default: GEODATA_DIR, or geodata)`;

/** Prints every problem of a data folder and a summary. Exit code 1 for errors, 2 for wrong usage. */
function main(): number {
  let options: { articles?: string; dir?: string; draft?: boolean; strict?: boolean };
  try {
    options = parseArgs({
      options: {
        articles: { type: 'string' },
        dir: { type: 'string' },
        draft: { type: 'boolean' },
        strict: { type: 'boolean' }
      }
    }).values;
    if (options.draft && options.strict) throw new Error('--draft and --strict exclude each other');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const dir = options.dir ?? geodataDir();
  if (recoverPublication(dir)) console.log(`${dir}: a publication that was interrupted is now finished\n`);
  const { data, problems: inFolder, texts } = validateGeodata(dir, options.articles, options);
  const before = asCommitted(dir);
  const problems = before === null ? inFolder : [...inFolder, ...versionIsRaised(before, data)];
  if (problems.length > 0) console.log(`${formatReport(problems)}\n`);
  console.log(summary(data, problems, textsChecked(data, texts, options.draft)));
  if (before !== null) for (const list of toLookAt(before, data, texts)) console.log(`\n${list}`);
  return hasErrors(problems) ? 1 : 0;
}

/** Lists for an editor's eyes, of what has changed since the last commit. */
function toLookAt(before: Geodata, data: Geodata, texts: Texts | null): string[] {
  const passages = texts === null ? [] : changedPassages(before, data, texts);
  const sentences = sentencesToReread(before, data);
  const lists: string[] = [];
  if (passages.length > 0) {
    const lines = passages.map(
      ({ claim, passage }) => `  ${claim.item.id}: ${claim.item.what}\n    “${passage.trim()}”`
    );
    lists.push(
      [`${count(passages.length, 'claim')} new or changed since the last commit, with the passage:`, ...lines].join(
        '\n'
      )
    );
  }
  if (sentences.length > 0) {
    const lines = sentences.map(({ key, text }) => `  ${key}: ${text}`);
    const added = newArticles(before, data).join(', ');
    const head = `New since the last commit: ${added}. Reread ${count(sentences.length, 'sentence')} that may no longer be true:`;
    lists.push([head, ...lines].join('\n'));
  }
  return lists;
}

/** Against how many of the texts the data was checked, and which are not in the folder. */
function textsChecked(data: Geodata, texts: Texts | null, draft = false): string {
  if (draft) return `translations not checked, ${textsChecked(data, texts).replace(/; not there: .*/, '')}`;
  if (texts === null) return 'not checked against article texts (--articles DIR)';
  const absent = data.articles.filter(({ item }) => !texts.has(item.id)).flatMap(({ item }) => item.text?.file ?? []);
  if (absent.length === 0) return 'checked against the article texts';
  return `checked against ${texts.size} of ${count(data.articles.length, 'article text')}; not there: ${absent.join(', ')}`;
}

function summary(data: Geodata, problems: readonly Problem[], checked: string): string {
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const counts = [
    count(data.articles.length, 'article'),
    count(data.claims.length, 'claim'),
    count(data.events.length, 'event'),
    count(data.sites.length, 'site'),
    count(data.areas.length, 'area'),
    count(data.relations.length, 'relation'),
    count(data.external.length, 'external fact')
  ];
  return `${counts.join(', ')}; ${checked}\n${count(problems.length - warnings, 'problem')}, ${count(warnings, 'open warning')}`;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
