import { createContext } from 'svelte';
import { common } from './en/common.ts';
import { exports } from './en/exports.ts';
import { map } from './en/map.ts';
import { page } from './en/page.ts';
import { panels } from './en/panels.ts';
import { time } from './en/time.ts';
import { translator, type Translate } from './message.ts';

const en = { ...common, ...map, ...time, ...panels, ...page, ...exports };

export type MessageKey = keyof typeof en;

/** The language of the page: its BCP 47 tag for `Intl` and `lang`, and its messages. */
export type Language = { tag: string; t: Translate<MessageKey> };

export const english: Language = { tag: 'en-GB', t: translator(en, 'en-GB') };

/** Set once by the layout; every component reads it from context. */
export const [getLanguage, setLanguage] = createContext<Language>();
