import { INITIAL_MESSAGES } from '$lib/i18n/parts.ts';
import { hydratePage } from '$lib/islands/hydrate-page.ts';
import { readPageData } from '../read-page-data.ts';
import EmbedPage from './EmbedPage.svelte';

await hydratePage(EmbedPage, await readPageData(), INITIAL_MESSAGES.embed);
