import { INITIAL_MESSAGES } from '$lib/i18n/parts.ts';
import { hydratePage } from '$lib/islands/hydrate-page.ts';
import { registerServiceWorker } from '$lib/offline/register.ts';
import { fitToPaper } from '$lib/ui/print.ts';
import MapPage from './MapPage.svelte';
import { readPageData } from './read-page-data.ts';

fitToPaper();
const data = await readPageData();
await hydratePage(MapPage, data, INITIAL_MESSAGES.map);
if (import.meta.env.PROD) registerServiceWorker(new URL(data.root, location.href).pathname);
