/**
 * Downloads a file: the browser asks or stores it, as with any download. Whether it surely may: a page around this one can
 * forbid it, and then nothing happens and nothing is told.
 */
export function saveFile(blob: Blob, name: string): boolean {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Not immediately: some browsers read the blob after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return window.parent === window;
}
