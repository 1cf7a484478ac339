import type { Message } from '../message.ts';

/** The rest of the page: head, filters, legend, footer. */
export const page = {
  'page.about': 'About the data',
  'page.languages': 'Languages',
  'page.names': 'Place names',
  'page.skip.time': 'Skip to the time slider',
  'page.lanes': 'The time line',
  'page.skip': 'Skip to the list of events',
  'page.map': 'Map',
  'page.list': 'What the articles report',
  'page.time': 'Time',
  'page.filters': 'Kinds and articles',
  'page.kinds': 'Kinds of event',
  'page.articles': 'Articles that count',
  'page.external': 'Layer of external facts',
  'page.external.note': 'Outside these articles; never support for a claim or an event.',
  'page.showAll': 'Show all',
  'page.dropped': 'Part of the address was not understood and was left out: {what}.',
  'page.changed':
    'This link was made with data version {from}; this is version {to}. What it shows may have changed since.',
  'page.noscript':
    'Without JavaScript the map and the slider stand still; all events, claims and sources are in the list below.',
  'card.counts': '{articles} articles, {claims} claims',
  'page.articleCount': { one: '{n} article, not a census', other: '{n} articles, not a census' },
  'page.unreachable': 'This part of the page could not be fetched. All it says stands in the record below.',
  'page.version': 'Data version {version}'
} satisfies Record<string, Message>;
