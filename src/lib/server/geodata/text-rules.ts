import type { Texts } from './article-text.ts';
import type { Geodata } from './authored.ts';
import type { Problem } from './problems.ts';
import { locatorsAvoidExcluded, locatorsPointToText, textIsTheSame } from './rules/locators.ts';
import { boundsAreAsWritten, locatorsHoldWords, passagesFitBest } from './rules/passages.ts';
import type { Finding } from './rules/rule.ts';
import { runRules } from './rules/table.ts';
import { figuresStandInText, labelsStandInText, nothingIsCopied } from './rules/wording.ts';

export type TextRule = { code: string; title: string; check: (data: Geodata, texts: Texts) => Iterable<Finding> };

/** Rules that need the texts of the articles, which are no part of the project: `--articles DIR`. */
export const TEXT_RULES: readonly TextRule[] = [
  { code: 'V03', title: 'the text is the one that the claims were read from', check: textIsTheSame },
  { code: 'V04', title: 'locators point to a passage of their line', check: locatorsPointToText },
  { code: 'V05', title: 'locators point to no excluded lines', check: locatorsAvoidExcluded },
  { code: 'V06', title: 'no run of eight words is copied', check: nothingIsCopied },
  { code: 'V46', title: 'stated figures stand in the located passage', check: figuresStandInText },
  { code: 'V50', title: 'labels are words of the located line', check: labelsStandInText },
  { code: 'V56', title: 'locators begin and end between words', check: locatorsHoldWords },
  { code: 'V57', title: 'no other line fits a claim better than its passage', check: passagesFitBest },
  { code: 'V58', title: 'bounds are as the words before the figure say', check: boundsAreAsWritten }
];

/** Checks the data against the texts at hand. */
export function checkTexts(data: Geodata, texts: Texts): Problem[] {
  const rules = TEXT_RULES.map((rule) => ({ ...rule, check: (all: Geodata) => rule.check(all, texts) }));
  return runRules(data, rules);
}
