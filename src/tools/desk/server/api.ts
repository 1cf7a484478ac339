import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Draft } from '../draft.ts';
import type { Api } from './desk-server.ts';
import type { DraftFolder } from './draft-folder.ts';
import { bodyOf, jsonOf, Refused } from './http.ts';
import type { DraftMap } from './draft-map.ts';

type Run = (request: IncomingMessage, id: string, query: URLSearchParams) => unknown;
type Route = [method: string, path: RegExp, run: Run];

const ofDraft = (rest: string) => new RegExp(`^/drafts/([a-z0-9-]+)${rest}$`);

/** What the page may ask. All that is written goes through here. */
export function deskApi(drafts: DraftFolder, map: DraftMap): Api {
  const routes: Route[] = [
    ['GET', /^\/desk$/, () => drafts.overview()],
    ['GET', /^\/outline$/, () => ({ lines: outlineOf(drafts.folders.data) })],
    ['POST', /^\/texts$/, async (request) => drafts.takeIn(await bodyOf(request))],
    [
      'POST',
      /^\/drafts$/,
      async (request, _id, query) => {
        const [publisher, day] = [query.get('publisher')?.trim() ?? '', query.get('day') ?? ''];
        if (publisher === '' || !/^\d{4}-\d{2}-\d{2}$/.test(day))
          throw new Refused(400, 'A publisher and a day such as 2031-05-13 are needed.');
        return drafts.create(await bodyOf(request), publisher, day);
      }
    ],
    ['GET', ofDraft(''), (_request, id) => drafts.open(id)],
    [
      'PUT',
      ofDraft(''),
      async (request, id) => {
        const { version, draft } = await jsonOf<{ version: string; draft: Draft }>(request);
        return drafts.save(id, draft, version);
      }
    ],
    ['POST', ofDraft('/text'), async (request, id) => drafts.changeText(id, await bodyOf(request))],
    [
      'POST',
      ofDraft('/remove'),
      (_request, id) => {
        drafts.putAside(id);
        return {};
      }
    ],
    ['POST', /^\/articles\/([a-z0-9-]+)\/open$/, (_request, id) => drafts.reopen(id)],
    ['POST', ofDraft('/check'), (_request, id) => drafts.check(id)],
    ['GET', ofDraft('/changes'), (_request, id) => drafts.changes(id)],
    ['GET', ofDraft('/translations'), (_request, id) => drafts.translations(id)],
    [
      'GET',
      ofDraft('/translations/file'),
      (_request, id, query) => ({ text: drafts.forTranslator(id, query.get('language') ?? '', formatOf(query)) })
    ],
    [
      'POST',
      ofDraft('/translations/file'),
      async (request, id, query) => drafts.fromTranslator(id, (await bodyOf(request)).toString('utf8'), formatOf(query))
    ],
    [
      'POST',
      ofDraft('/map'),
      async (_request, id) => {
        const { changes, claims } = drafts.shown(id);
        return { address: await map.show(changes), claims };
      }
    ],
    [
      'POST',
      ofDraft('/publish'),
      async (request, id) => drafts.publish(id, (await jsonOf<{ version: string }>(request)).version)
    ]
  ];

  return async (request, pathAndQuery) => {
    const { pathname, searchParams } = new URL(pathAndQuery, 'http://desk');
    for (const [method, path, run] of routes) {
      const match = method === request.method ? path.exec(pathname) : null;
      if (match) return { body: await run(request, match[1] ?? '', searchParams) };
    }
    return null;
  };
}

const formatOf = (query: URLSearchParams) => (query.get('format') === 'xlf' ? 'xlf' : 'csv');

/** The lines of the small map on which points are set. */
function outlineOf(dir: string): GeoJSON.Position[][] {
  return ['boundaries', 'municipalities'].flatMap((name) => {
    const file = readFileSync(join(dir, 'basemap', `${name}.geojson`), 'utf8');
    return (JSON.parse(file) as GeoJSON.FeatureCollection).features.flatMap(({ geometry }) => {
      if (geometry.type === 'LineString') return [geometry.coordinates];
      return geometry.type === 'MultiLineString' || geometry.type === 'Polygon' ? geometry.coordinates : [];
    });
  });
}
