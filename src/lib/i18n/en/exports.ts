import type { Message } from '../message.ts';

/** Metadata texts in the downloads, citations, and the panel for both. */
export const exports = {
  'exports.csv.cells':
    'One apostrophe stands before text that a spreadsheet would run as a formula. Take it off to have the text.',
  'exports.untranslated': {
    one: '{n} text of the data has no translation yet and is in English.',
    other: '{n} texts of the data have no translation yet and are in English.'
  },
  'exports.filter.none': 'No filter: the whole data set and all articles, whenever they were published.',
  'exports.filter.window.day': 'Events that fall, or may fall, on {to}.',
  'exports.filter.window.span': 'Events that fall, or may fall, between {from} and {to}.',
  'exports.filter.asOf.everything': 'All articles count, whenever they were published.',
  'exports.filter.asOf.day': 'Counts only what was, or may have been, published by {day}.',
  'exports.filter.kinds': 'Kinds of event left out: {kinds}.',
  'exports.filter.articles': 'Articles left out: {articles}.',
  'exports.filter.external': 'With facts from outside the articles.',
  'exports.filter.troops': 'Troop statements: as of {day}.',
  'exports.title': 'Download and cite',
  'exports.all': 'The whole data set',
  'exports.all.note': 'Version {version}. Claims: {claims}. Geometry: {geometry}. These addresses do not change.',
  'exports.now': 'The current view',
  'exports.now.size': '{events}, {claims}',
  'exports.now.note':
    'The file records the filters, the period shown and the choice under “Known”, in words and as a web address.',
  'exports.bom': 'CSV for spreadsheet programs (with a byte order mark)',
  'exports.failed': 'The file could not be created. Reload the page and try again.',
  'exports.made': '{file} has been saved.',
  'exports.framed':
    '{file} was handed to the browser. If it does not arrive, the page around this map does not let it save files: open the map in a window of its own.',
  'exports.file.events.geojson': 'Events on a map, GeoJSON',
  'exports.file.claims.csv': 'Claims, one per row, CSV',
  'exports.file.troops.csv': 'Troop statements, CSV',
  'exports.file.dataset.json': 'Everything joined, JSON',
  'exports.file.dataset.schema.json': 'Schema of the joined JSON',
  'exports.file.claims.jsonld': 'Claims and their provenance, JSON-LD',
  'exports.picture': 'An image of the current view',
  'exports.picture.size': 'Size',
  'exports.picture.size.story': 'Story, {width} × {height}',
  'exports.picture.size.square': 'Square, {width} × {height}',
  'exports.picture.size.slide': 'Slide, {width} × {height}',
  'exports.picture.theme': 'Colours',
  'exports.picture.theme.light': 'light',
  'exports.picture.theme.dark': 'dark',
  'exports.picture.preview': 'Preview of the image: {what}',
  'exports.picture.png': 'Download as PNG',
  'exports.picture.svg': 'Download as SVG',
  'exports.picture.failed':
    'This browser could not create the PNG. The SVG is the same image; other programs can convert it to PNG.',
  'exports.picture.noFonts': 'The fonts could not be loaded; the image will use those of the program that opens it.',
  'exports.picture.allReports': 'counting all articles, whenever they were published',
  'exports.picture.certain': 'certainly within the time shown',
  'exports.picture.source': '{publisher} ({published})',
  'exports.picture.sources': 'Sources: {sources}.',
  'exports.picture.moreTroops': {
    one: 'and {n} more statement on reinforcements and alerts',
    other: 'and {n} more statements on reinforcements and alerts'
  },
  'exports.picture.more': { one: 'and {n} more event', other: 'and {n} more events' },
  'exports.picture.moreExternal': {
    one: 'and {n} more fact from outside the articles',
    other: 'and {n} more facts from outside the articles'
  },
  'exports.picture.onlyExternal': {
    one: '{n} fact from outside the articles',
    other: '{n} facts from outside the articles'
  },
  'exports.cite': 'Cite this',
  'exports.cite.what': 'Cite',
  'exports.cite.map': 'the map as it is now',
  'exports.cite.event': 'this event',
  'exports.cite.article': 'the claims of this article',
  'exports.cite.claim': 'this claim',
  'exports.cite.link': 'Link to data version {version}',
  'exports.cite.text': 'Plain text',
  'exports.cite.bibtex': 'BibTeX',
  'exports.cite.csl': 'CSL-JSON',
  'exports.copy': 'Copy',
  'exports.copy.what': 'Copy: {what}',
  'exports.copied': 'Copied.',
  'exports.selected': 'Selected: copy it with the keyboard or the menu.',
  'exports.about': 'Download the data',
  'exports.about.note':
    'Each file states its data version, licence and filters. In the CSV files, a cell that a spreadsheet might run as a formula begins with an apostrophe.',
  'cite.event': '{title} ({date}).',
  'cite.article': 'Claims of the article “{title}” ({publisher}, {published}).',
  'cite.claim': '{primarySource}: {what} (claim {id}; {chain}; {publisher}, line {line}, published {published}).',
  'cite.dataset': '{title}: {subtitle}',
  'cite.version': 'Data version {version}.',
  'cite.in': 'In: {title}.',
  'cite.view': 'View: {filter}',
  'cite.accessed': 'Accessed {day}.',
  'cite.licence': 'Data: {licence}.',
  'cite.medium': 'Data set and map'
} satisfies Record<string, Message>;
