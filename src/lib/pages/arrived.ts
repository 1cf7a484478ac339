import { tick } from 'svelte';

/** Shows what app.html hid: the page now shows what its address asks for. `also` is waited for, come what may. */
export async function arrived(also?: Promise<unknown>): Promise<void> {
  await also?.catch(() => {});
  await tick();
  delete document.documentElement.dataset.arriving;
}
