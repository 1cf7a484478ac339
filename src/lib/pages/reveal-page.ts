import { tick } from 'svelte';

/*
 * The page is drawn at its first view. An address that asks for another would show that one for a moment and then jump: so
 * the script in app.html hides what tells of a day until the page is alive, or for four seconds where it never is.
 */

/** Shows what app.html hid: the page now shows what its address asks for. `also` is waited for, come what may. */
export async function revealPage(also?: Promise<unknown>): Promise<void> {
  await also?.catch(() => {});
  await tick();
  delete document.documentElement.dataset.pending;
}
