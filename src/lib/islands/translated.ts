/*
 * A browser that translates a page puts `<font>` elements in the place of its text nodes. Svelte holds on to those nodes and
 * goes on writing into them, unseen: the slider would move, and its date, counts and list stand still. So each node is put
 * back beside its translation, empty; once Svelte writes into it or removes it, the translation goes, and the new text
 * is there to be translated.
 */

/** By text node: the element that stands for it, and what it said. */
type Translations = Map<Text, { by: Element; said: string }>;

const isTranslation = (node: Node | null | undefined): node is Element => node?.nodeName === 'FONT';

/** Keeps what changes in `page` in sight while a browser translates it. Returns its undo. */
export function followTranslation(page: Element): () => void {
  const translations: Translations = new Map();
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') written(target as Text);
      for (const node of removedNodes) {
        if (!(node instanceof Text)) continue;
        const by = [addedNodes[0], previousSibling, nextSibling].find(isTranslation);
        if (translations.has(node)) removed(node);
        else if (by?.isConnected && !node.isConnected) replaced(node, by);
      }
    }
    // What we did is no news.
    observer.takeRecords();
  });

  function replaced(node: Text, by: Element) {
    if (node.data.trim() === '') return;
    translations.set(node, { by, said: node.data });
    node.data = '';
    by.after(node);
  }

  function written(node: Text) {
    const translation = translations.get(node);
    if (!translation || node.data === '') return;
    translation.by.remove();
    translations.delete(node);
  }

  /** By Svelte, with what it stood in; or by the translator, which puts it back for its translation. */
  function removed(node: Text) {
    const { by, said } = translations.get(node)!;
    if (!node.isConnected) by.remove();
    else if (node.data === '') node.data = said;
    translations.delete(node);
  }

  observer.observe(page, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

/** Puts text in the place of translations, for what is about to be hydrated: Svelte looks for its own nodes. */
export function dropTranslation(page: Element): void {
  for (const element of page.querySelectorAll(':not(font) > font')) element.replaceWith(element.textContent);
}
