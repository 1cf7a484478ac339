import type { Attachment } from 'svelte/attachments';

/** Closes a `<details>` that works as a menu: on Escape, back to its summary, and when the focus or a press leaves it. */
export function closing(): Attachment<HTMLDetailsElement> {
  return (details) => {
    function onkeydown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector('summary')?.focus();
    }
    function onleave({ target }: Event) {
      if (!details.contains(target as Node)) details.open = false;
    }
    details.addEventListener('keydown', onkeydown);
    document.addEventListener('pointerdown', onleave);
    document.addEventListener('focusin', onleave);
    return () => {
      details.removeEventListener('keydown', onkeydown);
      document.removeEventListener('pointerdown', onleave);
      document.removeEventListener('focusin', onleave);
    };
  };
}
