import { expect, test } from 'vitest';
import { join } from '../../src/lib/server/geodata/join.ts';
import { textsOf } from '../../src/lib/server/geodata/texts.ts';
import { translate } from '../../src/lib/server/geodata/translate.ts';
import { gatherFolder } from '../../src/lib/server/geodata/validate.ts';
import { everyPart } from '../fuzz/every-part.ts';

const english = join(gatherFolder('geodata'));
const nothing = { item: {}, file: 'text/sq.json', path: '' };

/** The texts of HTML, each with the language that an element around it names. */
function* spoken(html: string): Iterable<{ text: string; lang: string | undefined }> {
  const open: (string | undefined)[] = [undefined];
  // What is drawn is hidden from screen readers, or has a name in an attribute, which has one language.
  const whole = html.replace(/<!--.*?-->|<(script|style|svg)\b.*?<\/\1>/gs, '');
  for (const [tag, close, , attributes, empty] of whole.matchAll(/<(\/)?([\w-]+)((?:[^>"]|"[^"]*")*?)(\/)?>|[^<]+/g)) {
    if (!tag.startsWith('<')) yield { text: tag.replace(/\s+/g, ' '), lang: open.at(-1) };
    else if (close) open.pop();
    else if (!empty && !/^<(input|br|hr|img|link|meta|wbr)\b/.test(tag))
      open.push(/\slang="([^"]*)"/.exec(attributes ?? '')?.[1] ?? open.at(-1));
  }
}

const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test('a text without a translation is marked as English in whatever shows it', () => {
  const parts = everyPart('geodata', translate(english, [{ ...nothing, language: 'sq' }], 'sq'), 'sq');
  // Of short ones the page makes sentences.
  const sentences = [...new Set(textsOf(english).values())].filter((text) => text.split(' ').length > 4).map(encoded);
  const met = new Set<string>();
  const unmarked = new Set<string>();
  for (const [name, html] of parts) {
    if (!/^(page|embed|about|list|time|chapter|search|event|site|area|claim|article)\b/.test(name)) continue;
    for (const { text, lang } of spoken(html)) {
      const held = sentences.filter((sentence) => text.includes(sentence));
      for (const sentence of held) met.add(sentence);
      // A chain of names and roles is one sentence of the record.
      if (held.length > 0 && lang !== 'en' && !text.includes(' → '))
        unmarked.add(`${name.split(' ')[0]}: ${text.trim().slice(0, 90)}`);
    }
  }
  expect([...unmarked]).toEqual([]);
  expect(met.size).toBeGreaterThan(sentences.length / 2);
});

test('a text whose English has changed is shown in English, in Cyrillic editions too', () => {
  const { title } = english.events[0]!;
  const key = `events/${english.events[0]!.id}/title`;
  const all = Object.fromEntries([...textsOf(english)].map(([path, en]) => [path, { en, text: `tekst ${path}` }]));
  const item = { ...all, [key]: { en: `${title} before`, text: 'tekst' } };
  const file = { ...nothing, item, language: 'sr-Latn' };
  const cyrillic = translate(english, [file], 'sr-Cyrl');
  expect(cyrillic.untranslated).toEqual([key]);
  expect(cyrillic.events[0]!.title).toBe(title);
  expect(cyrillic.claims[0]!.what).toMatch(/^текст /);
  expect(translate(english, [{ ...file, item: all }], 'sr-Latn')).not.toHaveProperty('untranslated');
});
