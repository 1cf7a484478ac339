import { flushSync, hydrate, type Component } from 'svelte';
import { languageOf } from '../i18n/languages.ts';
import { openLanguage } from '../i18n/open-language.ts';
import type { Part } from '../i18n/parts.ts';
import { replayHeldEvents } from './held-events.ts';
import { dropTranslation, followTranslation } from './translated.ts';
import IslandRoot from './IslandRoot.svelte';

/** Ids in the document: the element that a page is prerendered in, and its data as JSON. */
export const PAGE_ID = 'page';
export const DATA_ID = 'data';

/** The data that `HydratedPage` put into the document. */
export const dataInPage = <Data>(): Data => JSON.parse(document.getElementById(DATA_ID)!.textContent!);

/** Hydrates the prerendered page, in the language that the document names. `messages`: the parts that it starts with. */
export async function hydratePage<Data>(
  Page: Component<{ data: Data }>,
  data: Data,
  messages: readonly Part[]
): Promise<void> {
  const language = await openLanguage(languageOf(document.documentElement.lang), messages);
  const target = document.getElementById(PAGE_ID)!;
  dropTranslation(target);
  hydrate(IslandRoot<Data>, { target, props: { Page, data, language } });
  followTranslation(target);
  // Effects first: one of them reads the view from the address.
  flushSync();
  replayHeldEvents();
}
