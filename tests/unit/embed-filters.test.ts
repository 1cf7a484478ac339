import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultOptions } from '../../src/lib/model/embed-options.ts';
import { iframeCode, pictureCode, scriptCode } from '../../src/lib/model/share-code.ts';
import { loadDataset } from '../../src/lib/server/geodata/dataset.ts';

/*
 * What content systems leave of the codes. Their filters are lists of elements and attributes; docs/embedding.md says what
 * to paste where, and is held to these lists.
 */

const { info } = loadDataset();
const BASE = 'https://e.example/map/';
const VIEW = 'day=2023-09-24&window=week';
const [script, iframe, picture] = [scriptCode, iframeCode, pictureCode].map((write) =>
  write(BASE, VIEW, defaultOptions(), info)
) as [string, string, string];
const LINK = `<a href="${BASE}?day=2023-09-24&amp;window=week">${info.title}</a>`;

/** Elements that are let through, each with its attributes. */
type Filter = Record<string, string[]>;

/** Of WordPress for authors without `unfiltered_html`: `wp_kses_post`, as far as the codes have such elements. */
const WORDPRESS: Filter = {
  a: ['href', 'title', 'target'],
  img: ['src', 'alt', 'width', 'height', 'style'],
  p: [],
  br: []
};
/** Drupal's “Basic HTML”: `filter_html` as it is installed. */
const DRUPAL: Filter = { a: ['href', 'hreflang'], img: ['src', 'alt', 'width', 'height'], p: [], br: [] };
/** An answer of oEmbed in WordPress: `wp_filter_oembed_result`. */
const WORDPRESS_OEMBED: Filter = { a: ['href'], blockquote: [], iframe: ['src', 'width', 'height', 'title'] };

const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const ATTRIBUTE = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;

/** The markup that is left: tags and attributes of the list, values in quotation marks, as such filters write them. */
const filtered = (html: string, filter: Filter) =>
  html.replace(TAG, (_, end: string, name: string, attributes: string) => {
    const allowed = filter[name.toLowerCase()];
    if (!allowed) return '';
    const kept = [...attributes.matchAll(ATTRIBUTE)]
      .filter(([, key]) => allowed.includes(key!.toLowerCase()))
      .map(([, key, ...values]) => ` ${key}="${values.find((value) => value !== undefined) ?? ''}"`);
    return `<${end}${name}${end ? '' : kept.join('')}>`;
  });

describe.each([
  ['WordPress', WORDPRESS],
  ['Drupal', DRUPAL]
])('after the filter of %s', (_, filter) => {
  test.each([script, iframe, picture])('a link to the same view is left of %s', (code) => {
    expect(filtered(code, filter)).toContain(LINK);
    expect(filtered(code, filter)).not.toMatch(/<(script|iframe|northern)/);
  });
  test('the picture is left too, and is a link', () => {
    expect(filtered(picture, filter)).toMatch(/<a href="[^"]+"><img src="[^"]+card\.png" alt="[^"]+"/);
  });
});

const EMBEDDING = readFileSync('docs/embedding.md', 'utf8');

/** What stands under a heading of docs/embedding.md, each time that it is there. */
const sectionsOf = (heading: string): string[] =>
  EMBEDDING.split(new RegExp(`^### ${heading}$`, 'm'))
    .slice(1)
    .map((rest) => rest.split(/^##/m)[0]!);

/** The code blocks under a heading. */
function examplesOf(heading: string): string[] {
  const [own] = sectionsOf(heading);
  return (own!.match(/(?:^ {4}.*\n)+/gm) ?? []).map((code) => code.replace(/^ {4}/gm, ''));
}

test('what is said for AMP keeps the rules of amp-iframe', () => {
  const [code] = examplesOf('AMP');
  expect(code).toMatch(/^<amp-iframe [^>]*src="https:\/\//);
  const tag = /<amp-iframe ([^>]+)>/.exec(code!)![1]!;
  const attributes = [...tag.matchAll(ATTRIBUTE)].map(([, key]) => key!);
  // https://amp.dev/documentation/components/amp-iframe: attributes of its own, and those of every AMP element.
  const allowed = 'src width height layout sandbox resizable frameborder title allowfullscreen referrerpolicy'.split(
    ' '
  );
  expect(attributes.filter((key) => !allowed.includes(key))).toEqual([]);
  // Without a placeholder it may not stand in the first 600 px; resizable asks for an overflow element.
  expect(code).toMatch(/<[^>]+\bplaceholder\b/);
  expect(code).toMatch(/<[^>]+\boverflow\b/);
  // It loads nothing of the map's own: no script of another site runs in AMP.
  expect(code).not.toContain('<script');
});

test('what is said for WordPress’s oEmbed filter keeps the frame’s address and its title', () => {
  expect(filtered(iframe, WORDPRESS_OEMBED)).toMatch(/<iframe src="[^"]+" title="[^"]+" width="100%" height="700">/);
});

test.each(['WordPress', 'AMP', 'Ghost', 'Substack', 'Drupal'])(
  '%s has its paragraph, with a way out by a link',
  (name) => {
    expect(sectionsOf(name)).toEqual([expect.stringMatching(/\blink\b|<a href=/)]);
  }
);
