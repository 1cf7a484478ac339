import type { Agent, Codes, Origin, Relation } from '../../model/dataset.ts';
import type {
  AreaFeature,
  AuthoredArticle,
  AuthoredChapter,
  AuthoredClaim,
  AuthoredEvent,
  AuthoredExternal,
  AuthoredInfo,
  AuthoredTroops,
  ClaimEntry,
  Entry,
  Gazetteer,
  Geodata,
  IdKind,
  SiteFeature,
  TranslatedTexts
} from './authored.ts';
import type { FileKind, FolderContents, SourceFile } from './read.ts';

export const CODE_LISTS = [
  'kinds',
  'topics',
  'modalities',
  'bounds',
  'statuses',
  'precisions',
  'bases',
  'certainties',
  'relations',
  'measures',
  'parties',
  'roles'
] as const satisfies readonly (keyof Codes)[];

/** Paths of fields with the wrong shape, by file name inside the folder. */
export type Misshapen = ReadonlyMap<string, readonly string[]>;

/**
 * Sorts what was read. The casts below are what the shape check has proved: an item with a misshapen field is left
 * out, and so is a whole file where the field belongs to no item.
 */
export function gather(reading: FolderContents, misshapen: Misshapen): Geodata {
  const of = (kind: FileKind): SourceFile[] => reading.files.filter((file) => file.kind === kind);
  const one = <T>(kind: FileKind): Entry<T> | null => of(kind).map((file) => whole<T>(file, misshapen))[0] ?? null;
  const items = <T>(kind: FileKind, list: string): Entry<T>[] =>
    of(kind).flatMap((file) => listItems<T>(file, list, misshapen));

  const articles = of('article').flatMap((file) => whole<AuthoredArticle>(file, misshapen, 'claims') ?? []);
  const fileOf = new Map(of('article').map((file) => [file.file, file]));
  const claims = articles.flatMap((article): ClaimEntry[] => {
    const file = fileOf.get(article.file)!;
    return listItems<AuthoredClaim>(file, 'claims', misshapen).map((entry) => ({ ...entry, article }));
  });
  const codes = Object.fromEntries(CODE_LISTS.map((list) => [list, items('codes', list)])) as Geodata['codes'];
  return {
    info: one<AuthoredInfo>('dataset'),
    codes,
    articles,
    claims,
    events: items<AuthoredEvent>('events', 'events'),
    relations: items<Relation>('relations', 'relations'),
    agents: items<Agent>('agents', 'agents'),
    origins: items<Origin>('origins', 'origins'),
    external: items<AuthoredExternal>('external', 'facts'),
    sites: items<SiteFeature>('sites', 'features'),
    areas: items<AreaFeature>('areas', 'features'),
    troops: one<AuthoredTroops>('troops'),
    story: items<AuthoredChapter>('story', 'chapters'),
    gazetteer: one<Gazetteer>('gazetteer'),
    texts: of('text').flatMap((file) => {
      const entry = whole<TranslatedTexts & { $schema?: string }>(file, misshapen);
      if (entry === null) return [];
      const { $schema: _schema, ...texts } = entry.item;
      return [{ ...entry, item: texts, language: file.name.replace(/^text\/|\.json$/g, '') }];
    }),
    geojson: [...of('sites'), ...of('areas'), ...of('basemap')].map(raw),
    files: reading.files.map(raw),
    known: knownIds(reading),
    whole: reading.unread.size === 0 && misshapen.size === 0
  };
}

function raw(file: SourceFile): Entry<unknown> {
  return { item: file.json, file: file.file, path: '' };
}

/** The file as one thing; `null` where a field outside its list `apart` is misshapen. */
function whole<T>(file: SourceFile, misshapen: Misshapen, apart?: string): Entry<T> | null {
  const paths = misshapen.get(file.name) ?? [];
  const own = paths.filter((path) => apart === undefined || !path.startsWith(`${apart}[`));
  return own.length > 0 ? null : { item: file.json as T, file: file.file, path: '' };
}

function listItems<T>(file: SourceFile, list: string, misshapen: Misshapen): Entry<T>[] {
  const paths = misshapen.get(file.name) ?? [];
  return rawList(file, list).flatMap((item, index): Entry<T>[] => {
    const path = `${list}[${index}]`;
    const bad = paths.some(
      (broken) => broken === path || broken.startsWith(`${path}.`) || broken.startsWith(`${path}[`)
    );
    return bad ? [] : [{ item: item as T, file: file.file, path }];
  });
}

/** Where the codes name none. */
const USUAL_UNITS = ['persons'];

function rawList(file: SourceFile, list: string): unknown[] {
  const value = field(file.json, list);
  return Array.isArray(value) ? value : [];
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** Ids of everything that names itself, misshapen or not. */
function knownIds(reading: FolderContents): Geodata['known'] {
  const of = (kind: FileKind): SourceFile[] => reading.files.filter((file) => file.kind === kind);
  const idsIn = (kind: FileKind, list: string, under?: string): string[] =>
    of(kind)
      .flatMap((file) => rawList(file, list))
      .map((item) => field(under === undefined ? item : field(item, under), 'id'))
      .filter((id): id is string => typeof id === 'string');
  const known = (ids: string[], ...kinds: FileKind[]): { ids: Set<string>; complete: boolean } => ({
    ids: new Set(ids),
    complete: !kinds.some((kind) => reading.unread.has(kind))
  });
  const places = [...idsIn('sites', 'features', 'properties'), ...idsIn('areas', 'features', 'properties')];
  const codes = Object.fromEntries(CODE_LISTS.map((list) => [list, known(idsIn('codes', list), 'codes')]));
  return {
    ...(codes as Record<(typeof CODE_LISTS)[number], { ids: Set<string>; complete: boolean }>),
    unit: known(
      of('codes').flatMap((file) =>
        field(file.json, 'units') === undefined
          ? USUAL_UNITS
          : rawList(file, 'units').filter((unit) => typeof unit === 'string')
      ),
      'codes'
    ),
    claim: known(idsIn('article', 'claims'), 'article'),
    agent: known(idsIn('agents', 'agents'), 'agents'),
    origin: known(idsIn('origins', 'origins'), 'origins'),
    event: known(idsIn('events', 'events'), 'events'),
    relation: known(idsIn('relations', 'relations'), 'relations'),
    external: known(idsIn('external', 'facts'), 'external'),
    place: known(places, 'sites', 'areas')
  } satisfies Record<IdKind, { ids: Set<string>; complete: boolean }>;
}
