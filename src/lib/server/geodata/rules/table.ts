import type { Geodata } from '../authored.ts';
import { count, joinPath, type Problem } from '../problems.ts';
import { addressesAreWeb, chainsEndAtPublisher } from './articles.ts';
import { codesAreListed, symbolsDiffer } from './codes.ts';
import {
  claimsPrecedePublication,
  crawlDateIsNoDate,
  datesHaveBasis,
  datesParse,
  eventsAreInDomain,
  reportedNearPublication,
  saidBeforePublication
} from './dates.ts';
import { claimRefsExist, externalSupportsNothing, noClaimIsOrphaned } from './claim-refs.ts';
import {
  claimDatesMeetEvent,
  evidenceIsNamed,
  labelsAreShort,
  namedPlacesAreNotExternal,
  placesHaveSupport,
  plannedIsMarked
} from './events.ts';
import { boundsAreAsSaid, numbersAreFigures, quotedWordsCount } from './figures-in-words.ts';
import { featuresNameSource, geojsonIsValid } from './geojson.ts';
import { articleIsNamedAsItsFile, idsAreUnique, nothingIsUnused, placesAreUnique, sourcesExist } from './ids.ts';
import { infoAgrees } from './info.ts';
import {
  contextAgreesWithUse,
  gazetteerAgrees,
  nameBasisAgreesWithClaims,
  namesAreComplete,
  placesExist,
  precisionFitsPlace,
  sitesLieInBounds
} from './places.ts';
import { locatorsFitSource, rangesRunForwards } from './locators.ts';
import { partsFollow } from './parts.ts';
import { noTextIsBlank, textIsPlain } from './plain-characters.ts';
import { textsAreForReaders } from './plain-texts.ts';
import {
  alertsStayApart,
  ambiguousHasReadings,
  boundsFitTheirWord,
  casualtiesHaveParty,
  cumulativeHasBaseline,
  numbersArePossible
} from './quantities.ts';
import { conflictsAreDeclared, relationsHold } from './relations.ts';
import type { Finding, Rule } from './rule.ts';
import {
  captionDatesAreOfClaims,
  captionNumbersAreFigures,
  captionsAreShort,
  chaptersShowTheirEvents,
  chaptersShowWhatExists
} from './story.ts';
import { claimsFitEvents, topicsFitEvents } from './topics.ts';
import { translationsAreTranslated, translationsKeepNumbers } from './translated-words.ts';
import {
  everyTextIsTranslated,
  everyTranslationIsFresh,
  marksAreSound,
  textsAreComplete,
  translationsAreFresh,
  translationsAreUsed
} from './translations.ts';
import { flowsAreIncrements, readingsAddFlows } from './troops.ts';
import { originsFitChains, voicesFitChains } from './voices.ts';
import { weekdaysFitDates } from './weekdays.ts';

