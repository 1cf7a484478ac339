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
  const sources = index.dataset.articles.flatMap((article) => {
    const mine = counted.filter(({ claim }) => claim.article === article.id);
    if (mine.length === 0) return [];
    const published = [
      t('claim.published', { date: formatDate(language, article.published) }),
      ...(mine.every(({ reported }) => reported === 'possible') ? [t('claim.possiblyPublished')] : [])
    ].join(', ');
    return [t('exports.picture.source', { publisher: article.publisher, published })];
  });
  return sources.length ? t('exports.picture.sources', { sources: sources.join('; ') }) : null;
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
