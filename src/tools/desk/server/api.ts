import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { gatherFolder } from '../../../lib/server/geodata/validate.ts';
import type { Geodata } from '../../../lib/server/geodata/authored.ts';
import type { Draft } from '../draft.ts';
import type {
  Change,
  Checked,
  DraftLine,
  OpenDraft,
  Overview,
  Region,
  Saved,
  TakenText,
  TranslationTable
} from '../wire.ts';
import { bodyOf, jsonOf, Refused, type Answer } from './http.ts';
import type { Api } from './desk-server.ts';
import { newDraft } from './new-draft.ts';
import { DraftStore, takeIn, knownOf, checkDraft } from './stub-files.ts';

export type Folders = { data: string; texts: string };

type Route = {
  method: string;
  path: RegExp;
  run: (request: IncomingMessage, id: string, query: URLSearchParams) => Promise<unknown>;
};

/** What the page may ask. All that is written goes through here. */
export function deskApi({ data, texts }: Folders): Api {
  const store = new DraftStore(texts);
  const known = (draft: Draft | null) => knownOf(gatherFolder(data), draft);
  const open = (id: string) => {
    if (!store.list().includes(id)) throw new Refused(404, `There is no draft ${JSON.stringify(id)}.`);
    return store.read(id);
  };

  const routes: Route[] = [
    {
      method: 'GET',
      path: /^\/desk$/,
      run: async (): Promise<Overview> => ({
        data,
        texts,
        drafts: store.list().map((id): DraftLine => {
          const { draft } = store.read(id);
          return { id, title: draft.article.title ?? '', claims: draft.claims.length };
        }),
        bad: [],
        ...regionOf(gatherFolder(data))
      })
    },
    {
      method: 'POST',
      path: /^\/texts$/,
      run: async (request): Promise<TakenText> => {
        const { text, notes } = taken(await bodyOf(request));
        return { text, notes };
      }
    },
    {
      method: 'POST',
      path: /^\/drafts$/,
      run: async (request, _id, query): Promise<OpenDraft> => {
        const text = taken(await bodyOf(request));
        const draft = newDraft(
          query.get('publisher') ?? '',
          query.get('day') ?? '',
          text,
          [...store.list()],
          known(null)
        );
        store.create(draft, text.text);
        return { ...store.read(draft.id), known: known(draft) };
      }
    },
    {
      method: 'GET',
      path: /^\/drafts\/([\w-]+)$/,
      run: async (_request, id): Promise<OpenDraft> => {
        const read = open(id);
        return { ...read, known: known(read.draft) };
      }
    },
    {
      method: 'PUT',
      path: /^\/drafts\/([\w-]+)$/,
      run: async (request, id): Promise<Saved> => {
        const { version, draft } = await jsonOf<{ version: string; draft: Draft }>(request);
        open(id);
        if (draft.id !== id) throw new Refused(400, 'The draft has another id than its address.');
        const written = store.write(draft, version);
        if (written === null) throw new Refused(409, 'The draft was changed elsewhere since this page read it.');
        return { version: written, known: known(draft) };
      }
    },
    {
      method: 'POST',
      path: /^\/drafts\/([\w-]+)\/check$/,
      run: async (_request, id): Promise<Checked> => {
        const { draft, version, text } = open(id);
        return { version, problems: checkDraft(data, draft, text), reread: [] };
      }
    },
    {
      method: 'GET',
      path: /^\/drafts\/([\w-]+)\/changes$/,
      run: async (_request, id): Promise<Change[]> => {
        open(id);
        return [];
      }
    },
    {
      method: 'GET',
      path: /^\/drafts\/([\w-]+)\/translations$/,
      run: async (_request, id): Promise<TranslationTable> => {
        open(id);
        return [];
      }
    },
    {
      method: 'GET',
      path: /^\/outline$/,
      run: async () => ({ lines: outlineOf(data) })
    }
  ];

  return async (request, pathAndQuery): Promise<Answer | null> => {
    const { pathname, searchParams } = new URL(pathAndQuery, 'http://desk');
    const route = routes.find(({ method, path }) => method === request.method && path.test(pathname));
    if (!route) return null;
    return { body: await route.run(request, route.path.exec(pathname)?.[1] ?? '', searchParams) };
  };
}

function taken(bytes: Uint8Array) {
  try {
    return takeIn(bytes);
  } catch (error) {
    throw new Refused(422, error instanceof Error ? error.message : String(error));
  }
}

function regionOf({ info, sites, areas, agents }: Geodata): Pick<Overview, 'region' | 'outlets'> {
  const places = [...sites, ...areas].map(({ item }) => item);
  const region: Region = {
    bounds: info!.item.bounds,
    nameForms: info!.item.nameForms,
    licences: [...new Set(places.flatMap(({ properties }) => properties.licence.split('; ')))].sort(),
    points: sites
      .filter(({ item }) => !item.properties.offMap)
      .map(({ item: { properties, geometry } }) => ({ name: properties.names.en, lngLat: geometry.coordinates }))
  };
  return { region, outlets: agents.filter(({ item }) => item.kind === 'outlet').map(({ item }) => item.name) };
}

/** The lines of the small map on which points are set. */
function outlineOf(dir: string): GeoJSON.Position[][] {
  return ['boundaries', 'municipalities'].flatMap((name) => {
    const { features } = JSON.parse(
      readFileSync(join(dir, 'basemap', `${name}.geojson`), 'utf8')
    ) as GeoJSON.FeatureCollection;
    return features.flatMap(({ geometry }) => {
      if (geometry.type === 'LineString') return [geometry.coordinates];
      return geometry.type === 'MultiLineString' || geometry.type === 'Polygon' ? geometry.coordinates : [];
    });
  });
}
