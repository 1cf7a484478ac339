import { SOURCE } from '$lib/model/language-folder.ts';
import { registerServiceWorker } from '$lib/offline/register.ts';

// The page is read as it is; it only sees to it that the site is there the next time.
const root = document.documentElement.lang === SOURCE ? '../' : '../../';
if (import.meta.env.PROD) registerServiceWorker(new URL(root, location.href).pathname);
