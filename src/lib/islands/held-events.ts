/*
 * What the reader presses before the page, or an island in it, is hydrated is held and dispatched again after it. The
 * script in app.html holds for the page, since it runs before anything is rendered; `DeferredIsland` holds for itself.
 */

/** What a control was given: `value` is what it held then, and `null` where it has none. */
export type HeldEvent = { type: string; target: Element; value: string | null };

declare global {
  interface Window {
    /** Filled by app.html until the page is hydrated; `null` from then on. */
    heldEvents?: HeldEvent[] | null;
  }
}

/**
 * The page is alive: dispatches what app.html has held, in order, and ends the holding and what app.html did when it took
 * long. Elements keep their identity when they hydrate.
 */
export function replayHeldEvents(): void {
  const held = window.heldEvents ?? [];
  window.heldEvents = null;
  if (document.documentElement.dataset.life) {
    delete document.documentElement.dataset.life;
    for (const control of document.querySelectorAll<HTMLElement>('#page [inert]')) control.inert = false;
  }
  for (const [at, { type, target, value }] of held.entries()) {
    // Of a slider that was dragged, its last place: each on the way would be worked out for nothing.
    if (type === 'input' && held[at + 1]?.type === type && held[at + 1]!.target === target) continue;
    if (value !== null && 'value' in target) target.value = value;
    if (type === 'click') click(target);
    else target.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** Not `target.click()`: elements of SVG have no such method. Checkboxes and links act on a dispatched click as well. */
export function click(target: Element): void {
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, view: window }));
}

/**
 * Remembers a control, and finds it again where its island was mounted anew: the element itself where it is still there,
 * else the one at the same place among as many of its kind, which are and say the same; `null` where there is none.
 */
export function findAgain(target: Element, host: Element): () => Element | null {
  const control = target.closest(CONTROLS) ?? target;
  const kind = kindOf(control);
  const alike = () => [...host.querySelectorAll(CONTROLS)].filter((each) => kindOf(each) === kind);
  const before = alike();
  return () => {
    if (target.isConnected) return target;
    const after = alike();
    return after.length === before.length ? (after[before.indexOf(control)] ?? null) : null;
  };
}

const CONTROLS = 'a, button, input, select, textarea, label, [role="button"], [role="link"]';

/** What a control is, and what it says itself: a field is told by its place alone, as its label may hold a number. */
function kindOf(element: Element): string {
  const says = element.getAttribute('aria-label') ?? (element.matches('label') ? null : element.textContent);
  return JSON.stringify([element.tagName, element.getAttribute('type'), element.getAttribute('name'), says]);
}
