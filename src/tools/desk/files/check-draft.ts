import { asPublished } from '../../../lib/server/geodata/publication.ts';
import type { Problem } from '../../../lib/server/geodata/problems.ts';
import { shown } from '../../../lib/server/geodata/read.ts';
import { withFiles } from '../../../lib/server/geodata/source.ts';
import { validateGeodata, type Extent } from '../../../lib/server/geodata/validate.ts';
import type { Draft } from '../draft.ts';
import { applyDraft } from './apply-draft.ts';
import { CannotApply } from './cannot-apply.ts';
import { articleFile, claimIds, claimsOf, relationIds } from './ids.ts';
import { isObject, valueAt } from './json-edit.ts';
import { readFiles } from './read-files.ts';

/**
 * A problem with the draft, at a field of it where there is one. `of`: what of the draft it is about: `article`, `text`,
 * `claims/c1`, `joins/0`, `events/<id>`, `relations/0` (a new one) or
 * `relations/<id>`, `agents/<id>`, `codes/topics/<id>`, `translations/sq`; empty for the data folder itself. `field`: below that: `quantities[0].bound`, `passage`.
 */
export type DraftProblem = Problem & { of: string; field: string };

/**
 * Checks a draft: all rules of the data folder, with the draft in it and the article’s text. Besides, a field that is a
 * proposal still is a problem (D01), and so is what hinders the draft from becoming a change of the files (D02), and a
 * passage whose words do not stand where it is (D03). What was wrong with the folder before is among the problems, too,
 * and nobody’s. Texts that are not translated are among them only where the extent is strict.
 */
export function checkDraft(dir: string, draft: Draft, text: string, extent: Extent = {}): DraftProblem[] {
  const files = readFiles(dir);
  const ownFile = shown(dir, articleFile(draft.id));
  const unsaid = [...proposals(draft, ownFile), ...strayed(draft, text, ownFile)];
  let changes: Map<string, string>;
  try {
    changes = applyDraft(files, draft, text);
  } catch (error) {
    const { problems } = validateGeodata(asPublished(dir), undefined, extent);
    const own = error instanceof CannotApply ? [cannotApply(error, ownFile)] : [];
    // Files that are no JSON are told by the rules.
    if (own.length + problems.length === 0) throw error;
    return [...own, ...unsaid, ...problems.map((problem) => ({ ...problem, of: '', field: '' }))];
  }
  const folder = withFiles(asPublished(dir), changes);
  const texts = new Map([[draft.text.file, Buffer.from(text)]]);
  const { problems } = validateGeodata(folder, texts, extent);
  const place = placesIn(dir, new Map([...files, ...changes]), files, draft);
  const named = claimsNamed(claimIds(files, draft));
  return [
    ...unsaid,
    ...problems.map((problem) => {
      const { of, field } = place(problem);
      return { ...problem, ...(of === '' ? named(problem) : { of, field }) };
    })
  ];
}

/** A problem at a claim of another article is the draft’s where it names a claim of the draft: the two do not fit. */
function claimsNamed(ids: ReadonlyMap<string, string>): (problem: Problem) => Place {
  return ({ path, found }) => {
    const words = new Set(found.match(/[a-z0-9-]+/g));
    const [key] = [...ids].find(([, id]) => words.has(id)) ?? [];
    const field = /^claims\[\d+\]\.?(.*)$/.exec(path)?.[1];
    return key === undefined || field === undefined ? NOWHERE : { of: `claims/${key}`, field };
  };
}

function cannotApply({ message }: CannotApply, file: string): DraftProblem {
  return { rule: 'D02', file, path: '', found: message, advice: '', severity: 'error', of: 'article', field: 'id' };
}

