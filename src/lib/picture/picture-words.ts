import { claimsLicence, leftOutWords, pinnedQuery } from '../exports/about-file.ts';
import {
  dayWord,
  formatClaimPlace,
  formatCounts,
  formatDate,
  formatEventDate,
  formatQuantity
} from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { BasemapPiece } from '../map/svg/basemap-pieces.ts';
import type { Article } from '../model/dataset.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import type { Scene, SceneEvent } from '../model/scene.ts';
import { statementsOf, type TroopTracks } from '../model/troops.ts';

/** Capitalises the first letter; scripts without capitals are unchanged. */
export const asSentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "4 to 6 events, as reported by 30 May 2023", and what the reader has hidden. */
export function clockWords(language: Language, index: DatasetIndex, scene: Scene): string {
  const { t } = language;
  const reported =
    scene.asOf === null ? t('exports.picture.allReports') : t('list.asOf', { day: dayWord(language, scene.asOf) });
  return [
    asSentence(`${formatCounts(language, scene.counts)}, ${reported}.`),
    ...leftOutWords(language, index, scene.view)
  ].join(' ');
}

/** "29 May 2023 · possible · Elsewhere": date, presence, and "elsewhere" if it is not on the map. */
export function eventWords(language: Language, { event, presence, where }: SceneEvent): string {
  const { t } = language;
  return [
    formatEventDate(language, event.date, event.extent),
    ...(presence === 'possible' ? [t('badge.possible')] : []),
    ...(event.planned ? [t('badge.planned')] : []),
    ...(where === 'map' ? [] : [t(where === 'elsewhere' ? 'list.elsewhere' : 'list.unplaced')])
  ].join(' · ');
}

/** The troop level: title, stated total with its bound, age and source. `null` if the data have none. */
export function troopWords(
  language: Language,
  index: DatasetIndex,
  { troops }: Scene
): { title: string; level: string | null; note: string } | null {
  const { t } = language;
  if (!troops) return null;
  const title = t('troops.title', { force: index.dataset.troops?.forceName ?? '' });
  const { stock } = troops;
  if (!stock) return { title, level: null, note: t('troops.none') };
  const { claim, quantity, reported, contributors } = stock.statement;
  const countries = contributors?.quantity.value;
  const note = [
    ...(countries ? [t('troops.from', { n: countries })] : []),
    stock.ageDays > 0 ? t('troops.age', { n: stock.ageDays }) : t('troops.onDay'),
    formatClaimPlace(language, index, claim),
    ...(reported === 'possible' ? [t('claim.possiblyPublished')] : [])
  ].join(', ');
  return {
    title,
    level: formatQuantity(language, quantity),
    note: stock.upper === null ? `${note}. ${t('troops.floor')}` : `${note}.`
  };
}

/** Of more articles their publishers are named, and of more publishers how many articles there are: the map needs the room. */
const MOST_SOURCES = 20;

/** "Sources: …": the publishers of everything drawn or listed, with dates; `null` if there are none. */
export function sourceWords(
  language: Language,
  index: DatasetIndex,
  scene: Scene,
  tracks: TroopTracks | null
): string | null {
  const { t } = language;
  const claims = [...scene.events, ...scene.past].flatMap((event) => event.claims);
  const counted = [...claims, ...(tracks ? statementsOf(tracks) : [])];
  const certain = new Map<string, boolean>();
  for (const { claim, reported } of counted)
    certain.set(claim.article, certain.get(claim.article) === true || reported !== 'possible');
  const articles = index.dataset.articles.filter(({ id }) => certain.has(id));
  if (articles.length === 0) return null;
  const sources =
    articles.length > MOST_SOURCES
      ? publishersOf(language, articles)
      : articles.map(({ id, publisher, published: day }) => {
          const published = [
            t('claim.published', { date: formatDate(language, day) }),
            ...(certain.get(id) ? [] : [t('claim.possiblyPublished')])
          ].join(', ');
          return t('exports.picture.source', { publisher, published });
        });
  return t('exports.picture.sources', { sources: sources.join('; ') });
}

/** Each publisher with the number of its articles, in the order of the first; or the number of all articles. */
function publishersOf({ t }: Language, articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const { publisher } of articles) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  if (counts.size > MOST_SOURCES) return [t('support.articles', { n: articles.length })];
  return [...counts].map(([publisher, n]) =>
    t('exports.picture.source', { publisher, published: t('support.articles', { n }) })
  );
}

/** Licences of the claims and of the map data, and which parts of the map are schematic. */
export function licenceWords({ t }: Language, index: DatasetIndex, pieces: readonly BasemapPiece[]): string {
  const { attribution } = index.dataset.info;
  return [
    t('cite.licence', { licence: claimsLicence(index) }),
    `${t('map.sources')} ${attribution.map(({ text }) => text).join(', ')}.`,
    ...(pieces.some(({ source }) => source === 'transport') ? [t('map.schematic')] : [])
  ].join(' ');
}

/**
 * "Data version 1.0.0 · example.org/map/?day=…": with the address of this view if that of the page is known.
 * `page`: without query.
 */
export function versionWords({ t }: Language, index: DatasetIndex, scene: Scene, page: string | null): string {
  const version = t('page.version', { version: index.dataset.info.version });
  if (page === null) return version;
  return `${version} · ${page.replace(/^\w+:\/\//, '')}?${pinnedQuery(index, scene.view)}`;
}
