import { SaxesParser } from 'saxes';
import type { Entry } from './entries.ts';
import type { Handed, Returned } from './returned.ts';

/*
 * XLIFF, the format of translation programs. Written as 2.0; 2.x and 1.2 are read. Not with the package `xliff`: of a unit
 * that a program has parted into sentences it keeps the last one, and a file that is cut off is empty to it.
 */

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!);

/** In XLIFF 2 an id has no slash; ours have no colon. */
const idOf = (key: string) => key.replaceAll('/', ':');
const keyOf = (id: string) => id.replaceAll(':', '/');

export function toXliff(entries: readonly Entry[], language: string): string {
  const units = entries.map(({ key, state, of, english, present }) => {
    const notes = [of, state === 'changed' ? `The English has changed. Until now: ${present}` : ''].filter(Boolean);
    const target = state === 'translated' ? `<target>${escape(present)}</target>` : '';
    return [
      `    <unit id="${escape(idOf(key))}">`,
      ...(notes.length > 0
        ? [`      <notes>${notes.map((note) => `<note>${escape(note)}</note>`).join('')}</notes>`]
        : []),
      `      <segment state="${state === 'translated' ? 'translated' : 'initial'}">`,
      `        <source xml:space="preserve">${escape(english)}</source>${target}`,
      '      </segment>',
      '    </unit>'
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="${escape(language)}">`,
    '  <file id="geodata">',
    ...units,
    '  </file>',
    '</xliff>',
    ''
  ].join('\n');
}

/** Reads XLIFF. Throws, with the line, on what is no XML or no XLIFF. */
export function fromXliff(text: string): Handed {
  let language: string | undefined;
  const texts: Returned[] = [];
  const open: string[] = [];
  /** What is read of the unit that is open: its sentences, joined as they stand. */
  let unit: Returned | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`it is no XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    if (name === 'xliff' || name === 'file') language ??= attributes.trgLang ?? attributes['target-language'];
    if (name === 'unit' || name === 'trans-unit')
      unit = { key: keyOf(attributes.id ?? ''), english: '', translation: '', at: `line ${parser.line}` };
  });
  const onText = (piece: string) => {
    if (!unit || open.some((name) => name === 'note' || name === 'alt-trans' || name === 'seg-source')) return;
    if (open.includes('source')) unit.english += piece;
    if (open.includes('target')) unit.translation += piece;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    open.pop();
    if ((name !== 'unit' && name !== 'trans-unit') || !unit) return;
    texts.push({ ...unit, translation: unit.translation.trim() });
    unit = null;
  });
  parser.write(text).close();
  if (language === undefined) throw new Error('it is no XLIFF with a target language (trgLang)');
  return { language, texts };
}
