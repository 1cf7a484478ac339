import { registerServiceWorker } from '$lib/offline/register.ts';

// Nothing here is interactive; the page only sees to it that the site can be had without a network the next time.
const { root } = document.querySelector('main')!.dataset;
if (import.meta.env.PROD) registerServiceWorker(new URL(root!, location.href).pathname);