/** Rules on the data alone. Codes are never reused; new rules go to the end. */
export const RULES: readonly Rule[] = [
  { code: 'V01', title: 'ids are unique and have the agreed form', check: idsAreUnique },
  { code: 'V02', title: 'an article’s id is the name of its file', check: articleIsNamedAsItsFile },
  { code: 'V07', title: 'dates are EDTF of the profile', check: (data) => datesParse(data, 'V07') },
  { code: 'V08', title: 'intervals end after they start', check: (data) => datesParse(data, 'V08') },
  { code: 'V09', title: 'nothing is reported as done after publication', check: claimsPrecedePublication },
  { code: 'V10', title: 'nothing was said after publication', check: saidBeforePublication },
  { code: 'V11', title: 'every date says what it rests on', check: datesHaveBasis },
  { code: 'V12', title: 'the crawl date is no date of the article', check: crawlDateIsNoDate },
  { code: 'V13', title: 'bounds fit the word for the bound', check: boundsFitTheirWord },
  { code: 'V14', title: 'lower ≤ upper; whole, non-negative numbers', check: numbersArePossible },
  { code: 'V15', title: 'killed and injured have a party', check: casualtiesHaveParty },
  { code: 'V16', title: 'alerts stay out of the troop total', check: alertsStayApart },
  { code: 'V17', title: 'ambiguous figures have two readings or more', check: ambiguousHasReadings },
  { code: 'V18', title: 'cumulative figures have a baseline', check: cumulativeHasBaseline },
  { code: 'V19', title: 'places exist', check: placesExist },
  { code: 'V20', title: 'sites lie in the study area unless off the map; longitude first', check: sitesLieInBounds },
  {
    code: 'V21',
    title: 'a place of an event on the basis of an article is given by its claims',
    check: placesHaveSupport
  },
  { code: 'V22', title: 'events have claims, and their dates meet', check: claimDatesMeetEvent },
  { code: 'V23', title: 'external facts support nothing', check: externalSupportsNothing },
  {
    code: 'V24',
    title: 'relations name existing claims, contradictions the same measure and party',
    check: relationsHold
  },
  {
    code: 'V25',
    title: 'conflicting figures are tied by a relation that holds both',
    whole: true,
    check: conflictsAreDeclared
  },
  {
    code: 'V26',
    title: 'every claim is used or marked as background, not both',
    whole: true,
    check: noClaimIsOrphaned
  },
  { code: 'V27', title: 'attribution chains end at the publisher', check: chainsEndAtPublisher },
  { code: 'V28', title: 'places have a name in every form', check: namesAreComplete },
  { code: 'V29', title: 'geometry is GeoJSON of RFC 7946', check: geojsonIsValid },
  { code: 'V30', title: 'codes stand in the code lists', check: codesAreListed },
  { code: 'V31', title: 'sites lie where the gazetteer has their id', check: gazetteerAgrees },
  { code: 'V32', title: 'no site and area share an id', check: placesAreUnique },
  { code: 'V33', title: 'a place can bear the precision claimed for it', check: precisionFitsPlace },
  { code: 'V34', title: 'claims that events, chapters and flows name exist', check: claimRefsExist },
  { code: 'V35', title: 'labels are a claim’s word, three words at most', check: labelsAreShort },
  { code: 'V36', title: 'external and inferred ties name their evidence', check: evidenceIsNamed },
  { code: 'V37', title: 'events touch the time line', check: eventsAreInDomain },
  { code: 'V38', title: 'dataset.json agrees with itself', check: infoAgrees },
  { code: 'V39', title: 'events only announced, and only these, are planned', check: plannedIsMarked },
  { code: 'V40', title: 'agents and origins exist', check: sourcesExist },
  { code: 'V41', title: 'flows consist of increments', check: flowsAreIncrements },
  { code: 'V42', title: 'troop readings add flows that exist', check: readingsAddFlows },
  { code: 'V43', title: 'text is plain text', check: textIsPlain },
  { code: 'V44', title: 'addresses are web addresses', check: addressesAreWeb },
  { code: 'V45', title: 'kinds differ in shape or badge', check: symbolsDiffer },
  {
    code: 'V47',
    title: 'context sites carry nothing; other sites carry something',
    whole: true,
    check: contextAgreesWithUse
  },
  { code: 'V48', title: 'a place where a claim stands is named by an article', check: nameBasisAgreesWithClaims },
  { code: 'V49', title: 'agents and origins are used', whole: true, check: nothingIsUnused },
  { code: 'V51', title: 'every drawn feature names its source and licence', check: featuresNameSource },
  { code: 'V52', title: 'declared languages have every text', whole: true, check: textsAreComplete },
  { code: 'V53', title: 'translations translate something', whole: true, check: translationsAreUsed },
  { code: 'V54', title: 'translations were made from today’s text', whole: true, check: translationsAreFresh },
  { code: 'V55', title: 'marks for transliteration are sound', check: marksAreSound },
  { code: 'V59', title: 'numbers in words are figures of the claims', check: numbersAreFigures },
  { code: 'V60', title: 'bounds are as the claim’s own words say', check: boundsAreAsSaid },
  { code: 'V61', title: 'words quoted as a figure count', check: quotedWordsCount },
  { code: 'V62', title: 'voices fit their chains', check: voicesFitChains },
  { code: 'V63', title: 'origins fit their chains', whole: true, check: originsFitChains },
  { code: 'V64', title: 'topics of one event are not those of another', whole: true, check: topicsFitEvents },
  { code: 'V65', title: 'claims share something with what they are about', whole: true, check: claimsFitEvents },
  { code: 'V66', title: 'weekdays are those of their dates', check: weekdaysFitDates },
  { code: 'V67', title: 'articles report what was current', check: reportedNearPublication },
  { code: 'V68', title: 'places that a claim of the event names are not external', check: namedPlacesAreNotExternal },
  { code: 'V69', title: 'translations have the numbers of the English', check: translationsKeepNumbers },
  { code: 'V70', title: 'translations are not the English itself', check: translationsAreTranslated },
  { code: 'V71', title: 'texts hold no ids, raw dates or straight quotation marks', check: textsAreForReaders },
  { code: 'V72', title: 'chapters show what exists', check: chaptersShowWhatExists },
  { code: 'V73', title: 'chapters show the events that they open', check: chaptersShowTheirEvents },
  { code: 'V74', title: 'captions have 40 words at most', check: captionsAreShort },
  { code: 'V75', title: 'numbers in captions are figures of their claims', check: captionNumbersAreFigures },
  { code: 'V76', title: 'dates in captions are dates of their claims', check: captionDatesAreOfClaims },
  { code: 'V77', title: 'no text is blank', check: noTextIsBlank },
  { code: 'V78', title: 'passages and excluded lines end after they begin', check: rangesRunForwards },
  { code: 'V79', title: 'claims point to what their article is: a text or a table', check: locatorsFitSource },
  { code: 'V80', title: 'parts of the data follow each other', check: partsFollow }
];

