import type { Page } from '@playwright/test';

/** Side of the smallest target, CSS px: WCAG 2.2 2.5.8, and 2.5.5 for fingers. */
export const TARGET_PX = { fine: 24, coarse: 44 };

/**
 * What is wrong with the layout of what is shown, in words: sideways scrolling of the page, text that is cut or stands
 * outside the window, targets smaller than `targetPx`, targets that lie on each other. Links inside a sentence have the
 * size of its text; sites that stand next to each other on the map, and the marks of days in the lanes, are where they
 * are.
 */
export function layoutFaults(page: Page, targetPx: number): Promise<string[]> {
  return page.evaluate((targetPx) => {
    const faults: string[] = [];
    const root = document.documentElement;
    const describe = (element: Element) =>
      `<${element.tagName.toLowerCase()} ${[...element.classList].filter((name) => !name.startsWith('svelte-')).join('.')}> "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip, [inert]');
    /** What a box shows of it: nothing of what an ancestor has scrolled or clipped away. */
    const clipped = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (style.overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (style.overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return { left, top, right, bottom };
    };
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== root &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));

    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth} px`);

    const scope = document.querySelector('dialog[open]') ?? document.body;
    const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const parent = text.parentElement!;
      // Labels on the map are placed by script, those of the axis are clipped at its edge.
      if (!text.data.trim() || parent.closest('svg, .stage, script, style, noscript, option') || !shown(parent))
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 0 && !scrolls(parent) && (left < -1 || right > root.clientWidth + 1))
        faults.push(`outside the window: ${describe(parent)}`);
      const box = getComputedStyle(parent);
      if (/hidden|clip/.test(box.overflowX) && parent.scrollWidth > parent.clientWidth + 1)
        faults.push(`cut: ${describe(parent)}`);
      if (/hidden|clip/.test(box.overflowY) && parent.scrollHeight > parent.clientHeight + 1)
        faults.push(`cut: ${describe(parent)}`);
    }

    const targets = [
      ...scope.querySelectorAll('a[href], button, input, select, summary, textarea, [role="option"]')
    ].flatMap((element) => {
      if (!shown(element)) return [];
      const label = element.matches('input[type="checkbox"], input[type="radio"]') ? element.closest('label') : null;
      const box = (label ?? element).getBoundingClientRect();
      if (box.width === 0) return [];
      const inSentence = element.matches('a, button') && getComputedStyle(element).display === 'inline';
      return [{ element, box, inSentence, seen: clipped(label ?? element) }];
    });
    for (const { element, box, inSentence } of targets) {
      const inLane = element.closest('[data-lane], .lanes') !== null;
      const least = element.closest('.stage svg')
        ? 0
        : inLane || element.matches('.mark.past')
          ? Math.min(targetPx, 24)
          : targetPx;
      if (!inSentence && Math.min(box.width, box.height) < least - 0.5) {
        faults.push(`${Math.round(box.width)} x ${Math.round(box.height)} px: ${describe(element)}`);
      }
    }
    const within = (a: Element, b: Element) => a.contains(b) || b.contains(a);
    const placed = (element: Element) => element.closest('.overlay, [data-lane], .stage svg') !== null;
    for (const [at, one] of targets.entries()) {
      for (const other of targets.slice(at + 1)) {
        if (one.inSentence || other.inSentence) continue;
        // The two handles of a range: of the upper one only the handle itself takes a press.
        if (
          getComputedStyle(one.element).pointerEvents === 'none' ||
          getComputedStyle(other.element).pointerEvents === 'none'
        )
          continue;
        if (within(one.element, other.element) || (placed(one.element) && placed(other.element))) continue;
        const across = Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left);
        const down = Math.min(one.seen.bottom, other.seen.bottom) - Math.max(one.seen.top, other.seen.top);
        // Sticky elements overlap the page while it scrolls; they are checked separately.
        const stays = [one, other].filter(({ element }) => element.closest('[data-stays]')).length === 1;
        if (across > 1 && down > 1 && !stays)
          faults.push(`on each other: ${describe(one.element)} and ${describe(other.element)}`);
      }
    }
    return [...new Set(faults)];
  }, targetPx);
}
