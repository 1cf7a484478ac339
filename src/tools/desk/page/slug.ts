/** Letters that normal forms do not take apart. */
const LETTERS: Record<string, string> = { đ: 'dj', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** An id made of a name, which nothing has yet: lowercase words joined by hyphens. */
export function slugOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .replace(/[đøłßæœı]/g, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const slug = plain.match(/[a-z0-9]+/g)?.join('-') ?? 'new';
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