/** D01: what nobody has confirmed. One problem for each field of a claim. */
function proposals({ claims }: Draft, file: string): DraftProblem[] {
  return claims.flatMap(({ key, fields, confirmed }) => {
    const open = new Set(
      leaves(fields)
        .filter((path) => !confirmed.some((above) => path === above || /^[.[]/.test(below(path, above) ?? '')))
        .map((path) => /^[^.[]+/.exec(path)![0])
    );
    const problem = { rule: 'D01', file, path: '', severity: 'error' as const };
    const said = { found: 'this is a proposal', advice: 'confirm it, or write what is so' };
    return [...open].map((field) => ({ ...problem, ...said, of: `claims/${key}`, field }));
  });
}

/** D03: passages of a text that has changed, and that nobody has found again. */
function strayed({ claims }: Draft, text: string, file: string): DraftProblem[] {
  const characters = [...text];
  const said = {
    found: 'the words of the passage do not stand there in the text any more',
    advice: 'select the passage anew'
  };
  return claims
    .filter(({ passage: { charStart, charEnd, exact } }) => characters.slice(charStart, charEnd).join('') !== exact)
    .map(({ key }) => ({
      ...said,
      rule: 'D03',
      file,
      path: '',
      severity: 'error' as const,
      of: `claims/${key}`,
      field: 'passage'
    }));
}

const below = (path: string, above: string) => (path.startsWith(above) ? path.slice(above.length) : null);

/** The paths of all that is stated one by one; a list of plain values is one statement. */
function leaves(value: unknown, path = ''): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.some(isObject)) return value.flatMap((item, i) => leaves(item, `${path}[${i}]`));
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`));
}

type Place = { of: string; field: string };
const NOWHERE: Place = { of: '', field: '' };

/** Where in the draft a place in the files is. */
function placesIn(
  dir: string,
  after: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  draft: Draft
): (problem: Problem) => Place {
  const names = new Map([...after.keys()].map((name) => [shown(dir, name), name]));
  const keys = new Map([...claimIds(before, draft)].map(([key, id]) => [id, key]));
  const own = articleFile(draft.id);
  const claimsInFile = claimsOf(after.get(own) ?? '{}').map(({ id }) => keys.get(id) ?? id);
  const relations = relationIds(before, draft);
  return ({ file, path }) => {
    const name = names.get(file) ?? '';
    if (name === own) return ofArticle(path, claimsInFile);
    const language = /^text\/(.+)\.json$/.exec(name)?.[1];
    if (language !== undefined) return ofTranslation(language, path, draft, keys, relations);
    const [, list, index, field] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    if (list === undefined) return NOWHERE;
    const id = idAt(after.get(name)!, list, Number(index));
    if (name === 'events.json') return ofEvent(after.get(name)!, id, Number(index), field!, draft, keys);
    if (name === 'relations.json') {
      const number = relations.indexOf(id);
      if (number !== -1) return { of: `relations/${number}`, field: field! };
      return draft.changedRelations.some(({ was }) => was.id === id)
        ? { of: `relations/${id}`, field: field! }
        : NOWHERE;
    }
    const part = name === 'sites.geojson' ? 'sites' : name === 'areas.geojson' ? 'areas' : list;
    if (name === 'codes.json') {
      const codes: { id: string }[] = draft.codes[list as keyof Draft['codes']] ?? [];
      return codes.some((code) => code.id === id) ? { of: `codes/${list}/${id}`, field: field! } : NOWHERE;
    }
    if (part !== 'agents' && part !== 'origins' && part !== 'sites' && part !== 'areas') return NOWHERE;
    const isOwn = draft[part].some((entry) => ('properties' in entry ? entry.properties.id : entry.id) === id);
    return isOwn ? { of: `${part}/${id}`, field: field! } : NOWHERE;
  };
}

function ofArticle(path: string, claims: readonly string[]): Place {
  const [, index, field] = /^claims\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (index !== undefined) {
    const isPassage = field!.startsWith('locator');
    return { of: `claims/${claims[Number(index)]}`, field: isPassage ? 'passage' : field! };
  }
  const [, ofText] = /^text\.?(.*)$/.exec(path) ?? [];
  return ofText === undefined ? { of: 'article', field: path } : { of: 'text', field: ofText };
}

function ofEvent(
  content: string,
  id: string,
  index: number,
  field: string,
  draft: Draft,
  keys: ReadonlyMap<string, string>
): Place {
  const [, number, inJoin] = /^claims\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  if (number !== undefined) {
    const claim = idAt(content, ['events', index, 'claims'], Number(number));
    const join = draft.joins.findIndex((each) => each.event === id && each.claim === (keys.get(claim) ?? claim));
    if (join !== -1) return { of: `joins/${join}`, field: inJoin === 'id' ? 'claim' : inJoin! };
  }
  return hasEvent(draft, id) ? { of: `events/${id}`, field } : NOWHERE;
}

/** Whether the draft adds the event or changes it, or claims of it are or were joined to it. */
function hasEvent({ events, changedEvents, joins, opened }: Draft, id: string): boolean {
  return (
    events.some((event) => event.id === id) ||
    changedEvents.some(({ was }) => was.id === id) ||
    [...joins, ...(opened?.joins ?? [])].some(({ event }) => event === id)
  );
}

/** A text of the draft that another language lacks, or has wrongly. */
function ofTranslation(
  language: string,
  path: string,
  draft: Draft,
  keys: ReadonlyMap<string, string>,
  relations: readonly string[]
): Place {
  // How many there are, of the draft and of the rest.
  if (path === '') return { of: `translations/${language}`, field: '' };
  const quoted = /^\["((?:[^"\\]|\\.)*)"\]/.exec(path)?.[1];
  if (quoted === undefined) return NOWHERE;
  const [list, name, ...rest] = (JSON.parse(`"${quoted}"`) as string).split('/') as [string, string, ...string[]];
  const of = `translations/${language}`;
  const at = (...parts: string[]): Place => ({ of, field: [list, ...parts, ...rest].join('/') });
  if (list === 'articles' && name === draft.id) return at(name);
  if (list === 'claims') return keys.has(name) ? at(keys.get(name)!) : NOWHERE;
  if (list === 'relations') {
    const number = relations.indexOf(name);
    if (number !== -1) return at(`${number}`);
    return draft.changedRelations.some(({ was }) => was.id === name) ? at(name) : NOWHERE;
  }
  if (list === 'events' && rest[0] === 'claims' && keys.has(rest[1]!)) rest[1] = keys.get(rest[1]!)!;
  else if (!isNewIn(draft, list, list === 'codes' ? rest[0]! : name, name)) return NOWHERE;
  return at(name);
}

function isNewIn(draft: Draft, list: string, id: string, codeList: string): boolean {
  if (list === 'codes') {
    const codes: { id: string }[] = draft.codes[codeList as keyof Draft['codes']] ?? [];
    return codes.some((code) => code.id === id);
  }
  if (list === 'events') return hasEvent(draft, id);
  if (list !== 'agents' && list !== 'origins' && list !== 'sites' && list !== 'areas') return false;
  return draft[list].some((entry) => ('properties' in entry ? entry.properties.id : entry.id) === id);
}

function idAt(content: string, list: string | (string | number)[], index: number): string {
  const entry = valueAt(content, [...(Array.isArray(list) ? list : [list]), index]);
  if (!isObject(entry)) return '';
  return String(isObject(entry.properties) ? entry.properties.id : entry.id);
}
