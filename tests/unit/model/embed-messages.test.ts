import { describe, expect, test } from 'vitest';
import { isoDay, parseDay } from '../../../src/lib/model/day.ts';
import type { HostMessage } from '../../../src/lib/model/embed-contract.ts';
import { heightDialects } from '../../../src/lib/model/embed-heights.ts';
import {
  addressProblem,
  decodeHostMessage,
  posted,
  stateOf,
  viewAfter
} from '../../../src/lib/model/embed-messages.ts';
import { decodeOptions, defaultOptions, encodeOptions, unknownOptions } from '../../../src/lib/model/embed-options.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { firstView } from '../../../src/lib/model/view.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';

const index = indexDataset(loadDataset());
const first = firstView(index.dataset.info);
const envelope = { protocol: 'map-embed', version: 1 };
const event = index.dataset.events[0]!.id;
const kind = index.dataset.codes.kinds[0]!.id;
const article = index.dataset.articles[0]!.id;

const GOOD: HostMessage[] = [
  { type: 'setDay', day: '2023-09-24' },
  { type: 'setDay', day: '2023-09-24', window: 'week' },
  { type: 'setAsOf', asOf: 'everything' },
  { type: 'setAsOf', asOf: 'day' },
  { type: 'setAsOf', asOf: '2023-05-30' },
  { type: 'select', selection: { type: 'event', id: event } },
  { type: 'select', selection: null },
  { type: 'filter', hide: [kind], without: [article], external: true },
  { type: 'setChapter', chapter: index.dataset.story[0]!.id },
  { type: 'setChapter', chapter: null },
  { type: 'play' },
  { type: 'pause' },
  { type: 'setLanguage', language: 'en' }
];

