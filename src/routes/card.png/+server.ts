import { cardPng } from '$lib/server/pages/card.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** The social card, drawn at build. */
export async function GET() {
  return new Response(new Uint8Array(await cardPng()), { headers: { 'content-type': 'image/png' } });
}
