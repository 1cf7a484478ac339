import type { Geodata, Translated } from '../../lib/server/geodata/authored.ts';
import { didYouMean, pathText } from '../../lib/server/geodata/problems.ts';
import { runRules } from '../../lib/server/geodata/rules/table.ts';
import { sources } from '../../lib/server/geodata/translation-gaps.ts';
import type { Returned } from './returned.ts';

export type TakenBack = {
  /** By path, with today’s English. */
  accepted: Map<string, Translated>;
  refused: { at: string; key: string; why: string }[];
  /** How many came back without a translation, and how many as they already stand in the data. */
  empty: number;
  same: number;
};

/**
 * What of a translator’s texts can be taken: those whose English is today’s and that no rule of the data objects to. The
 * rules are those of the check, run on the data as it would be.
 */
export function takeBack(data: Geodata, language: string, returned: readonly Returned[]): TakenBack {
  const texts = sources(data);
  if (!texts) throw new Error('the data has problems: run “npm run check:geodata” first');
  const file = data.texts.find((each) => each.language === language);
  if (!file) throw new Error(`there is no file text/${language}.json; add it, with {} in it`);
  const result: TakenBack = { accepted: new Map(), refused: [], empty: 0, same: 0 };
  const placeOf = new Map<string, string>();
  for (const { key, english, translation, at } of returned) {
    const today = texts.get(key);
    const refuse = (why: string) => void result.refused.push({ at, key, why });
    if (translation === '') result.empty++;
    else if (today === undefined) refuse(`the data has no such text; ${didYouMean(key, texts.keys())}`);
    else if (sameWords(english) !== sameWords(today))
      refuse(`it translates another English text; today’s is ${JSON.stringify(today)}`);
    else if (placeOf.has(key)) refuse(`it stands at ${placeOf.get(key)} too`);
    else if (file.item[key]?.en === today && file.item[key].text === translation) result.same++;
    else {
      placeOf.set(key, at);
      result.accepted.set(key, { en: today, text: translation });
    }
  }
  for (const [key, why] of objections(data, file.file, result.accepted)) {
    result.accepted.delete(key);
    result.refused.push({ at: placeOf.get(key)!, key, why });
  }
  return result;
}

/** Programs break lines and add blanks where they please. */
const sameWords = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What the rules have against the new texts, by path. */
function objections(data: Geodata, file: string, accepted: ReadonlyMap<string, Translated>): Map<string, string> {
  const item = { ...data.texts.find((each) => each.file === file)!.item, ...Object.fromEntries(accepted) };
  const candidate: Geodata = {
    ...data,
    texts: data.texts.map((each) => (each.file === file ? { ...each, item } : each)),
    files: data.files.map((each) => (each.file === file ? { ...each, item } : each))
  };
  const problems = runRules(candidate).filter((problem) => problem.file === file && problem.severity === 'error');
  const objections = new Map<string, string>();
  for (const key of accepted.keys()) {
    const own = problems.filter(({ path }) => path === pathText([key]) || path.startsWith(`${pathText([key])}.`));
    if (own.length > 0) objections.set(key, own.map(({ found, rule }) => `${found} [${rule}]`).join('; '));
  }
  return objections;
}