describe('a message from the host page', () => {
  test('every message of the contract is read as it was posted', () => {
    for (const message of GOOD) expect(decodeHostMessage(structuredClone(posted(message)))).toEqual({ message });
  });
  test('other messages are ignored: no envelope, another version, no object at all, and the map’s own', () => {
    const foreign = [
      null,
      undefined,
      1,
      'x',
      [],
      ['setDay'],
      {},
      { type: 'setDay', day: '2023-09-24' },
      { ...envelope, version: 2, type: 'play' }
    ];
    for (const data of foreign) expect(decodeHostMessage(data)).toBeNull();
    for (const type of ['ready', 'change', 'height', 'error'])
      expect(decodeHostMessage({ ...envelope, type })).toBeNull();
  });
  test('a message of an unknown type, or with a field that is none, is a problem that names it and what there is', () => {
    for (const type of ['dance', 'x'.repeat(10_000), ['play'], undefined])
      expect(decodeHostMessage({ ...envelope, type })).toEqual({
        about: typeof type === 'string' && type.length <= 40 ? type : expect.stringMatching(/^.{0,40}$/),
        problem: expect.stringContaining('setDay')
      });
    expect(decodeHostMessage({ ...envelope, type: 'filter', kinds: [kind] })).toEqual({
      about: 'filter',
      problem: expect.stringMatching(/"kinds".*hide, without, external/)
    });
    expect(decodeHostMessage({ ...envelope, type: 'setDay', day: '2023-09-24', windw: 'week' })).toMatchObject({
      about: 'setDay'
    });
    expect(decodeHostMessage({ ...envelope, type: 'play', speed: 2 })).toMatchObject({ about: 'play' });
  });
  test('a field of the wrong type is a problem that names the message', () => {
    const wrong: object[] = [
      { type: 'setDay' },
      { type: 'setDay', day: 20230924 },
      { type: 'setDay', day: '2023-02-30' },
      { type: 'setDay', day: '2023-09-24', window: 'year' },
      { type: 'setAsOf', asOf: null },
      { type: 'setAsOf', asOf: 'soon' },
      { type: 'select' },
      { type: 'select', selection: 'event' },
      { type: 'select', selection: { type: 'constructor', id: 'x' } },
      { type: 'select', selection: { type: 'event', id: 'x'.repeat(10_000) } },
      { type: 'filter', hide: kind },
      { type: 'filter', hide: [1] },
      { type: 'filter', without: Array(10_000).fill(article) },
      { type: 'filter', external: 'yes' },
      { type: 'setChapter' },
      { type: 'setChapter', chapter: 3 },
      { type: 'setLanguage', language: {} }
    ];
    for (const data of wrong) {
      expect(decodeHostMessage({ ...envelope, ...data })).toEqual({
        about: (data as HostMessage).type,
        problem: expect.any(String)
      });
    }
  });
  test('prototype keys find nothing and change no prototype', () => {
    for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(decodeHostMessage({ ...envelope, type })).toMatchObject({ about: type });
    const hostile = JSON.parse(
      '{"protocol":"map-embed","version":1,"type":"filter","__proto__":{"hide":["x"],"polluted":1}}'
    ) as unknown;
    const decoded = decodeHostMessage(hostile);
    expect(decoded === null || 'problem' in decoded || (decoded.message as { hide?: unknown }).hide === undefined).toBe(
      true
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const inherited = Object.assign(Object.create({ day: '2023-09-24' }) as object, envelope, { type: 'setDay' });
    expect(decodeHostMessage(inherited)).toMatchObject({ about: 'setDay' });
  });
});

describe('the view after a message', () => {
  const after = (message: HostMessage, view = first) => viewAfter(view, message, index);

  test('the day moves and the window only where it is named', () => {
    expect(after({ type: 'setDay', day: '2023-09-24' })).toEqual({ view: { ...first, day: parseDay('2023-09-24') } });
    expect(after({ type: 'setDay', day: '2023-09-24', window: 'month' })).toMatchObject({ view: { window: 'month' } });
  });
  test('what is unknown changes nothing and is named', () => {
    const unknown: HostMessage[] = [
      { type: 'setDay', day: '2031-01-01' },
      { type: 'setAsOf', asOf: '1999-01-01' },
      { type: 'select', selection: { type: 'event', id: '__proto__' } },
      { type: 'filter', hide: ['constructor'] },
      { type: 'filter', without: ['nobody'] },
      { type: 'setChapter', chapter: '__proto__' }
    ];
    for (const message of unknown) expect(after(message)).toEqual({ problem: expect.any(String) });
  });
  test('a message that changes nothing returns the same object, so that nothing is rendered again', () => {
    expect(after({ type: 'setDay', day: isoDay(first.day), window: index.dataset.info.firstView.window })).toEqual({
      view: first
    });
    for (const message of [...GOOD.slice(0, 7), GOOD[7]!]) {
      const once = after(message);
      if (!('view' in once)) throw new Error('not understood');
      const twice = after(structuredClone(message), once.view);
      expect('view' in twice && twice.view === once.view).toBe(true);
    }
  });
  test('a chapter brings its day, window and selection, and any other change leaves it', () => {
    const { id, day, window, selection } = index.dataset.story[0]!;
    const opened = after({ type: 'setChapter', chapter: id });
    expect(opened).toMatchObject({ view: { day, window, selection, chapter: id } });
    const { view } = opened as { view: typeof first };
    expect(stateOf(view, false, index)).toMatchObject({ chapter: id, query: `chapter=${id}` });
    expect(after({ type: 'setChapter', chapter: null }, view)).toEqual({
      view: { ...view, selection: null, chapter: null }
    });
    expect(after({ type: 'setAsOf', asOf: 'day' }, view)).toEqual({ view: { ...view, asOf: 'day', chapter: null } });
  });
  test('a filter leaves out of the view what it does not name', () => {
    const both = after({ type: 'filter', hide: [kind, kind], external: true });
    expect(both).toMatchObject({ view: { hiddenKinds: [kind], hiddenArticles: [], external: true } });
  });
  test('the state posted to the page contains the address of the same view', () => {
    const { query, day, playing } = stateOf(first, true, index);
    expect({ day, playing }).toEqual({ day: isoDay(first.day), playing: true });
    expect(query).toContain(`day=${day}`);
  });
});

describe('the options of an embed', () => {
  test('all of them come back from their query, and the defaults are not written', () => {
    const languages = ['en', 'sq'];
    expect(encodeOptions(defaultOptions())).toBe('');
    for (const controls of ['full', 'minimal', 'none'] as const)
      for (const theme of ['light', 'dark', 'auto'] as const)
        for (const height of ['auto', 'fixed'] as const)
          for (const [story, troops] of [
            [true, false],
            [false, true],
            [false, false]
          ] as const)
            for (const lang of languages) {
              const options = { controls, theme, height, story, troops, lang };
              expect(decodeOptions(new URLSearchParams(encodeOptions(options)), languages)).toEqual(options);
            }
  });
  test('those that mean nothing are named, and no key of the view', () => {
    const query = new URLSearchParams('controls=none&theme=pink&height=9&story=yes&troops=&lang=xx&day=never');
    expect(unknownOptions(query, ['en'])).toEqual(['controls=none', 'theme=pink', 'height=9', 'story=yes', 'lang=xx']);
    expect(unknownOptions(new URLSearchParams('controls=0&theme=auto&story=0&lang=EN_gb'), ['en'])).toEqual([]);
  });
  test('unknown values are the default’s', () => {
    const query = new URLSearchParams('controls=toString&theme=__proto__&height=9999&story=yes&lang=xx');
    expect(decodeOptions(query, ['en'])).toEqual(defaultOptions());
    expect(decodeOptions(query, ['en', 'sq'], 'sq')).toEqual(defaultOptions('sq'));
  });
});

test('of the keys of the address that mean nothing, some are named, each cut', () => {
  expect(addressProblem([])).toBeNull();
  expect(addressProblem(['day=2023-9-24', 'event=nope'])).toEqual({
    type: 'error',
    about: 'address',
    problem: 'not understood: day=2023-9-24; event=nope'
  });
  const flood = addressProblem(Array(1000).fill(`event=${'x'.repeat(5000)}`))!;
  expect(flood.problem.length).toBeLessThan(1000);
  expect(flood.problem).toContain('990 more');
});

test('the height is posted in every format, in pym’s and WordPress’s only to such a host', () => {
  const frame = { id: 'map', childId: null, src: 'https://e.example/embed/', secret: null };
  expect(heightDialects(480, { ...frame, childId: 'pym-0', secret: 'aB3' })).toEqual([
    { sentinel: 'amp', type: 'embed-size', height: 480 },
    { 'datawrapper-height': { map: 480 } },
    '{"src":"https://e.example/embed/","context":"iframe.resize","height":480}',
    'pymxPYMxpym-0xPYMxheightxPYMx480',
    { message: 'height', value: 480, secret: 'aB3' }
  ]);
  expect(heightDialects(480, frame)).toHaveLength(3);
});
