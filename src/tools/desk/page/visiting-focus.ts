/**
 * Takes the focus as a part of a form opens, and gives it back to what had it as the part goes: so a keyboard goes on where
 * it was.
 */
export function visitingFocus(field: HTMLElement): () => void {
  const before = document.activeElement;
  field.focus();
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
