import type { Attachment } from 'svelte/attachments';
import { shortcutOf, type Field, type Shortcut } from './keys.ts';

/** Runs the panel's commands for keys pressed while the focus is inside the element. */
export function shortcuts(run: (shortcut: Shortcut) => void): Attachment<HTMLElement> {
  return (element) => {
    const onkeydown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, event.target as HTMLElement & Field);
      if (!shortcut) return;
      event.preventDefault();
      run(shortcut);
    };
    element.addEventListener('keydown', onkeydown);
    return () => element.removeEventListener('keydown', onkeydown);
  };
}
