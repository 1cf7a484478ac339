import type { Catalogue } from './catalogue.ts';
import { toCyrillic, toLatin } from './cyrillic.ts';
import { common as enCommon } from './en/common.ts';
import { embed as enEmbed } from './en/embed.ts';
import { exports as enExports } from './en/exports.ts';
import { map as enMap } from './en/map.ts';
import { page as enPage } from './en/page.ts';
import { panels as enPanels } from './en/panels.ts';
import { story as enStory } from './en/story.ts';
import { time as enTime } from './en/time.ts';
import { common as sqCommon } from './sq/common.ts';
import { embed as sqEmbed } from './sq/embed.ts';
import { exports as sqExports } from './sq/exports.ts';
import { map as sqMap } from './sq/map.ts';
import { page as sqPage } from './sq/page.ts';
import { panels as sqPanels } from './sq/panels.ts';
import { story as sqStory } from './sq/story.ts';
import { time as sqTime } from './sq/time.ts';
import { common as srCommon } from './sr/common.ts';
import { embed as srEmbed } from './sr/embed.ts';
import { exports as srExports } from './sr/exports.ts';
import { map as srMap } from './sr/map.ts';
import { page as srPage } from './sr/page.ts';
import { panels as srPanels } from './sr/panels.ts';
import { story as srStory } from './sr/story.ts';
import { time as srTime } from './sr/time.ts';
import { createLanguage, type Language } from './language.ts';
import { LANGUAGES, type LanguageId } from './languages.ts';
import { localeFromIntl } from './locale-from-intl.ts';
import { mapMessage } from './message.ts';

// All languages together, for the build and for tests. A page fetches only its own (`open-language.ts`).

const en: Catalogue = {
  ...enCommon,
  ...enMap,
  ...enTime,
  ...enPanels,
  ...enPage,
  ...enExports,
  ...enEmbed,
  ...enStory
};
const sq: Catalogue = {
  ...sqCommon,
  ...sqMap,
  ...sqTime,
  ...sqPanels,
  ...sqPage,
  ...sqExports,
  ...sqEmbed,
  ...sqStory
};
const sr: Catalogue = {
  ...srCommon,
  ...srMap,
  ...srTime,
  ...srPanels,
  ...srPage,
  ...srExports,
  ...srEmbed,
  ...srStory
};

const inLetters = (catalogue: Catalogue, letters: (text: string) => string): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, message]) => [key, mapMessage(message, letters)])
  ) as Catalogue;

/** As written, before transliteration: the Serbian one still has its marks. */
export const WRITTEN = { en, sq, 'sr-Latn': sr } as const;

export const CATALOGUES: Record<LanguageId, Catalogue> = {
  en,
  sq,
  'sr-Latn': inLetters(sr, toLatin),
  'sr-Cyrl': inLetters(sr, toCyrillic)
};

/** A language with all its messages. */
export const wholeLanguage = (id: LanguageId): Language =>
  createLanguage(id, localeFromIntl(LANGUAGES[id].tag), CATALOGUES[id]);

export const english = wholeLanguage('en');
