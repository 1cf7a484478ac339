import { hydratedPage } from '../hydrated-page.ts';

export { entries } from '../+page.server.ts';

export const load = async ({ parent }) => ({ hydrated: hydratedPage(await parent(), 'embed') });
