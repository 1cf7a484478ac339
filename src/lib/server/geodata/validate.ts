import { order } from '../../model/sorted.ts';
import { givenTexts, readTexts, type Texts } from './article-text.ts';
import type { Geodata } from './authored.ts';
import { gather } from './gather.ts';
import type { Lines } from './json-text.ts';
import type { Problem } from './problems.ts';
import { readGeodata, type FolderContents } from './read.ts';
import { RULES, runRules, STRICT_RULES } from './rules/table.ts';
import { checkShapes } from './shape.ts';
import type { Source } from './source.ts';
import { checkTexts } from './text-rules.ts';

export type Validated = {
  data: Geodata;
  problems: Problem[];
  /** The texts that the data was checked against; `null` where no folder of texts was named. */
  texts: Texts | null;
};

export type Extent = {
  /** A text that is not translated is a problem. Otherwise it is counted, and shown in English. */
  strict?: boolean;
  /** Translations are left alone. */
  draft?: boolean;
};

/**
 * Reads a folder and checks all of it: every problem of every file in one run, in the order of the files.
 * With a folder of article texts, or some texts by the names of their files, the data is checked against those too.
 */
export function validateGeodata(
  from: string | Source,
  articles?: string | ReadonlyMap<string, Buffer>,
  extent: Extent = {}
): Validated {
  const reading = readGeodata(from);
  const shapes = checkShapes(reading);
  const data = gather(reading, shapes.misshapen);
  const texts =
    articles === undefined
      ? null
      : typeof articles === 'string'
        ? readTexts(data, articles)
        : givenTexts(data, articles);
  const ofTexts = texts === null ? [] : checkTexts(data, texts);
  const problems = [...reading.problems, ...shapes.problems, ...checkData(data, extent), ...ofTexts];
  return { data, problems: inFileOrder(reading, withoutEchoes(problems)), texts };
}

function checkData(data: Geodata, { strict, draft }: Extent): Problem[] {
  if (!draft) return runRules(data, strict ? STRICT_RULES : RULES);
  const translations = new Set(data.texts.map(({ file }) => file));
  const rest = { ...data, texts: [], files: data.files.filter(({ file }) => !translations.has(file)) };
  return runRules(
    rest,
    RULES.filter(({ code }) => code !== 'V52')
  );
}

/** That a text is blank says nothing more where another rule speaks of the same field. */
function withoutEchoes(problems: Problem[]): Problem[] {
  const place = ({ file, path }: Problem): string => `${file} ${path}`;
  const spokenOf = new Set(problems.filter(({ rule }) => rule !== 'V77').map(place));
  return problems.filter((problem) => problem.rule !== 'V77' || !spokenOf.has(place(problem)));
}

/** A folder as sorted data, without a word on what is wrong with it. */
export function gatherFolder(dir: string): Geodata {
  const reading = readGeodata(dir);
  return gather(reading, checkShapes(reading).misshapen);
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Sorted by file, with the line of each field. */
function inFileOrder(reading: FolderContents, problems: Problem[]): Problem[] {
  const files = new Map(reading.files.map((file) => [file.file, file]));
  const located = problems.map((problem): Problem => {
    const lines = files.get(problem.file)?.lines;
    return { ...problem, line: problem.line ?? (lines && nearestLine(lines(), problem.path)) };
  });
  return located.sort((a, b) => order(a.file, b.file));
}

/** The line of a field, or of what would hold it where the field itself is missing. */
function nearestLine(lines: Lines, path: string): number | undefined {
  for (let at = path; at !== ''; at = at.replace(/(^|\.)[^.[\]]+$|\[[^\]]*\]$/, '')) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return undefined;
}
