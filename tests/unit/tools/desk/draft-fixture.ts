import { createHash } from 'node:crypto';
import { passageAt } from '../../../../src/tools/desk/files/passages.ts';
import { emptyDraft as draftOfArticle, type Draft, type DraftClaim } from '../../../../src/tools/desk/draft.ts';

/** A draft without a thing in it. */
export function emptyDraft(id: string): Draft {
  return draftOfArticle(id, {}, { file: `${id}.txt`, sha256: '', bytes: 0, excluded: [] });
}

/** A third article on the region of the fixtures. */
export const GAZETTE = `Talks at the quay

Saltwick, Friday (Gazette) - Thirteen constables of the Harbour Guard were injured in the clash of 12 May at the Quay Hall, Mayor Bo Lind told the Gazette.

The crowd and the Guard met for talks on Thursday at the Old Mill, the mayor said.

Read more
`;

/** The passage of some words of a text. */
export function passageOfWords(text: string, words: string): DraftClaim['passage'] {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return passageAt(text, start, start + [...words].length)!;
}

function claim(key: string, words: string, more: DraftClaim['fields']): DraftClaim {
  const fields: DraftClaim['fields'] = {
    attribution: [
      { agent: 'bo-lind', role: 'speaker' },
      { agent: 'gazette', role: 'reporter' }
    ],
    voice: 'speaker',
    origin: 'gazette-field',
    modality: 'reported_fact',
    quantities: [],
    actors: ['harbour-guard'],
    saidOn: '2031-05-16',
    certainty: 'high',
    ...more
  };
  return { key, passage: passageOfWords(GAZETTE, words), fields, confirmed: Object.keys(fields) };
}

/** That article as a draft that is ready: two claims, one joined to an event of the region, one to a new event elsewhere. */
export function gazetteDraft(): Draft {
  const id = 'gazette-2031-05-16';
  return {
    ...emptyDraft(id),
    article: {
      title: 'Talks at the quay',
      publisher: 'The Gazette',
      publisherAgent: 'gazette',
      publisherBasis: 'dateline',
      publisherConfidence: 'high',
      url: null,
      reported: { edtf: '2031-05-16', confidence: 'high' },
      published: { edtf: '2031-05-16', basis: '“Friday” after the clash', confidence: 'high' },
      crawled: null,
      language: 'en',
      translation: 'none',
      original: 'own report',
      reliability: 'Invented for tests.'
    },
    text: {
      file: `${id}.txt`,
      sha256: createHash('sha256').update(GAZETTE).digest('hex'),
      bytes: Buffer.byteLength(GAZETTE),
      excluded: [{ from: 7, to: 7, why: 'navigation' }]
    },
    claims: [
      // Not in the order of the text.
      claim('c1', 'The crowd and the Guard met for talks on Thursday at the Old Mill, the mayor said.', {
        topic: 'mediation',
        what: 'The two sides talked at the mill.',
        places: [{ ref: 'old-mill', role: 'at', precision: 'named_building' }],
        date: { edtf: '2031-05-15', basis: '“Thursday” before the printed Friday' }
      }),
      claim(
        'c2',
        'Thirteen constables of the Harbour Guard were injured in the clash of 12 May at the Quay Hall, Mayor Bo Lind told the Gazette.',
        {
          topic: 'casualties',
          what: 'Thirteen of the Guard were hurt at the Quay Hall.',
          quantities: [
            { measure: 'injured', unit: 'persons', bound: 'exact', value: 13, lower: 13, upper: 13, party: 'guard' }
          ],
          places: [{ ref: 'quay-hall', role: 'at', precision: 'named_building' }],
          date: { edtf: '2031-05-12', basis: 'day and month stated, the year of the report' }
        }
      )
    ],
    joins: [
      { event: 'mill-talks', claim: 'c1' },
      { event: 'quay-clash', claim: 'c2' }
    ],
    events: [
      {
        id: 'mill-talks',
        kind: 'visit_meeting',
        title: 'Talks at the mill',
        date: { edtf: '2031-05-15', basis: '“Thursday” in a report of Friday 16 May' },
        extent: 'within',
        places: [{ ref: 'old-mill', basis: 'article', precision: 'named_building' }],
        labels: [{ claim: 'c1', term: 'talks' }]
      }
    ],
    relations: [
      {
        type: 'contradicts_over_time',
        claims: ['courier-01'],
        with: ['c2'],
        why: 'Twelve the day after, thirteen three days later.',
        show: '12, then 13: a revision; never summed.'
      },
      {
        type: 'contradicts_over_time',
        claims: ['c2'],
        with: ['herald-02'],
        why: 'Thirteen in May, fifteen a month later.',
        show: '13, then 15: a revision; never summed.'
      }
    ],
    agents: [
      { id: 'gazette', name: 'The Gazette', kind: 'outlet' },
      { id: 'bo-lind', name: 'Bo Lind', title: 'Mayor of Saltwick', kind: 'person' }
    ],
    origins: [{ id: 'gazette-field', name: 'The Gazette, own report', note: 'What the mayor told it.' }],
    sites: [
      {
        type: 'Feature',
        properties: {
          id: 'old-mill',
          kind: 'building',
          names: { en: 'Old Mill', xx: 'Gammelmølle' },
          accuracyM: 200,
          offMap: false,
          nameBasis: 'article',
          context: false,
          source: 'invented',
          licence: 'CC0',
          geonames: null,
          wikidata: null
        },
        geometry: { type: 'Point', coordinates: [10.52, 54.41] }
      }
    ],
    codes: { topics: [{ id: 'mediation', label: 'Mediation' }] }
  };
}
