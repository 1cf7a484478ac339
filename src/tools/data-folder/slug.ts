/** A name as an id: `Lamp Rock (Lampeskær)` is `lamp-rock-lampeskaer`. Empty where it has no Latin letter or digit. */
export function slugOf(name: string): string {
  const letters: Record<string, string> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };
  const plain = name
    .toLowerCase()
    .replace(/[đðøłßæœþ]/g, (letter) => letters[letter]!)
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** An id for a name that nothing has yet: with a number where the name itself is taken. */
export function freeId(name: string, taken: Iterable<string>): string {
  const base = slugOf(name) || 'unnamed';
  const known = new Set(taken);
  let id = base;
  for (let number = 2; known.has(id); number++) id = `${base}-${number}`;
  return id;
}
