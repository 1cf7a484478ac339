import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';
import { cite, type CiteTarget } from '../../../src/lib/exports/cite.ts';
import { english } from '../../../src/lib/i18n/catalogues.ts';
import { parseDay } from '../../../src/lib/model/day.ts';
import { decodeView } from '../../../src/lib/model/url.ts';
import { withSelection } from '../../../src/lib/model/view-changes.ts';
import { index, viewOf } from './exported.ts';

const view = viewOf('day=2023-05-29&window=day&hide=vote');
const { info } = index.dataset;
const context = { home: 'https://example.org/maps/', view, accessed: parseDay('2026-01-31')! };
const of = (target: CiteTarget) => cite(english, index, target, context)!;
const TARGETS: CiteTarget[] = [
  { type: 'map' },
  ...index.dataset.events.map(({ id }): CiteTarget => ({ type: 'event', id })),
  ...index.dataset.claims.map(({ id }): CiteTarget => ({ type: 'claim', id })),
  ...index.dataset.articles.map(({ id }): CiteTarget => ({ type: 'article', id }))
];

type Entry = { type: string; label: string; properties: Record<string, string> };
const bibtex = (text: string) => plugins.input.chain(text, { target: '@biblatex/entries+list' }) as Entry[];

describe('a citation', () => {
  test('for an event: what, when, in what, which version, which licence, where, and when it was read', () => {
    expect(of({ type: 'event', id: 'zvecan-clash' }).text).toBe(
      'Clash at the Zvečan town hall between KFOR and demonstrators (29 May 2023). In: Northern Kosovo, 2023: ' +
        `${info.subtitle}. Data version ${info.version}. ` +
        'View: Events that fall, or may fall, on 29 May 2023. All articles count, whenever they were published. ' +
        'Kinds of event left out: Vote. Troop statements: as of 29 May 2023. Data: CC BY 4.0. ' +
        `https://example.org/maps/?day=2023-05-29&window=day&event=zvecan-clash&hide=vote&v=${info.version} Accessed 31 January 2026.`
    );
  });

  test('where nothing is left out, an event and an article are cited by their own pages, a claim by its view', () => {
    const link = (target: CiteTarget) => cite(english, index, target, { ...context, view: viewOf('') })!.link;
    const home = 'https://example.org/maps/';
    expect(link({ type: 'event', id: 'zvecan-clash' })).toBe(`${home}event/zvecan-clash/?v=${info.version}`);
    expect(link({ type: 'article', id: 'ocnal-2023-11-27' })).toBe(
      `${home}article/ocnal-2023-11-27/?v=${info.version}`
    );
    expect(link({ type: 'claim', id: 'ocnal-15' })).toMatch(/maps\/\?day=.*&claim=ocnal-15&/);
    const { text } = cite(english, index, { type: 'event', id: 'zvecan-clash' }, { ...context, view: viewOf('') })!;
    expect(text).toContain('View: Events that fall, or may fall, on 29 May 2023.');
  });

  test('for a claim: who said it, through whom, in which article and line, published when', () => {
    const { text } = of({ type: 'claim', id: 'ocnal-15' });
    for (const part of [
      'British Army officer Joss Gaddie:',
      'claim ocnal-15',
      'Reuters',
      'Voice of America',
      'ocnal.com, line 16',
      'published 27–30 November 2023'
    ]) {
      expect(text).toContain(part);
    }
  });

  test('its link opens the same thing in the same view, and says so when the data has changed', () => {
    for (const target of TARGETS) {
      const query = new URL(of(target).link).searchParams;
      const selection = target.type === 'map' ? null : target;
      expect(decodeView(query, index)).toEqual({ view: withSelection(view, selection, index), dropped: [] });
      const later = { ...index, dataset: { ...index.dataset, info: { ...info, version: '99.0.0' } } };
      expect(decodeView(query, later).changed).toEqual({ from: info.version, to: '99.0.0' });
    }
  });

  test('BibTeX and CSL-JSON parse, and agree on title, address, version and day of access', () => {
    for (const target of TARGETS) {
      const citation = of(target);
      const [entry, ...more] = bibtex(citation.bibtex);
      expect(more).toEqual([]);
      const csl = plugins.input.chain(citation.csl, { generateGraph: false }) as Record<string, unknown>[];
      expect(csl).toHaveLength(1);
      expect(csl[0]).toMatchObject({
        type: 'dataset',
        URL: citation.link,
        version: info.version,
        accessed: { 'date-parts': [[2026, 1, 31]] }
      });
      expect(entry).toMatchObject({
        type: 'misc',
        label: csl[0]!.id,
        properties: { url: citation.link, version: info.version, urldate: '2026-01-31' }
      });
      expect(plain(entry!.properties.title!)).toBe(csl[0]!.title);
    }
  });

  test('no author and no date are made up, and without a day of access there is none', () => {
    const { csl, bibtex: text } = cite(english, index, { type: 'map' }, { ...context, accessed: null })!;
    expect(Object.keys(JSON.parse(csl)[0])).toEqual(['id', 'type', 'title', 'version', 'medium', 'URL', 'note']);
    expect(text).not.toMatch(/author|year|urldate/);
  });

  test('what the data does not have cannot be cited', () => {
    expect(cite(english, index, { type: 'event', id: 'nowhere' }, context)).toBeNull();
    expect(cite(english, index, { type: 'claim', id: '__proto__' }, context)).toBeNull();
  });
});

/** The parser leaves the braces that keep capitals. */
const plain = (title: string) => title.replace(/<span class="nocase">|<\/span>|[{}]/g, '');
