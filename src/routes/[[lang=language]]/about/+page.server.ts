export { entries } from '../+page.server.ts';
