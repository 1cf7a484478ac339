import type { Attachment } from 'svelte/attachments';

type Ends = {
  /** From the last on to the first, and back; else the keys stop there. */
  wrap?: boolean;
};

/**
 * A group of controls as one tab stop: the arrow keys, Home and End move between them, and Tab leaves the group.
 * Before hydration each is a stop of its own.
 */
export function roving(selector = 'button', ends: Ends = {}): Attachment<HTMLElement | SVGElement> {
  return (group) => {
    let current: HTMLElement | SVGElement | null = null;
    const items = () => [...group.querySelectorAll<HTMLElement | SVGElement>(selector)];
    function update() {
      const all = items();
      if (!current || !all.includes(current)) current = all[0] ?? null;
      for (const item of all) item.tabIndex = item === current ? 0 : -1;
    }
    function onfocusin({ target }: Event) {
      current = (target as Element).closest<HTMLElement | SVGElement>(selector) ?? current;
      update();
    }
    function onkeydown(event: Event) {
      const all = items();
      const at = all.indexOf(event.target as HTMLElement);
      const to = at < 0 ? undefined : moveTo(event as KeyboardEvent, at, all.length, ends);
      if (to === undefined) return;
      event.preventDefault();
      all[to]!.focus();
    }
    const observer = new MutationObserver(update);
    observer.observe(group, { childList: true, subtree: true });
    group.addEventListener('focusin', onfocusin);
    group.addEventListener('keydown', onkeydown);
    update();
    return () => {
      observer.disconnect();
      group.removeEventListener('focusin', onfocusin);
      group.removeEventListener('keydown', onkeydown);
    };
  };
}

/** Where a key leads from one of several controls in a row: its position; `undefined` for other keys. */
export function moveTo(event: KeyboardEvent, at: number, length: number, { wrap = true }: Ends): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const last = length - 1;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at < last ? at + 1 : wrap ? 0 : last;
    case 'ArrowLeft':
    case 'ArrowUp':
      return at > 0 ? at - 1 : wrap ? last : 0;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
