import type { TranslatedTexts } from '../../../lib/server/geodata/authored.ts';
import type { Draft } from '../draft.ts';
import { claimIds } from '../files/ids.ts';
import { englishTexts } from '../files/text-keys.ts';
import type { TranslationTable } from '../wire.ts';

/**
 * What a draft brings that is to be translated, for each language that has a file of texts, in the order of the files.
 * Paths have the draft’s keys in them: the ids are made only as it is published.
 */
export function translationTable(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  draft: Draft
): TranslationTable {
  const keys = new Map([...claimIds(before, draft)].map(([key, id]) => [id, key]));
  const old = englishTexts(before);
  const relations = newRelations(before, after);
  const texts = [...englishTexts(after)]
    .filter(([path, en]) => old.get(path) !== en && en.trim() !== '')
    .map(([published, en]) => ({ published, path: draftPath(published, keys, relations), en }));
  const languages = [...before.keys()].flatMap((name) => /^text\/(.+)\.json$/.exec(name)?.[1] ?? []);
  return languages.map((language) => {
    const translated = JSON.parse(before.get(`text/${language}.json`)!) as TranslatedTexts;
    return {
      language,
      texts: texts.map(({ published: key, path, en }) => ({
        path,
        en,
        text: draft.translations[language]?.[path]?.text ?? '',
        before: translated[key]?.text
      }))
    };
  });
}

function draftPath(path: string, keys: ReadonlyMap<string, string>, relations: readonly string[]): string {
  const parts = path.split('/');
  if (parts[0] === 'claims') parts[1] = keys.get(parts[1]!) ?? parts[1]!;
  if (parts[0] === 'relations' && relations.includes(parts[1]!)) parts[1] = `${relations.indexOf(parts[1]!)}`;
  if (parts[0] === 'events' && parts[2] === 'claims') parts[3] = keys.get(parts[3]!) ?? parts[3]!;
  return parts.join('/');
}

/** Ids of the relations that are new, in the order of the draft. */
function newRelations(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const ids = (files: ReadonlyMap<string, string>) =>
    (JSON.parse(files.get('relations.json') ?? '{"relations":[]}') as { relations: { id: string }[] }).relations.map(
      ({ id }) => id
    );
  const old = new Set(ids(before));
  return ids(after).filter((id) => !old.has(id));
}
