import type { Selection } from '../model/view.ts';

/**
 * What a card asks the share dialog to open for; `null`: nothing. Here and not handed down from the page, as both are
 * fetched long after it, and what the page itself carries comes before the slider answers.
 */
export const sharing: { asked: Selection | null } = $state({ asked: null });
