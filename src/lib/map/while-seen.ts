import type { Attachment } from 'svelte/attachments';

/** Says whether the element is in sight: that it is at once, that it is not once it has been out of sight for a while. */
export function whileSeen(tell: (seen: boolean) => void, outMs: number): Attachment<Element> {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      if (entries.at(-1)!.isIntersecting) tell(true);
      else timer = setTimeout(() => tell(false), outMs);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  };
}
