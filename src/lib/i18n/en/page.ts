import type { Message } from '../message.ts';

/** The rest of the page: head, filters, legend, footer. */
export const page = {
  'page.about': 'About the data',
  'page.languages': 'Languages',
  'page.names': 'Place names',
  'page.skip.time': 'Skip to the time slider',
  'page.lanes': 'Timeline',
  'page.skip': 'Skip to the list of events',
  'page.map': 'Map',
  'page.list': 'What the articles report',
  'page.time': 'Time',
  'page.filters': 'Filter',
  'page.kinds': 'Kinds of event',
  'page.articles': 'Articles counted',
  'page.external': 'Show facts from outside the articles',
  'page.external.note': 'No claim rests on them; where a place does, it says so.',
  'page.showAll': 'Show all',
  'page.dropped': 'Part of the web address was not understood and has been ignored: {what}.',
  'page.changed':
    'This link was made with data version {from}; the data is now at version {to}. What the link shows may have changed since.',
  'page.changed.frozen': 'See version {version}',
  'page.frozen': 'This is version {version} of the data, kept as it was.',
  'page.frozen.now': 'To the version of today, {version}',
  'page.record': 'Every event, claim and source, on the page of the whole map',
  'page.noscript':
    'Without JavaScript the map and the slider do not move; all events, claims and sources are in the list below.',
  'page.noscript.item':
    'Without JavaScript the map and the slider do not move; every event, claim and source is in the full record.',
  'page.late':
    'The program of this page has not come, so nothing here can be moved. What is shown is the first view: {drawn}.',
  'page.late.asked': 'The link asks for another view',
  'page.late.again': 'Load again',
  'page.disk':
    'This page was opened from a disk, where browsers do not run its program: nothing here can be moved. Put its folder on a web server. On this computer this command, run in the folder, does it and names the address:',
  'page.coming': 'Descriptions are still loading.',
  'page.coming.lost': 'Descriptions could not be loaded.',
  'page.lost': 'This part did not load.',
  'page.retry': 'Try again',
  'page.kept': 'The site cannot be reached. Copy kept on this device:',
  'page.articleCount': { one: '{n} article, not a complete record', other: '{n} articles, not a complete record' },
  'page.unreachable': 'This part of the page could not be loaded. Everything in it is also in the full record below.',
  'page.version': 'Data version {version}',
  'years.title': 'Years'
} satisfies Record<string, Message>;
