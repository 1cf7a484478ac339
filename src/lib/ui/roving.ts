import type { Attachment } from 'svelte/attachments';

/**
 * A group of controls as one tab stop: the arrow keys, Home and End move between them, and Tab leaves the group.
 * Before hydration each is a stop of its own.
 */
export function roving(selector = 'button'): Attachment<HTMLElement> {
  return (group) => {
    let current: HTMLElement | null = null;
    const items = () => [...group.querySelectorAll<HTMLElement>(selector)];
    function update() {
      const all = items();
      if (!current || !all.includes(current)) current = all[0] ?? null;
      for (const item of all) item.tabIndex = item === current ? 0 : -1;
    }
    function onfocusin({ target }: FocusEvent) {
      current = (target as Element).closest<HTMLElement>(selector) ?? current;
      update();
    }
    function onkeydown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const all = items();
      const at = all.indexOf(event.target as HTMLElement);
      const to = at < 0 ? undefined : destination(event.key, at, all.length);
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

function destination(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + length - 1) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
