import { tick } from 'svelte';

/*
 * The page is prerendered with its first view. With an address that asks for another, that view would be shown and then
 * jump: so the script in app.html hides what depends on the view until the page is hydrated, or given up.
 */

/** Shows what app.html hid: the page now shows what its address asks for. `also` is waited for, and may fail. */
export async function revealPage(also?: Promise<unknown>): Promise<void> {
  await also?.catch(() => {});
  await tick();
  delete document.documentElement.dataset.pending;
}
