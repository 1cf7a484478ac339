import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { headOf, isFile, isFinal } from '../../../src/lib/offline/answers.ts';

type Init = ResponseInit & { redirected?: boolean; url?: string; type?: ResponseType };

const answer = (type: string, init: Init = {}): Response => {
  const { redirected = false, url = '', type: kind = 'basic', ...rest } = init;
  const made = new Response(null, { headers: { 'content-type': type }, ...rest });
  return Object.defineProperties(made, {
    redirected: { value: redirected },
    url: { value: url },
    type: { value: kind }
  });
};

beforeEach(() => void vi.stubGlobal('location', { origin: 'https://e.example' }));
afterEach(() => void vi.unstubAllGlobals());

const FILES = {
  '/maps/': 'text/html; charset=utf-8',
  '/maps/about/': 'text/html',
  '/maps/_app/immutable/chunks/a.js': 'text/javascript',
  '/maps/_app/immutable/chunks/b.js': 'application/javascript; charset=utf-8',
  '/maps/_app/immutable/assets/c.css': 'text/css',
  // Servers that do not know a type say so.
  '/maps/_app/immutable/assets/d.woff2': 'application/octet-stream',
  '/maps/_app/immutable/assets/e.geojson': 'text/plain'
};

describe('what may be kept', () => {
  test.each(Object.entries(FILES))('%s as %s', (path, type) => {
    expect(isFile(path, answer(type))).toBe(true);
    expect(isFile(path, answer(type, { redirected: true }))).toBe(false);
    for (const status of [206, 403, 404, 408, 429, 500, 503])
      expect(isFile(path, answer(type, { status }))).toBe(false);
  });
  test.each(Object.keys(FILES).filter((path) => !path.endsWith('/')))('%s never as a page', (path) => {
    for (const type of ['text/html', 'text/html; charset=utf-8', 'application/xhtml+xml; html'])
      expect(isFile(path, answer(type))).toBe(false);
  });
  test('no page or script whose type is something else, or none', () => {
    for (const type of ['text/plain', ''])
      for (const path of ['/maps/', '/maps/a.js']) expect(isFile(path, answer(type))).toBe(false);
  });
});

describe('hosts that send from a page to its address without a slash', () => {
  test('only that address of this site, and only of a page, is the page itself', () => {
    const from = (url: string) => answer('text/html', { redirected: true, url });
    expect(isFile('/maps/about/', from('https://e.example/maps/about'))).toBe(true);
    for (const url of [
      'https://e.example/maps/about/index',
      'https://e.example/maps/',
      'https://other.example/maps/about',
      'https://e.example/maps/about?logged=out'
    ])
      expect(isFile('/maps/about/', from(url)), url).toBe(false);
    expect(isFile('/maps/a.js/x', from('https://e.example/maps/a.js/'))).toBe(false);
  });
});

test('a page, the way to another and one that is gone are the last word; errors and portals of another type are not', () => {
  expect(isFinal(answer('text/html'))).toBe(true);
  expect(isFinal(answer('', { type: 'opaqueredirect' }))).toBe(true);
  for (const status of [404, 410]) expect(isFinal(answer('text/html', { status }))).toBe(true);
  for (const status of [400, 401, 403, 408, 429, 500, 502, 503, 504])
    expect(isFinal(answer('text/html', { status })), String(status)).toBe(false);
  expect(isFinal(answer('application/json'))).toBe(false);
});

test('the head is read while the rest of the page is on its way', async () => {
  const parts = ['<head><li', 'nk></he', 'ad><body>'];
  let at = 0;
  const page = new ReadableStream({
    pull: (stream) =>
      // What comes after never comes.
      at < parts.length ? stream.enqueue(new TextEncoder().encode(parts[at++])) : new Promise(() => {})
  });
  expect(await headOf(new Response(page))).toBe('<head><link>');
  expect(await headOf(new Response('no head at all'))).toBe('no head at all');
});