/** Where translations must be complete, in place of the rules of the same code. */
const STRICT: Record<string, Rule['check']> = { V52: everyTextIsTranslated, V54: everyTranslationIsFresh };
export const STRICT_RULES = RULES.map((rule) => ({ ...rule, check: STRICT[rule.code] ?? rule.check }));

/** Rules of reading (`read.ts`, `shape.ts`). Shape also reports V30, for codes that the program knows. */
export const READING_RULES: readonly { code: string; title: string }[] = [
  { code: 'S01', title: 'files are JSON without repeated keys' },
  { code: 'S02', title: 'the files that belong there are there, and no others' },
  { code: 'S03', title: 'fields are there and have the right type' },
  { code: 'S04', title: 'there are no unknown fields' },
  { code: 'S05', title: 'nothing stands twice in a list' }
];

/** Every finding of every rule. */
export function runRules(data: Geodata, rules: readonly Rule[] = RULES): Problem[] {
  return rules.filter((rule) => data.whole || !rule.whole).flatMap((rule) => runRule(data, rule));
}

function runRule(data: Geodata, rule: Rule): Problem[] {
  return onceEach([...rule.check(data)]).map(({ at, below, found, advice, warning }): Problem => {
    const severity = warning ? 'warning' : 'error';
    return { rule: rule.code, file: at.file, path: joinPath(at.path, below), found, advice, severity };
  });
}

/** An id that is missing at many places is one problem: what was named so often is new rather than misspelt. */
function onceEach(findings: Finding[]): Finding[] {
  const uses = new Map<string, number>();
  for (const { missing, found } of findings) if (missing) uses.set(found, (uses.get(found) ?? 0) + 1);
  return findings.flatMap((finding): Finding[] => {
    const { missing, found } = finding;
    const places = uses.get(found) ?? 0;
    if (!missing || places === 1) return [finding];
    uses.set(found, 0);
    const first = joinPath(finding.at.path, finding.below);
    const advice = `add ${JSON.stringify(missing.id)} to ${missing.home} (${count(places, 'place')}: first at ${first})`;
    return places === 0 ? [] : [{ ...finding, advice }];
  });
}
