import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digitsIn } from '../../src/lib/server/geodata/numbers-in-text.ts';
import { join as joined } from '../../src/lib/server/geodata/join.ts';
import { textsOf } from '../../src/lib/server/geodata/texts.ts';
import { validateGeodata } from '../../src/lib/server/geodata/validate.ts';

/*
 * One more article, as an editor would add it by the steps of geodata/README.md: its bibliography and claims, two new
 * agents, an origin, an event with a place, a relation, all texts in every language, and a version of its own.
 */

const ARTICLE = 'example-2023-10-12';
const basis = { edtf: '2023-10-10', basis: '“Tuesday” in the text, published on Thursday 12 October 2023' };

const claim = (nr: number, what: string, more: object) => ({
  id: `example-0${nr}`,
  locator: { line: 2 + nr, charStart: 100 * nr, charEnd: 100 * nr + 80 },
  what,
  attribution: [
    { agent: 'example-mayor', role: 'speaker' },
    { agent: 'example-outlet', role: 'reporter' }
  ],
  voice: 'speaker',
  origin: 'example-field',
  topic: 'politics',
  quantities: [],
  places: [{ ref: 'leposavic', role: 'in', precision: 'town' }],
  actors: ['example-mayor'],
  date: basis,
  certainty: 'high',
  ...more
});

const article = {
  $schema: '../../src/lib/server/geodata/schema/article.schema.json',
  id: ARTICLE,
  title: 'Mayors meet on Tuesday in Leposavić',
  publisher: 'The Example',
  publisherAgent: 'example-outlet',
  publisherBasis: 'masthead',
  publisherConfidence: 'high',
  url: null,
  reported: { edtf: '2023-10-12', confidence: 'high' },
  published: { edtf: '2023-10-12', basis: 'the dateline', confidence: 'high' },
  crawled: null,
  language: 'en',
  translation: 'none; the text is in English',
  original: 'the outlet’s own report',
  reliability: 'A reporter’s own text.',
  text: { file: `${ARTICLE}.txt`, sha256: 'ab'.repeat(32), bytes: 1200, excluded: [] },
  claims: [
    claim(1, 'Two mayors met and talked for an hour about a road.', {
      modality: 'reported_fact',
      saidOn: '2023-10-11'
    }),
    claim(2, 'They want to meet again before the end of the year.', { modality: 'planned', saidOn: '2023-10-10' }),
    claim(3, 'Two people were slightly hurt when a shelf fell in the hall.', {
      modality: 'reported_fact',
      saidOn: '2023-10-11'
    })
  ]
};

const event = {
  id: 'example-meeting',
  kind: 'visit_meeting',
  title: 'Two mayors meet in Leposavić',
  date: basis,
  extent: 'within',
  places: [{ ref: 'leposavic', basis: 'article', precision: 'town' }],
  claims: [{ id: 'example-01' }, { id: 'example-02', role: 'said' }, { id: 'example-03' }],
  labels: []
};

/** Adds the article to a data folder in place. */
export function addArticle(dir: string): void {
  const edit = <Content>(file: string, change: (content: Content) => void) => {
    const path = join(dir, file);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    change(content);
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  };
  writeFileSync(join(dir, 'articles', `${ARTICLE}.json`), `${JSON.stringify(article, null, 2)}\n`);
  edit('agents.json', ({ agents }: { agents: object[] }) =>
    agents.push(
      { id: 'example-outlet', name: 'The Example', kind: 'outlet' },
      { id: 'example-mayor', name: 'A mayor', kind: 'person' }
    )
  );
  edit('origins.json', ({ origins }: { origins: object[] }) =>
    origins.push({ id: 'example-field', name: 'The Example, field report', note: 'The reporter was there.' })
  );
  edit('events.json', ({ events }: { events: object[] }) => events.push(event));
  const count = (text: string) => text.replace('five', 'six');
  edit('dataset.json', (dataset: { version: string; subtitle: string; description: string }) => {
    dataset.version = '1.1.0';
    dataset.subtitle = count(dataset.subtitle);
    dataset.description = count(dataset.description);
  });
  const english = textsOf(joined(validateGeodata(dir).data));
  for (const [file, word] of [
    ['text/sq.json', 'Përkthim'],
    ['text/sr-Latn.json', 'Prevod']
  ] as const)
    edit(file, (texts: Record<string, { en: string; text: string }>) => {
      for (const [path, en] of english)
        if (texts[path]?.en !== en) texts[path] = { en, text: [word, ...digitsIn(en)].join(' ') };
    });
}
