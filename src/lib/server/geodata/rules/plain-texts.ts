import type { Geodata } from '../authored.ts';
import { pathText } from '../problems.ts';
import { texts } from './plain-characters.ts';
import type { Finding } from './rule.ts';
import { textsToRead } from '../translation-gaps.ts';

/** V71: texts that are read hold no id, no date such as 2023-05-29 and no straight quotation mark. */
export function* textsAreForReaders(data: Geodata): Iterable<Finding> {
  const read = textsToRead(data);
  const ids = idsOf(data);
  const known = new Map<string, Slip[]>();
  /** Many texts stand in thousands of places. */
  const slipsOf = (text: string): Slip[] => {
    const slips = known.get(text) ?? [...slipsIn(text, ids)];
    known.set(text, slips);
    return slips;
  };
  const translations = new Set(data.texts.map(({ file }) => file));
  for (const { item, file } of data.files) {
    const isRead = translations.has(file)
      ? (_text: string, keys: readonly unknown[]) => keys.at(-1) === 'text'
      : (text: string) => read.has(text);
    const isBad = (text: string, keys: readonly unknown[]) => isRead(text, keys) && slipsOf(text).length > 0;
    for (const { text, keys } of texts(item, isBad)) {
      for (const slip of slipsOf(text)) yield { at: { file, path: pathText(keys) }, below: '', ...slip };
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

type Slip = Pick<Finding, 'found' | 'advice'>;

function* slipsIn(text: string, ids: ReadonlySet<string>): Iterable<Slip> {
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
