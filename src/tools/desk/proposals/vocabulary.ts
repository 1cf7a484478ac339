// English words by what they say of a figure or a statement. None is of a region: those come from the data.

/** Folded words as they are. */
const words = (...list: string[]): RegExp => new RegExp(`^(?:${list.join('|')})$`);

export const INJURED = words('injur(?:ed|es|ing|y|ies)', 'wound(?:ed|s|ing)?', 'hurt');
export const KILLED = words('kill(?:ed|s|ing)', 'dead', 'died', 'deaths?', 'slain', 'fatalit(?:y|ies)');
export const SERIOUS = words('serious(?:ly)?', 'severe(?:ly)?', 'critical(?:ly)?', 'grave(?:ly)?');

/** Those who serve. */
export const TROOPS = words(
  'troops?|soldiers?|peacekeepers?|servicem[ae]n|servicewom[ae]n|personnel|guards?|guardsm[ae]n|marines?|reservists?|reinforcements?|forces?|constables?'
);
/** Others who can be counted as people. */
export const PEOPLE = words(
  'people|persons?|civilians?|citizens?|m[ae]n|wom[ae]n|children|child|officers?|police|policem[ae]n|policewom[ae]n|members?|residents?|inhabitants?|demonstrators?|protest[eo]rs?|attackers?|gunm[ae]n|assailants?|militants?|rebels?|fighters?|victims?|others?|workers?|employees?|nationals?|journalists?|students?|villagers?|voters?|refugees?|migrants?|staff|doctors?|drivers?|passengers?'
);
/** Formations whose strength is not stated by naming them. */
export const UNITS = words('battalions?|compan(?:y|ies)|brigades?|regiments?|platoons?|squadrons?|detachments?');

export const ADDED = words(
  'more|additional|additionally|extra|further|added|adding|adds?|reinforc\\w*|new|another|strengthen\\w*|increas\\w*|enlarg\\w*|bolster\\w*'
);
export const MOVED = words(
  'send|sends|sent|sending|deploy\\w*|dispatch\\w*|redeploy\\w*|introduc\\w*|arriv\\w*|reach(?:ed|es)?'
);
export const INCREASED = words(
  'increas\\w*',
  'reinforc\\w*',
  'strengthen\\w*',
  'enlarg\\w*',
  'bolster\\w*',
  'boost\\w*'
);
/** Before the strength of a force as a whole. */
export const TOTALS = words(
  'includes?|including|numbers|numbering|consists?|comprises?|comprising|total(?:s|ling)?|has|have|counts|strength|serve|serves|serving|strong'
);
/** After the strength of a force: “200 guards now serve”. */
export const SERVING = words('serve|serves|serving|stationed');
export const ON_ALERT =
  /\b(?:on (?:high |heightened )?alert|on standby|in readiness|stands? (?:by|ready)|standing (?:by|ready)|held ready|kept ready|high readiness|preparations?|being prepared)\b/i;

/** Nouns of time, and the unit that a data set may have for them. */
export const TIME_UNITS: Record<string, string> = {
  hour: 'hours',
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
  minute: 'minutes'
};

/** Words that mean the same in the name of a measure and in a text. */
const SAME: string[][] = [
  ['turnout', 'participation', 'voted'],
  ['residents', 'inhabitants', 'population', 'living', 'live'],
  ['demonstrators', 'protesters', 'protestors'],
  ['spending', 'investments', 'expenditure'],
  ['troops', 'soldiers'],
  ['police', 'policemen', 'constables'],
  ['members', 'officers']
];

/** A word, and those that stand for it. */
export function sameAs(word: string): string[] {
  return SAME.find((group) => group.includes(word)) ?? [word];
}

/** What no name of a measure or party is known by. */
export const GENERIC = words(
  'of|the|in|to|and|for|by|a|an|on|at|from|side|multiplied|added|change|length|number|total|per'
);
