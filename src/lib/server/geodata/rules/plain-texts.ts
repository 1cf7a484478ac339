import type { Geodata } from '../authored.ts';
import { pathText } from '../problems.ts';
import { texts } from './plain-characters.ts';
import type { Finding } from './rule.ts';
import { sources } from '../translation-gaps.ts';

/** V71: texts that are read hold no id, no date such as 2023-05-29 and no straight quotation mark. */
export function* textsAreForReaders(data: Geodata): Iterable<Finding> {
  const read = new Set(sources(data)?.values());
  const ids = idsOf(data);
  const translations = new Set(data.texts.map(({ file }) => file));
  for (const { item, file } of data.files) {
    const isRead = translations.has(file)
      ? (_text: string, keys: readonly unknown[]) => keys.at(-1) === 'text'
      : (text: string) => read.has(text);
    for (const { text, keys } of texts(item, isRead)) {
      for (const { found, advice } of slipsIn(text, ids))
        yield { at: { file, path: pathText(keys) }, below: '', found, advice };
    }
  }
}

/** Ids that are no ordinary words. */
function idsOf({ known }: Geodata): Set<string> {
  const ids = [known.claim, known.relation, known.external, known.event].flatMap((kind) => [...kind.ids]);
  return new Set(ids.filter((id) => /[-\d]/.test(id)));
}

const ID = /(?<![\p{L}\p{N}/.-])[a-z\d]+(?:-[a-z\d]+)*(?![\p{L}\p{N}/-])/gu;
const RAW_DATE = /(?<![\d/-])\d{4}-\d{2}(?:-\d{2})?(?![\d/-])/;
/** An apostrophe is none: it follows a letter. */
const STRAIGHT = /"|(?<!\p{L})'(?=\p{L})/u;
/** Words of a source stand as they are: “Published: 2023-05-29”. */
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|\[\[.*?\]\]/g;

function* slipsIn(text: string, ids: ReadonlySet<string>): Iterable<Pick<Finding, 'found' | 'advice'>> {
  const id = text.match(ID)?.find((word) => ids.has(word));
  if (id !== undefined)
    yield {
      found: `it names ${JSON.stringify(id)}, an id that readers do not know`,
      advice: 'say in words what is meant'
    };
  const date = RAW_DATE.exec(text.replace(QUOTED, ''))?.[0];
  if (date !== undefined) yield { found: `it has the date ${date}`, advice: 'write it as it is read: 29 May 2023' };
  if (STRAIGHT.test(text)) yield { found: 'it has a straight quotation mark', advice: 'write “ ”' };
}
