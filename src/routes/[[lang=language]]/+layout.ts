import { openLanguage } from '$lib/i18n/open-language.ts';

/** Pages are prerendered documents; a route's `client.ts` hydrates what is interactive (see src/lib/islands). */
export const csr = false;

export const load = async ({ data }) => ({ ...data, language: await openLanguage(data.id) });
