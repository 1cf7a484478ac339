import { keepForLater } from '$lib/offline/register.ts';

// The page is read as it is; it only sees to it that the site is there the next time.
if (import.meta.env.PROD) keepForLater(new URL('../', location.href).pathname);
