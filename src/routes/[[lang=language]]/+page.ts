/** No client of SvelteKit: src/entries brings the page to life. */
export const csr = false;
