import { isRow } from '../../../lib/model/dataset.ts';
import type { AuthoredArticle, AuthoredEvent } from '../../../lib/server/geodata/authored.ts';
import { emptyDraft, type Draft, type DraftClaim, type DraftJoin } from '../draft.ts';
import { articleFile } from './ids.ts';
import { passageOf } from './passages.ts';
import { englishTexts } from './text-keys.ts';
import { sha256 } from './sha256.ts';

/**
 * A published article as a draft, to be corrected and published again: its claims with their ids as keys and all their
 * fields confirmed, their joins, and their translations. Published as it is, it changes nothing. Agents, events, relations
 * and so on that are published already are not in it. Throws where the files have no such article, and for rows of a table,
 * which have no text to be read at the desk.
 */
export function draftOf(files: ReadonlyMap<string, string>, articleId: string, text: string): Draft {
  const content = files.get(articleFile(articleId));
  if (content === undefined) throw new Error(`there is no article ${JSON.stringify(articleId)}`);
  const {
    $schema: _schema,
    text: ofText,
    claims,
    ...article
  } = JSON.parse(content) as AuthoredArticle & {
    $schema?: string;
  };
  if (ofText === undefined)
    throw new Error(`the claims of ${JSON.stringify(articleId)} are rows of a table, not of a text`);
  const ids = new Set(claims.map(({ id }) => id));
  const joins = joinsOf(files, ids);
  return {
    ...emptyDraft(articleId, article, ofText),
    opened: { sha256: sha256(content), joins },
    claims: claims.map((claim) => asDraft(claim, text)),
    joins,
    translations: translationsOf(files, articleId, ids)
  };
}

function asDraft({ id, locator, ...fields }: AuthoredArticle['claims'][number], text: string): DraftClaim {
  if (isRow(locator)) throw new Error(`the claim ${JSON.stringify(id)} is a row of a table`);
  return {
    key: id,
    passage: passageOf(text, locator.charStart, locator.charEnd),
    fields,
    confirmed: Object.keys(fields)
  };
}

function joinsOf(files: ReadonlyMap<string, string>, ids: ReadonlySet<string>): DraftJoin[] {
  const { events } = JSON.parse(files.get('events.json') ?? '{ "events": [] }') as { events: AuthoredEvent[] };
  return events.flatMap((event) =>
    event.claims.filter(({ id }) => ids.has(id)).map(({ id, ...join }) => ({ event: event.id, claim: id, ...join }))
  );
}

function translationsOf(files: ReadonlyMap<string, string>, articleId: string, ids: ReadonlySet<string>) {
  const isOwn = (path: string) => {
    const [list, name, inside, member] = path.split('/');
    if (list === 'articles') return name === articleId;
    return list === 'claims' ? ids.has(name!) : list === 'events' && inside === 'claims' && ids.has(member!);
  };
  const own = [...englishTexts(files).keys()].filter(isOwn);
  const translations: Draft['translations'] = {};
  for (const [name, content] of files) {
    if (!name.startsWith('text/')) continue;
    const texts = JSON.parse(content) as Draft['translations'][string];
    const there = own.filter((path) => texts[path] !== undefined).map((path) => [path, texts[path]!] as const);
    translations[name.replace(/^text\/|\.json$/g, '')] = Object.fromEntries(there);
  }
  return translations;
}
