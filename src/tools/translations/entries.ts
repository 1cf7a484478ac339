import type { Geodata } from '../../lib/server/geodata/authored.ts';
import { sources, translationGaps } from '../../lib/server/geodata/translation-gaps.ts';

/** A text for a translator. `changed`: its English is another than the one it was translated from. */
export type Entry = {
  /** Its path: `events/town-clash/title`. */
  key: string;
  state: 'missing' | 'changed' | 'translated';
  /** What it belongs to, in words: the title of its event, the name of its agent. Empty where it is that itself. */
  of: string;
  english: string;
  /** The translation that is there; empty for none. */
  present: string;
};

/** Fields by which a reader knows a thing. */
const NAMES = ['title', 'what', 'name', 'label', 'show', 'about'];

/**
 * The texts of a language that are missing or changed, or all of them, in the order of the data. Throws where the data is
 * not sound enough to have texts.
 */
export function entriesOf(data: Geodata, language: string, all: boolean): Entry[] {
  const texts = sources(data);
  if (!texts) throw new Error('the data has problems: run “npm run check:geodata” first');
  const gaps = translationGaps(data, language);
  const [missing, changed] = [new Set(gaps?.missing ?? texts.keys()), new Set(gaps?.stale)];
  const written = data.texts.find((file) => file.language === language)?.item ?? {};
  const entries = [...texts].map(([key, english]): Entry => {
    const state = missing.has(key) ? 'missing' : changed.has(key) ? 'changed' : 'translated';
    return { key, state, of: thingOf(texts, key), english, present: written[key]?.text ?? '' };
  });
  return all ? entries : entries.filter(({ state }) => state !== 'translated');
}

function thingOf(texts: ReadonlyMap<string, string>, key: string): string {
  const parts = key.split('/');
  for (const depth of [3, 2]) {
    const named = NAMES.map((name) => [...parts.slice(0, depth), name].join('/')).find((path) => texts.has(path));
    if (named !== undefined) return named === key ? '' : texts.get(named)!;
  }
  return '';
}
