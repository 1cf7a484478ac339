import EmbedPage from '$lib/pages/EmbedPage.svelte';
import { start } from '$lib/pages/start.ts';

await start('embed', EmbedPage);
