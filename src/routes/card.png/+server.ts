import { cardPng } from '$lib/server/pages/card.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** The social card, drawn at build. */
export function GET() {
  return new Response(new Uint8Array(cardPng()), { headers: { 'content-type': 'image/png' } });
}
