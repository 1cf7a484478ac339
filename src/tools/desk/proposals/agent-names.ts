import type { Agent } from '../../../lib/model/dataset.ts';
import { findNames, nameOf, type Found, type Name } from './find-names.ts';
import { wordsIn, type Word } from './words.ts';

/** Every way in which a text may name someone: names, surnames, titles, acronyms, what the note says in quotation marks. */
export function agentNames(agents: readonly Agent[]): Name[] {
  const surnames = agents.filter(({ kind }) => kind === 'person').map(({ name }) => surnameOf(name));
  const heads = agents.flatMap(({ title }) => (title ? [headOf(title)] : []));
  const isOnlyOne = (list: string[], name: string): boolean => list.filter((each) => each === name).length === 1;
  return agents.flatMap((agent) => {
    const { id, name, title, kind, note } = agent;
    const plain = name.replace(/\s*\(.*?\)/g, '').replace(/^(?:The|An?) /i, '');
    const names = [plain];
    const acronyms = kind === 'person' ? [] : acronymsOf(plain);
    if (kind === 'person' && isOnlyOne(surnames, surnameOf(name))) names.push(surnameOf(name));
    if (title && kind === 'person') {
      names.push(title, ...turned(title));
      if (isOnlyOne(heads, headOf(title)))
        names.push(headOf(title).includes(' ') ? headOf(title) : `the ${headOf(title)}`);
    }
    for (const [, quoted = ''] of (note ?? '').matchAll(/“([^”]+)”/g)) names.push(quoted.replace(/^so-called /, ''));
    return [...names.map((each) => nameOf(id, each)), ...acronyms.map((each) => nameOf(id, each, true))];
  });
}

/** What a text says of an agent that has no name there alone: the person, without title and place. */
const surnameOf = (name: string): string => name.split(' ').at(-1) as string;

/** `Secretary General` of `NATO Secretary General`: what is said of the holder alone. */
function headOf(title: string): string {
  return title.replace(/ of .*$/, '').replace(/^\p{Lu}{2,}\s+/u, '');
}

/** `Prime Minister of X` is written `X Prime Minister` too. */
function turned(title: string): string[] {
  const [, office, of] = /^(.+?) of (?:the )?(.+)$/.exec(title) ?? [];
  return office && of ? [`${of} ${office}`] : [];
}

/** `European Union` is `EU`; `Voice of America` is `VOA`. */
function acronymsOf(name: string): string[] {
  const words = name.split(/\s+/);
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]!.toUpperCase()).join('');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]!);
  return [...new Set([all, capitals.join('')])].filter((acronym) => acronym.length > 1);
}

/** The agents that a text names, in its order. */
export function agentsIn(text: string, agents: readonly Agent[]): { words: Word[]; found: Found[] } {
  const words = wordsIn(text);
  return { words, found: findNames(words, agentNames(agents)) };
}
