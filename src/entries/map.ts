import { registerServiceWorker } from '$lib/offline/register.ts';
import MapPage from '$lib/pages/MapPage.svelte';
import { start } from '$lib/pages/start.ts';
import { fitToPaper } from '$lib/ui/print.ts';

fitToPaper();
const { root } = await start('map', MapPage);
if (import.meta.env.PROD) registerServiceWorker(new URL(root, location.href).pathname);
